import { describe, expect, it } from 'vitest';
import {
  addressOf,
  findAll,
  findFirst,
  textOfFirst,
  visibleText,
} from '../../../../lib/sites/pages/elements';
import { pageOf } from '../../../support/sites/page';

const CLOBBERED = pageOf(
  '<p>one\n two</p><p>three</p><img name="querySelector"><form name="querySelectorAll"></form><img name="URL">',
  'https://example.org/a?b',
);

describe('a page whose elements have the names of methods', () => {
  it('is still searched', () => {
    expect(findAll(CLOBBERED, 'p')).toHaveLength(2);
    expect(findFirst(CLOBBERED, 'p')?.localName).toBe('p');
    expect(findFirst(CLOBBERED, 'h1')).toBeNull();
  });

  it('still has its address', () => {
    expect(addressOf(CLOBBERED)?.href).toBe('https://example.org/a?b');
  });
});

describe('textOfFirst', () => {
  it('collapses white space, and is empty without a match', () => {
    expect(textOfFirst(CLOBBERED, 'p')).toBe('one two');
    expect(textOfFirst(CLOBBERED, 'h1')).toBe('');
  });
});

describe('visibleText', () => {
  const textOf = (html: string) => visibleText(pageOf(`<p>${html}</p>`).body.firstElementChild);

  it.each([
    ['a\n  b<br>c', 'a b\nc'],
    ['<b>a</b><i>b</i>', 'ab'],
    ['n<math alttext="n^{2}"><mi>n</mi></math>', 'n$n^{2}$'],
    ['<span class="descriptor">Abstract:</span>a', 'a'],
    ['a<span class="ltx_note ltx_role_footnote">note</span>', 'a'],
    ['<span class="ltx_tag ltx_tag_section">1 </span>a', 'a'],
    [
      '<span class="MathJax_Preview"></span><span class="MathJax">μ</span><script type="math/tex">\\mu</script>',
      '$\\mu$',
    ],
    ['a<script>alert(1)</script><!-- b -->', 'a'],
  ])('of %j is %j', (html, expected) => {
    expect(textOf(html)).toBe(expected);
  });

  it('of nothing is empty', () => {
    expect(visibleText(null)).toBe('');
  });
});
