import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isWholeModel, parseModel } from '../lib/related/model/model-file';
import { encoderVersion } from '../lib/services/index/paper-encoder';
import { isWholeSections } from '../lib/topics/vocabulary/sections';
import { parseTopicsFile } from '../lib/topics/vocabulary/topics-file';

/**
 * The version of the encoder that the package's files make. The build writes it into the worker, so that the
 * worker knows what it may read from its store without reading the files.
 *
 * Errors: those of reading the files, and `Error` if a file's content was changed: nothing checks it later.
 */
export function packagedVersion(publicDir = 'public'): string {
  const read = (path: string) => new Uint8Array(readFileSync(join(publicDir, path))).buffer;
  const [wordsBytes, topicsBytes] = [read('model/words.bin'), read('topics/topics.bin')];
  const { header } = parseModel(wordsBytes);
  const topics = parseTopicsFile(topicsBytes);
  if (!isWholeModel(wordsBytes, header) || !isWholeSections(topicsBytes)) {
    throw new Error(`A file of ${publicDir} was changed after it was trained.`);
  }
  return encoderVersion(header.version, topics.version);
}
