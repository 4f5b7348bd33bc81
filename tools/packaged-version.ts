import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseModel } from '../lib/related/model-file';
import { encoderVersion } from '../lib/services/paper-encoder';
import { parseTopicsFile } from '../lib/topics/topics-file';

/**
 * The version of the encoder that the package's files make. The build writes it into the worker, which so
 * knows what it may read from its store without reading the files.
 *
 * Errors: those of reading the files.
 */
export function packagedVersion(publicDir = 'public'): string {
  const words = parseModel(new Uint8Array(readFileSync(join(publicDir, 'model/words.bin'))).buffer);
  const topics = parseTopicsFile(new Uint8Array(readFileSync(join(publicDir, 'topics/topics.bin'))).buffer);
  return encoderVersion(words.header.version, topics.version);
}
