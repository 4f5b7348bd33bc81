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

const fromPage = <T>(request: Rule<T>['request']): Rule<T> => ({ from: 'page', request });
const fromExtension = <T>(request: Rule<T>['request']): Rule<T> => ({ from: 'extension', request });

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
  'page.annotate': fromPage(v.object({ ref: refSchema, meta: v.exactOptional(metaSchema) })),
  'page.isSaved': fromPage(nothing),
  'page.arrived': fromPage(v.object({ url: webUrl, isDeclared: v.boolean() })),
  'page.detect': fromPage(v.object({ url: webUrl })),
  'page.openSidePanel': fromPage(nothing),
  'panel.paper': fromExtension(address),
  'panel.open': fromExtension(withToken),
  'panel.ready': fromExtension(withToken),
  'panel.close': fromExtension(address),
  'panel.switchOff': fromExtension(address),
  'site.offer': fromExtension(v.object({ tabId })),
  'related.find': fromExtension(
    v.object({
      of: v.union([address, relatedQuery]),
      limit,
      sort: v.picklist(['closest', 'newest', 'upvoted']),
      topic: v.exactOptional(shortText),
      atOnce: v.exactOptional(limit),
    }),
  ),
  'related.more': fromExtension(
    v.object({ provider: v.picklist(PROVIDER_IDS), ids: idsSchema, canAsk: v.boolean(), address }),
  ),
  'feed.edition': fromExtension(
    v.object({ source, span: v.exactOptional(span), date: v.exactOptional(isoDateSchema) }),
  ),
  'feed.since': fromExtension(nothing),
  'feed.search': fromExtension(v.object({ text: shortText, limit })),
  'feed.abstract': fromExtension(key),
  'feed.status': fromExtension(nothing),
  'feed.sync': fromExtension(nothing),
  'feed.pause': fromExtension(v.object({ isPaused: v.boolean() })),
  'feed.markSeen': fromExtension(nothing),
  'feed.clear': fromExtension(nothing),
  'topics.overview': fromExtension(nothing),
  'topics.page': fromExtension(
    v.object({ topic: shortText, sort: v.picklist(['newest', 'upvoted']), limit }),
  ),
  'fill.estimate': fromExtension(v.object({ category, months })),
  'fill.start': fromExtension(v.object({ category, months })),
  'fill.stop': fromExtension(v.object({ category })),
  'reading.list': fromExtension(nothing),
  'reading.states': fromExtension(nothing),
  'reading.save': fromExtension(v.object({ paper: factsSchema, state: readingStateSchema })),
  'reading.remove': fromExtension(key),
  'reading.restore': fromExtension(key),
  'reading.export': fromExtension(nothing),
  'reading.import': fromExtension(v.object({ text: v.pipe(v.string(), v.maxLength(MAX_IMPORT_CHARS)) })),
  'data.usage': fromExtension(nothing),
  'data.deleteAll': fromExtension(nothing),
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
