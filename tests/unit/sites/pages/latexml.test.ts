import { describe, expect, it } from 'vitest';
import { readLatexml } from '../../../../lib/sites/pages/latexml';
import { pageOf } from '../../../support/sites/page';

function authorsOf(...names: readonly string[]) {
  const elements = names.map(
    (name) => `<span class="ltx_creator ltx_role_author"><span class="ltx_personname">${name}</span></span>`,
  );
  return readLatexml(
    pageOf(
      `<h1 class="ltx_title ltx_title_document">T</h1><div class="ltx_authors">${elements.join('')}</div>`,
    ),
  )?.authors;
}

describe('readLatexml', () => {
  it.each([
    ['one element each', ['First Author', 'Second de Author'], ['First Author', 'Second de Author']],
    [
      'commas',
      ['First Author, Second Author and Third Author'],
      ['First Author', 'Second Author', 'Third Author'],
    ],
    ['wide spaces', ['First Author\u2003Second Author'], ['First Author', 'Second Author']],
    ['numbers', ['First Author<sup>1</sup> Second Author<sup>2,3</sup>'], ['First Author', 'Second Author']],
    ['an address below', ['First Author<br>Example University, Example Town'], ['First Author']],
    ['an address beside', ['First Author<br><sup>1</sup>Example Town'], ['First Author']],
    ['an e-mail address', ['First Author<br>first@example.org'], ['First Author']],
    ['no names', ['The whole reading group of the third floor'], []],
  ])('finds names with %s', (_, names, expected) => {
    expect(authorsOf(...names)).toEqual(expected);
  });

  it('has no abstract when the page has none', () => {
    expect(readLatexml(pageOf('<h1 class="ltx_title_document">T</h1>'))).toEqual({ title: 'T', authors: [] });
  });

  it('gives null for a page that LaTeXML did not make', () => {
    expect(readLatexml(pageOf('<h1>T</h1>'))).toBeNull();
  });
});
