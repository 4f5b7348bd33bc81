import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { principalAxes } from '../../../../../../tools/training/model/writing/principal-axes';

const DIMENSIONS = 8;
const component = fc.float({ min: -1, max: 1, noNaN: true });

/** `rank` rows, each followed by others that are made of them alone. */
const vectorsOfRank = (rank: number) =>
  fc
    .tuple(
      fc.array(fc.array(component, { minLength: DIMENSIONS, maxLength: DIMENSIONS }), {
        minLength: rank,
        maxLength: rank,
      }),
      fc.array(fc.array(component, { minLength: rank, maxLength: rank }), { minLength: 2, maxLength: 12 }),
    )
    .map(([basis, factors]) =>
      Float32Array.from(
        factors.flatMap((weights) =>
          Array.from({ length: DIMENSIONS }, (_, place) =>
            basis.reduce((sum, row, number) => sum + (row[place] ?? 0) * (weights[number] ?? 0), 0),
          ),
        ),
      ),
    );

function products(vectors: Float32Array, length: number): readonly number[] {
  const rows = Array.from({ length: vectors.length / length }, (_, row) =>
    vectors.subarray(row * length, (row + 1) * length),
  );
  return rows.flatMap((one) =>
    rows.map((other) => one.reduce((sum, part, place) => sum + part * (other[place] ?? 0), 0)),
  );
}

describe('principalAxes', () => {
  it.each([
    ['all components are kept', DIMENSIONS, DIMENSIONS],
    ['the papers differ along fewer axes than are kept', 3, 4],
  ])('leaves all products as they are when %s', (_, rank, kept) => {
    fc.assert(
      fc.property(vectorsOfRank(rank), (papers) => {
        const turned = principalAxes(papers, papers.length / DIMENSIONS, DIMENSIONS, kept)(papers);
        const expected = products(papers, DIMENSIONS);
        for (const [place, product] of products(turned, kept).entries()) {
          expect(product).toBeCloseTo(expected[place] ?? 0, 3);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('keeps what papers differ in, not what few of them have', () => {
    const [many, few] = [0, 1].map((place) =>
      Array.from({ length: DIMENSIONS }, (_, at) => Number(at === place)),
    );
    const papers = Float32Array.from([many, many, many, few].flatMap((vector) => vector ?? []));
    const [first, , , last] = principalAxes(papers, 4, DIMENSIONS, 1)(papers);
    expect(Math.abs(first ?? 0)).toBeCloseTo(1);
    expect(last).toBeCloseTo(0);
  });
});
