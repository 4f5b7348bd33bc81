import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toAtom } from '../../../lib/feed-export/atom';
import { child, childText, children, parseXml } from '../../../lib/sources/xml';
import { collapseSpace } from '../../../lib/text/plain';
import { paper, paperKey } from '../../support/builders';
import { exportedList, fullPaper } from '../../support/feed/exported-list';

const linksOf = (entry: ReturnType<typeof parseXml>) =>
  children(entry, 'link').map(({ attributes }) => [attributes['rel'], attributes['href']]);

/** What means something in XML, cannot stand in it, or is of two halves. */
const SIGN = fc.constantFrom(
  ...Array.from('<>&"\'a \n\u0000\u0001\u000b\u001f\u007f\u0085\ufffe\uffff\ufffd😀é]'),
);

describe('toAtom', () => {
  it('writes a feed with everything that RFC 4287 requires', () => {
    const feed = parseXml(toAtom(exportedList()));

    expect(feed.name).toBe('feed');
    expect(feed.attributes['xmlns']).toBe('http://www.w3.org/2005/Atom');
    expect(childText(feed, 'id')).toBe('https://huggingface.co/papers/date/2026-06-09');
    expect(childText(feed, 'title')).toBe('Hugging Face, Tuesday 9 June 2026');
    expect(childText(feed, 'updated')).toBe('2026-06-10T12:00:00.000Z');
    expect(children(feed, 'author')).toHaveLength(1);
  });

  it('writes an entry with links, authors, categories and dates', () => {
    const [entry] = children(parseXml(toAtom(exportedList([fullPaper()]))), 'entry');

    if (entry === undefined) throw new Error('No entry');
    expect(childText(entry, 'id')).toBe('https://arxiv.org/abs/2606.00001');
    expect(childText(entry, 'updated')).toBe('2026-06-09T00:00:00Z');
    expect(childText(entry, 'published')).toBe('2026-06-08T00:00:00Z');
    expect(linksOf(entry)).toEqual([
      ['alternate', 'https://arxiv.org/abs/2606.00001'],
      ['enclosure', 'https://arxiv.org/pdf/2606.00001v2'],
      ['related', 'https://huggingface.co/papers/2606.00001'],
      ['related', 'https://github.com/example/agents'],
    ]);
    expect(children(entry, 'author').map((author) => childText(author, 'name'))).toEqual([
      'First Author',
      'Second Author',
    ]);
    expect(children(entry, 'category').map(({ attributes }) => attributes['term'])).toEqual([
      'cs.SE',
      'coding agents',
    ]);
    expect(childText(entry, 'summary')).toBe(fullPaper().abstract);
  });

  it('gives an entry without a page content, and no broken link', () => {
    const nameless = paper({ ids: {}, key: paperKey('title:nameless|author'), provenance: [] });
    const [entry] = children(parseXml(toAtom(exportedList([nameless]))), 'entry');

    if (entry === undefined) throw new Error('No entry');
    expect(childText(entry, 'content')).toBe(nameless.abstract);
    expect(linksOf(entry)).toEqual([]);
    expect(child(entry, 'summary')).toBeUndefined();
  });

  it('stays well-formed and keeps its meaning, whatever a paper contains', () => {
    fc.assert(
      fc.property(fc.string({ unit: SIGN }), fc.string(), (title, keyword) => {
        const written = toAtom(exportedList([paper({ title, keywords: [keyword], authors: [title] })]));
        const [entry] = children(parseXml(written), 'entry');
        // oxlint-disable-next-line no-control-regex -- These cannot stand in XML at all.
        const sayable = title.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd');

        const read = entry === undefined ? undefined : childText(entry, 'title');
        expect(read ?? '').toBe(collapseSpace(sayable));
      }),
    );
  });

  it('replaces half of a character, which no file can hold', () => {
    expect(toAtom(exportedList([paper({ title: 'a\ud800b\udc00c😀' })]))).toContain('a\ufffdb\ufffdc😀');
  });
});
