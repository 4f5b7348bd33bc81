import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { parseArxivId } from '../../lib/model/paper/ids';
import { parseIsoDate } from '../../lib/model/dates';
import { createPackagedModel } from '../../lib/services/index/packaged';
import { parseStarterPapers } from '../../lib/starter/papers-file';
import { unpackStarterRows } from '../../lib/starter/rows-file';
import { packagedVersion } from '../../tools/packaged-version';
import { MAX_STARTER_BYTES } from '../../tools/build-starter/write-starter';

const folder = resolve(import.meta.dirname, '../../public');
const REBUILD = 'Run npm run build:starter -- --data DIR after each training';

const bytesOf = (path: string): Buffer => readFileSync(join(folder, path));
const unpacked = (path: string): ArrayBuffer => Uint8Array.from(gunzipSync(bytesOf(path))).buffer;

describe('the packaged starter feed', () => {
  const feed = parseStarterPapers(new TextDecoder().decode(unpacked('starter/papers.bin')));
  const papers = feed.slice(0);
  const { version, rows } = unpackStarterRows(unpacked('starter/rows.bin'));

  it('has at least 8,000 papers, each once, in at most 3 MB', () => {
    const files = readdirSync(join(folder, 'starter'));
    const bytes = files.reduce((sum, name) => sum + bytesOf(join('starter', name)).length, 0);

    expect(new Set(papers.map(({ facts }) => facts.ids.arxiv)).size).toBe(papers.length);
    expect(papers.length).toBeGreaterThanOrEqual(8_000);
    expect(bytes).toBeLessThanOrEqual(MAX_STARTER_BYTES);
  });

  it('fits the packaged model and topics', async () => {
    const { loadEncoder } = createPackagedModel(
      async (path) => Uint8Array.from(bytesOf(path)).buffer,
      packagedVersion(),
    );
    const encoder = await loadEncoder();

    expect(version, REBUILD).toBe(encoder.version);
    expect(rows.length).toBe(papers.length);
    expect(rows[0]?.vector.length).toBe(encoder.model.header.dimensions);
  });

  it('holds facts only, and says where they come from', () => {
    const texts = papers.filter(
      ({ facts }) =>
        facts.authors.length > 0 || facts.abstract !== undefined || facts.aiSummary !== undefined,
    );

    expect(texts).toEqual([]);
    expect(feed.origin).toContain('huggingface.co/api/daily_papers');
    expect(feed.licence).not.toBe('');
    expect(papers.filter(({ listedOn }) => parseIsoDate(listedOn) !== listedOn)).toEqual([]);
    expect(papers.filter(({ facts }) => parseArxivId(facts.ids.arxiv ?? '')?.id !== facts.ids.arxiv)).toEqual(
      [],
    );
    expect(papers.filter(({ listedOn }) => listedOn > feed.date || listedOn < feed.from)).toEqual([]);
  });
});
