import { describe, expect, it } from 'vitest';
import { visibleText } from '../../../../lib/sites/shared/visible-text';
import { pageOf } from '../../../support/sites/page';

const textOf = (html: string) => visibleText(pageOf(`<p>${html}</p>`).body.firstElementChild);

describe('visibleText', () => {
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
