import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collapseSpace, plainText } from '../../../lib/text/plain';

describe('collapseSpace', () => {
  it.each([
    ['  a\n\tb  ', 'a b'],
    ['a\u00A0\u2003b', 'a b'],
    ['\uFEFFa', 'a'],
    ['', ''],
  ])('makes %j %j', (text, expected) => {
    expect(collapseSpace(text)).toBe(expected);
  });
});

describe('plainText', () => {
  it.each([
    ['GEM / CO<sub>2</sub> and CH<sub>4</sub>', 'GEM / CO2 and CH4'],
    ['Sharks <i>Rhizoprionodon</i>', 'Sharks Rhizoprionodon'],
    ['<h3>Background</h3><p>One.</p><p>Two.</p>', 'Background One. Two.'],
    ['<jats:p>Text</jats:p>', 'Text'],
    ['<jats:title>Aim</jats:title><jats:p>Text</jats:p>', 'Aim Text'],
    ['a<br/>b<BR>c', 'a b c'],
    ['<a href="https://example.org/?a=1&b=2">link</a>', 'link'],
    ['<mml:math xmlns:mml="x"><mml:mi>x</mml:mi></mml:math>', 'x'],
    ['R&amp;D &lt;b&gt; &quot;x&quot; &#8211; &#x2013; &nbsp; y', 'R&D <b> "x" – – y'],
  ])('reads %j as %j', (markup, expected) => {
    expect(plainText(markup)).toBe(expected);
  });

  it.each(['p<q and r>s', 'if a < b then c > d', 'a<b and c>d', 'x <- y', 'AT&T; &unknown; &#0; &#x110000;'])(
    'leaves %j as it is',
    (text) => {
      expect(plainText(text)).toBe(text);
    },
  );

  it('does not resolve entities twice', () => {
    expect(plainText('&amp;lt;p&amp;gt;')).toBe('&lt;p&gt;');
  });

  it('never fails, and leaves no white space to collapse', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('<', '>', '&', ';', '#', 'p', '/', '=', ' ', 'lt', '9') }),
        (text) => {
          const plain = plainText(text);
          expect(plain).toBe(collapseSpace(plain));
        },
      ),
    );
  });
});
