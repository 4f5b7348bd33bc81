import { PROVIDER_IDS } from '../model/more-related';
import { parseTexts } from './parse-texts';
import { DEFAULT_SETTINGS, MAX_PAPERS_RANGE, type Settings } from './settings';

const THEMES = ['dark', 'light', 'system'] as const;
const HISTORY_MONTHS_RANGE = { least: 1, most: 120 } as const;
const LISTS = ['arxiv', 'hf-daily'] as const;

/**
 * Reads stored settings field by field; a field that is missing or odd takes its default.
 *
 * Hand-written: the popup reads settings before anything else, and the rules are few.
 */
export function parseSettings(stored: unknown): Settings {
  const fields: Record<string, unknown> = typeof stored === 'object' && stored !== null ? { ...stored } : {};
  return {
    theme: oneOf(THEMES, fields['theme'], DEFAULT_SETTINGS.theme),
    sitesOff: parseTexts(fields['sitesOff']),
    originsBeforeAll: parseTexts(fields['originsBeforeAll']),
    categories: parseTexts(fields['categories']),
    canAskArxiv: flag(fields['canAskArxiv'], DEFAULT_SETTINGS.canAskArxiv),
    // Version 1 called providers engines.
    providersOn: PROVIDER_IDS.filter((id) =>
      parseTexts(fields['providersOn'] ?? fields['enginesOn']).includes(id),
    ),
    providerKeys: keys(fields['providerKeys'] ?? fields['engineKeys']),
    list: oneOf(LISTS, fields['list'], DEFAULT_SETTINGS.list),
    historyMonths:
      fields['historyMonths'] === 'all'
        ? 'all'
        : wholeNumber(fields['historyMonths'], HISTORY_MONTHS_RANGE, DEFAULT_SETTINGS.historyMonths),
    isHistoryPaused: flag(fields['isHistoryPaused'], DEFAULT_SETTINGS.isHistoryPaused),
    maxPapers: wholeNumber(fields['maxPapers'], MAX_PAPERS_RANGE, DEFAULT_SETTINGS.maxPapers),
    isIntroduced: flag(fields['isIntroduced'], DEFAULT_SETTINGS.isIntroduced),
  };
}

function oneOf<T>(allowed: readonly T[], value: unknown, fallback: T): T {
  return allowed.find((item) => item === value) ?? fallback;
}

/** A whole number, moved into its range; the fallback for anything else. */
function wholeNumber<T>(
  value: unknown,
  { least, most }: { readonly least: number; readonly most: number },
  fallback: T,
): T | number {
  return Number.isSafeInteger(value) ? Math.min(Math.max(Number(value), least), most) : fallback;
}

/** A key longer than this is none of those services'. */
const MAX_KEY_CHARS = 200;

function keys(value: unknown): Settings['providerKeys'] {
  const stored: Record<string, unknown> = typeof value === 'object' && value !== null ? { ...value } : {};
  const entries = PROVIDER_IDS.flatMap((id) => {
    const key = stored[id];
    // What cannot stand in a header is no key.
    return typeof key === 'string' && /^[\x21-\x7e]+$/.test(key) && key.length <= MAX_KEY_CHARS
      ? [[id, key] as const]
      : [];
  });
  return Object.fromEntries(entries);
}

function flag(value: unknown, fallback: boolean): boolean {
  return typeof value === 'boolean' ? value : fallback;
}
