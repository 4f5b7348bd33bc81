import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ParseError } from '../../../lib/errors';
import { child, childText, children, parseXml } from '../../../lib/sources/xml';
import { errorOf } from '../../support/error-of';

describe('parseXml', () => {
  it('reads elements, attributes and text', () => {
    const root = parseXml('<a x="1"><b>one <![CDATA[& two]]></b><b>three</b><c/></a>');

    expect(root).toMatchObject({ name: 'a', attributes: { x: '1' } });
    expect(children(root, 'b').map(({ text }) => text)).toEqual(['one & two', 'three']);
    expect(childText(root, 'b')).toBe('one & two');
    expect(childText(root, 'c')).toBeUndefined();
    expect(child(root, 'd')).toBeUndefined();
  });

  it.each(['arxiv', 'a', 'whatever'])('knows a vocabulary by its address, here behind %s:', (prefix) => {
    const root = parseXml(
      `<feed xmlns:${prefix}="http://arxiv.org/schemas/atom"><${prefix}:doi>1</${prefix}:doi></feed>`,
    );

    expect(childText(root, 'arxiv:doi')).toBe('1');
    expect(childText(root, 'doi')).toBeUndefined();
  });

  it('passes over a byte order mark, blank lines before the declaration, and forbidden control characters', () => {
    expect(parseXml('\uFEFF\n<?xml version="1.0"?><a>b\u000Bc\u0000</a>').text).toBe('bc');
  });

  it.each([
    ['nothing', ''],
    ['text', 'Rate exceeded.'],
    ['JSON', '[{"a":1}]'],
    ['an open element', '<a><b></b>'],
    ['an element cut in its name', '<a><b'],
    ['crossed elements', '<a><b></a></b>'],
    ['two roots', '<a/><b/>'],
    ['HTML with entities of its own', '<p>a&nbsp;b</p>'],
    ['an undeclared prefix', '<a><dc:creator/></a>'],
    ['entities that would grow', '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>'],
  ])('refuses %s', (_, text) => {
    expect(() => parseXml(text)).toThrow(ParseError);
  });

  it('refuses a document of a hundred thousand nested elements at once', () => {
    const depth = 100_000;

    expect(() => parseXml('<a>'.repeat(depth) + '</a>'.repeat(depth))).toThrow('deep');
  });

  it('throws nothing but `ParseError` for a document that was cut or changed anywhere', () => {
    const document =
      '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><entry a="b">c &amp; d</entry></feed>';

    fc.assert(
      fc.property(fc.nat(document.length), fc.nat(5), fc.string({ maxLength: 4 }), (at, cut, inserted) => {
        const error = errorOf(() => parseXml(document.slice(0, at) + inserted + document.slice(at + cut)));
        expect(error === null || error instanceof ParseError).toBe(true);
      }),
    );
  });
});
