/** One space for every run of white space (line breaks and no-break spaces included), none at the ends. */
export function collapseSpace(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/**
 * The words of a text that may hold markup: HTML tags and entities resolved, white space collapsed.
 *
 * Only elements that publishers put into titles and abstracts count as tags, so `p<q and r>s` is left as it
 * is. Entities are resolved after the tags are gone: `&lt;p&gt;` is the text `<p>`, not a paragraph.
 *
 * Cost: linear in the length.
 */
export function plainText(markup: string): string {
  const untagged = markup.replace(BLOCK_TAG, ' ').replace(INLINE_TAG, '');
  return collapseSpace(resolveEntities(untagged));
}

/** Attributes need a `=`, and neither part may hold `<`: the scan never passes the next tag. */
const ATTRIBUTES = String.raw`(?:\s[^<>=]*=[^<>]*)?\s*/?>`;
const BLOCK_TAG = new RegExp(
  `</?(?:jats:)?(?:p|div|br|h[1-6]|li|ul|ol|dl|dt|dd|sec|section|title|list|list-item|table|tr|td)${ATTRIBUTES}`,
  'gi',
);
const INLINE_TAG = new RegExp(
  `</?(?:mml:[a-z]+|(?:jats:)?(?:a|b|i|u|em|strong|italic|bold|sub|sup|sc|span|small|tt|code|font|q|abbr|cite|inline-formula|monospace|math|m[inos]|mrow|msub|msup|mtext))${ATTRIBUTES}`,
  'gi',
);

/** The tags seen in titles and abstracts; all others stay as they are. */
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  gt: '>',
  hellip: '…',
  ldquo: '“',
  lsquo: '‘',
  lt: '<',
  mdash: '—',
  nbsp: ' ',
  ndash: '–',
  quot: '"',
  rdquo: '”',
  rsquo: '’',
};

function resolveEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi, (entity, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[name] ?? entity;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : entity;
  });
}
