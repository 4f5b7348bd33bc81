import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { AppError } from '../errors';
import type { RequestOf } from './envelope';
import type { Gate, Sender } from './handle';
import { EDITION_SPANS } from '../model/feed/lists';
import type { Protocol } from './protocol';
import {
  factsSchema,
  idsSchema,
  isoDateSchema,
  metaSchema,
  paperKeySchema,
  readingStateSchema,
  refSchema,
} from '../schemas';
import { PROVIDER_IDS } from '../providers/descriptions';
import { SOURCE_IDS } from '../sources/descriptions';

/**
 * `page`: our content script on a site where it may run. `extension`: a page of the extension, including the
 * sidebar in its iframe.
 */
type SenderClass = 'extension' | 'page';

interface Rule<TRequest> {
  readonly from: SenderClass;
  readonly request: v.GenericSchema<unknown, TRequest>;
}

const source = v.picklist(SOURCE_IDS);
const span = v.picklist(EDITION_SPANS);
const category = v.pipe(v.string(), v.regex(/^[A-Za-z-]{1,20}(?:\.[A-Za-z-]{1,20})?$/));
const months = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(120));
const nothing = v.undefined();
const limit = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(500));
const shortText = v.pipe(v.string(), v.maxLength(500));
/** A list of 50,000 saved papers with abstracts. */
const MAX_IMPORT_CHARS = 200_000_000;

const withToken = v.strictObject({ token: v.pipe(v.string(), v.uuid()) });
const tabId = v.pipe(v.number(), v.integer());
const address = v.union([withToken, v.strictObject({ tabId })]);
const webUrl = v.pipe(v.string(), v.url(), v.regex(/^https?:/), v.maxLength(100_000));
const key = v.object({ key: paperKeySchema });
const relatedQuery = v.object({
  ids: idsSchema,
  title: v.string(),
  abstract: v.exactOptional(v.string()),
  authors: v.array(v.string()),
  organisation: v.exactOptional(v.string()),
});

/** Who may send each message, and what it must look like: one line each, as in `Protocol`. */
const RULES: { readonly [K in keyof Protocol]: Rule<RequestOf<Protocol[K]>> } = {
  'page.annotate': { from: 'page', request: v.object({ ref: refSchema, meta: v.exactOptional(metaSchema) }) },
  'page.isSaved': { from: 'page', request: nothing },
  'page.arrived': { from: 'page', request: v.object({ url: webUrl, isDeclared: v.boolean() }) },
  'page.detect': { from: 'page', request: v.object({ url: webUrl }) },
  'page.openSidePanel': { from: 'page', request: nothing },
  'panel.paper': { from: 'extension', request: address },
  'panel.open': { from: 'extension', request: withToken },
  'panel.ready': { from: 'extension', request: withToken },
  'panel.close': { from: 'extension', request: address },
  'panel.switchOff': { from: 'extension', request: address },
  'site.offer': { from: 'extension', request: v.object({ tabId }) },
  'related.find': {
    from: 'extension',
    request: v.object({
      of: v.union([address, relatedQuery]),
      limit,
      sort: v.picklist(['closest', 'newest', 'upvoted']),
      topic: v.exactOptional(shortText),
      atOnce: v.exactOptional(limit),
    }),
  },
  'related.more': {
    from: 'extension',
    request: v.object({ provider: v.picklist(PROVIDER_IDS), ids: idsSchema, canAsk: v.boolean(), address }),
  },
  'feed.edition': {
    from: 'extension',
    request: v.object({ source, span: v.exactOptional(span), date: v.exactOptional(isoDateSchema) }),
  },
  'feed.since': { from: 'extension', request: nothing },
  'feed.search': { from: 'extension', request: v.object({ text: shortText, limit }) },
  'feed.abstract': { from: 'extension', request: key },
  'feed.status': { from: 'extension', request: nothing },
  'feed.sync': { from: 'extension', request: nothing },
  'feed.pause': { from: 'extension', request: v.object({ isPaused: v.boolean() }) },
  'feed.markSeen': { from: 'extension', request: nothing },
  'feed.clear': { from: 'extension', request: nothing },
  'topics.overview': { from: 'extension', request: nothing },
  'topics.page': {
    from: 'extension',
    request: v.object({ topic: shortText, sort: v.picklist(['newest', 'upvoted']), limit }),
  },
  'fill.estimate': { from: 'extension', request: v.object({ category, months }) },
  'fill.start': { from: 'extension', request: v.object({ category, months }) },
  'fill.stop': { from: 'extension', request: v.object({ category }) },
  'reading.list': { from: 'extension', request: nothing },
  'reading.states': { from: 'extension', request: nothing },
  'reading.save': { from: 'extension', request: v.object({ paper: factsSchema, state: readingStateSchema }) },
  'reading.remove': { from: 'extension', request: key },
  'reading.restore': { from: 'extension', request: key },
  'reading.export': { from: 'extension', request: nothing },
  'reading.import': {
    from: 'extension',
    request: v.object({ text: v.pipe(v.string(), v.maxLength(MAX_IMPORT_CHARS)) }),
  },
  'data.usage': { from: 'extension', request: nothing },
  'data.deleteAll': { from: 'extension', request: nothing },
};

/**
 * The worker's gate: lets a call through if its sender is of the right class and its payload parses.
 *
 * `isSite` says whether our scripts run on a URL's host; this folder does not know the table of sites. It
 * answers without a promise where it can: in the worker a click counts only until the first pause.
 */
export function createWorkerGate(isSite: (url: URL) => Promise<boolean> | boolean): Gate<Protocol> {
  return (name, request, sender) => {
    const isOf = isOfClass(RULES[name].from, sender, isSite);
    return isOf instanceof Promise
      ? isOf.then((known) => parseRequest(name, request, known))
      : parseRequest(name, request, isOf);
  };
}

function parseRequest(name: keyof Protocol, request: unknown, isAllowed: boolean): unknown {
  const rule = RULES[name];
  if (!isAllowed) throw new AppError('forbidden', `${name} is for ${rule.from} senders only.`);
  const result = v.safeParse(rule.request as v.GenericSchema, request); // Which schema belongs to which name is typed above.
  if (result.success) return result.output;
  throw new AppError('bad-message', `${name}: ${v.summarize(result.issues)}`);
}

function isOfClass(
  wanted: SenderClass,
  { id, url, tab }: Sender,
  isSite: (url: URL) => Promise<boolean> | boolean,
): Promise<boolean> | boolean {
  if (id !== browser.runtime.id || url === undefined) return false;
  const isOurs = url.startsWith(browser.runtime.getURL('/'));
  if (wanted === 'extension' || isOurs) return wanted === 'extension' && isOurs;
  return tab !== undefined && URL.canParse(url) && isSite(new URL(url));
}
