/** Largest whole number of a stored component. */
const MAX_COMPONENT = 127;

/**
 * Each row as whole numbers from −127 to 127 and the scale that brings them back.
 *
 * Shape: `vectors` rows × dimensions → the same, and one scale a row. A row of zeros has scale 0.
 */
export function quantiseRows(
  vectors: Float32Array,
  dimensions: number,
): { readonly vectors: Int8Array; readonly scales: Float32Array } {
  const rowCount = vectors.length / dimensions;
  const quantised = new Int8Array(vectors.length);
  const scales = new Float32Array(rowCount);
  for (let row = 0; row < rowCount; row++) {
    const components = vectors.subarray(row * dimensions, (row + 1) * dimensions);
    const largest = components.reduce((most, component) => Math.max(most, Math.abs(component)), 0);
    scales[row] = largest / MAX_COMPONENT;
    if (largest === 0) continue;
    for (const [place, component] of components.entries()) {
      quantised[row * dimensions + place] = Math.round((component / largest) * MAX_COMPONENT);
    }
  }
  return { vectors: quantised, scales };
}
