import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { parseStarterPapers } from '../../../../lib/starter/papers-file';
import { unpackStarterRows } from '../../../../lib/starter/rows-file';
import { MAX_STARTER_BYTES, packStarter, writeStarter } from '../../../../tools/build-starter/write-starter';
import { day, facts } from '../../../support/builders';
import { smallEncoder } from '../../../support/related/feed-index';

const papers = [
  {
    listedOn: day('2026-06-09'),
    facts: facts({ aiSummary: 'By others.', upvotes: 4, projectUrl: 'https://example.org/' }),
  },
];
const source = { origin: 'made-up responses', licence: 'none' };

describe('packStarter', () => {
  it('ships facts, but neither abstract nor names nor the words of others', () => {
    const text = gunzipSync(packStarter(papers, smallEncoder(), source)['papers.bin']).toString();

    const feed = parseStarterPapers(text);
    expect(feed).toMatchObject({ date: '2026-06-09', from: '2026-06-09', origin: 'made-up responses' });
    expect(feed.slice(0)).toMatchObject([
      { facts: { title: papers[0]?.facts.title, authors: [], authorCount: 2, upvotes: 4 } },
    ]);
    expect(text).not.toContain('explore repositories before');
    expect(text).not.toContain('First Author');
    expect(text).not.toContain('By others');
    expect(text).not.toContain('example.org');
  });

  it('makes the rows from title and abstract', () => {
    const encoder = smallEncoder();
    const files = packStarter(papers, encoder, source);
    const { version, rows } = unpackStarterRows(Uint8Array.from(gunzipSync(files['rows.bin'])).buffer);
    const [listed] = papers;

    if (listed === undefined) throw new Error('No paper');
    const whole = encoder.encode({
      ...listed.facts,
      key: 'arxiv:2606.00001' as never,
      addedAtMs: 0,
      provenance: [],
    });
    expect(version).toBe(encoder.version);
    expect(rows[0]?.words).toEqual(whole.words);
    expect(rows[0]?.topics).toEqual(whole.topics);
  });

  it('returns the same bytes every time', () => {
    expect(packStarter(papers, smallEncoder(), source)).toEqual(packStarter(papers, smallEncoder(), source));
  });

  it('refuses to make an empty feed', () => {
    expect(() => packStarter([], smallEncoder(), source)).toThrow('There are no papers');
  });
});

describe('writeStarter', () => {
  it('writes the files and returns their total size', () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'starter-')), 'deep');
    const files = { 'papers.bin': Uint8Array.of(1, 2), 'rows.bin': Uint8Array.of(3) };

    expect(writeStarter(files, folder)).toBe(3);
    expect([...readFileSync(join(folder, 'papers.bin'))]).toEqual([1, 2]);
  });

  it('writes nothing that is too large', () => {
    const files = { 'papers.bin': new Uint8Array(MAX_STARTER_BYTES), 'rows.bin': Uint8Array.of(3) };

    expect(() => writeStarter(files, '/does/not/matter')).toThrow('lower --papers');
  });
});
