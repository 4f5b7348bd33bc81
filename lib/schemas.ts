import * as v from 'valibot';
import { parseIsoDate, type IsoDate } from './model/dates';
import * as ids from './model/paper/ids';
import type { PaperMeta, PaperRef } from './model/paper/page';
import { type FactKinds, FACTS } from './model/paper/facts';
import type { PaperFacts, PaperIds, PaperKey } from './model/paper/paper';
import { SAVED, type SavedKinds, type SavedPaper } from './model/saved';

/** Longest of each kind of text that a page, file or message may carry; longer ones are cut off, not rejected. */
const MAX_TITLE_CHARS = 1_000;
const MAX_ABSTRACT_CHARS = 50_000;
const MAX_NAME_CHARS = 300;
const MAX_LIST_ITEMS = 5_000;

const text = (maxChars: number) =>
  v.pipe(
    v.string(),
    v.transform((value) => value.slice(0, maxChars)),
  );
const texts = v.pipe(
  v.array(text(MAX_NAME_CHARS)),
  v.transform((items) => items.slice(0, MAX_LIST_ITEMS)),
);
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const link = v.pipe(v.string(), v.regex(/^https?:\/\//i), v.maxLength(2_000));
const smallText = v.pipe(v.string(), v.minLength(1), v.maxLength(100));

/** A normal-form text made by a parser of the model. */
function parsed<T extends string>(parse: (value: string) => T | null) {
  return v.pipe(
    v.string(),
    v.transform(parse),
    v.check((value) => value !== null),
    v.transform((value) => value as T), // The line above rejects null.
  );
}

export const isoDateSchema = parsed<IsoDate>(parseIsoDate);
export const paperKeySchema = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+:./),
  v.maxLength(MAX_TITLE_CHARS + MAX_NAME_CHARS),
  v.transform((value) => value as PaperKey), // The brand of a key that identityKeys made.
);

export const idsSchema: v.GenericSchema<unknown, PaperIds> = v.object({
  arxiv: v.exactOptional(parsed<ids.ArxivId>((value) => ids.parseArxivId(value)?.id ?? null)),
  doi: v.exactOptional(parsed<ids.Doi>(ids.parseDoi)),
  openreview: v.exactOptional(parsed<ids.OpenreviewId>(ids.parseOpenreviewId)),
  acl: v.exactOptional(parsed<ids.AclId>(ids.parseAclId)),
  pmid: v.exactOptional(parsed<ids.Pmid>(ids.parsePmid)),
  pmcid: v.exactOptional(parsed<ids.Pmcid>(ids.parsePmcid)),
  s2: v.exactOptional(parsed<ids.S2Id>(ids.parseS2Id)),
});

/** What a page's URL says. */
export const refSchema: v.GenericSchema<unknown, PaperRef> = v.object({
  site: smallText,
  ids: idsSchema,
  record: v.exactOptional(smallText),
  version: v.exactOptional(count),
  view: v.picklist(['abstract', 'html', 'pdf']),
});

/** How each kind of fact is parsed. */
const FACT_KINDS = {
  ids: idsSchema,
  title: text(MAX_TITLE_CHARS),
  name: text(MAX_NAME_CHARS),
  text: text(MAX_ABSTRACT_CHARS),
  link,
  names: texts,
  count,
  day: isoDateSchema,
} satisfies Parsers<FactKinds>;

/** What a page says about its paper. */
export const metaSchema: v.GenericSchema<unknown, PaperMeta> = objectOf({
  ...parsersOf(FACTS, FACT_KINDS, (field) => FACTS[field].saidBy === 'page'),
  title: v.pipe(FACT_KINDS.title, v.minLength(1)),
  pdfUrl: v.exactOptional(link),
});

/** A paper in a message or an imported file; its title is '' when only an id of it is known. */
export const factsSchema: v.GenericSchema<unknown, PaperFacts> = objectOf(parsersOf(FACTS, FACT_KINDS));

export const readingStateSchema = v.picklist(['to-read', 'reading', 'done']);

/** An entry of the reading list, from the mirror or an exported file. */
export const savedSchema: v.GenericSchema<unknown, SavedPaper> = objectOf(
  parsersOf(SAVED, {
    ...FACT_KINDS,
    key: paperKeySchema,
    facts: factsSchema,
    state: readingStateSchema,
  } satisfies Parsers<SavedKinds>),
);

/** A parser for each kind of value. */
type Parsers<TKinds> = { readonly [K in keyof TKinds]: v.GenericSchema<unknown, TKinds[K]> };

/** The parsers of a table's fields, or of some of them; a kind that ends in `?` may be absent. */
function parsersOf<TField extends string>(
  table: Readonly<Record<TField, { readonly kind: string }>>,
  parsers: Readonly<Record<string, v.GenericSchema>>,
  isWanted: (field: TField) => boolean = () => true,
): v.ObjectEntries {
  const fields = (Object.keys(table) as TField[]).filter(isWanted); // The keys of a record of them.
  return Object.fromEntries(
    fields.map((field) => {
      const { kind } = table[field];
      const parser = parsers[kind.replace('?', '')] ?? v.never(); // Each kind has one: see the callers.
      return [field, kind.endsWith('?') ? v.exactOptional(parser) : parser];
    }),
  );
}

/** An object of a table's fields. The table's own type ties each kind to its field. */
function objectOf<T>(entries: v.ObjectEntries): v.GenericSchema<unknown, T> {
  return v.object(entries) as unknown as v.GenericSchema<unknown, T>; // See above.
}
