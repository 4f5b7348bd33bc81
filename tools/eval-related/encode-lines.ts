import type { EncodeRequest, EncodeSetup } from './encode-messages';
import type { Encoder } from './encoder';
import { paperOfLine } from './rows';

/**
 * The papers of some lines as a segment's bytes; null when none is wanted.
 *
 * Errors: an `Error` that names file and line.
 */
export function encodeLines(
  encoder: Encoder,
  { file, keyPrefix }: Pick<EncodeSetup, 'file' | 'keyPrefix'>,
  lines: EncodeRequest,
): ArrayBuffer | null {
  const papers = lines.map((line) => paperOfLine(file, line)).filter(({ key }) => key.startsWith(keyPrefix));
  return papers.length === 0 ? null : encoder.pack(papers);
}
