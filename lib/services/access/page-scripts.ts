import { ALL_SITES, areAllGranted, hostOf, isHostGranted, originsOf } from '../../model/access/hosts';
import type { Site } from '../../sites/types';

/** One of our scripts on pages, as the manifest and `scripting` describe it. */
export interface PageScript {
  readonly id: 'annotate' | 'probe' | 'watch';
  readonly matches: readonly string[];
  readonly excludeMatches?: readonly string[];
  readonly js: readonly string[];
  readonly css?: readonly string[];
  readonly runAt: 'document_idle' | 'document_start';
}

/** What the build calls the files; `npm run size` measures them by these names. */
export const SCRIPT_FILES = {
  annotate: { js: ['annotate.js'], css: ['assets/annotate.css'] },
  watch: { js: ['watch.js'] },
  probe: { js: ['probe.js'] },
} as const;

/**
 * The scripts in the manifest, on required sites: `annotate`, which knows these sites by itself, or only
 * `watch`, which sends for it, where readers go from page to page without a load.
 */
export function requiredScripts(sites: readonly Site[]): readonly PageScript[] {
  const matchesOf = (isSinglePage: boolean) =>
    sites
      .filter((site) => site.access === 'required' && (site.isSinglePage ?? false) === isSinglePage)
      .flatMap(({ matches }) => matches)
      .toSorted();
  return [
    { id: 'annotate', matches: matchesOf(false), ...SCRIPT_FILES.annotate, runAt: 'document_start' },
    { id: 'watch', matches: matchesOf(true), ...SCRIPT_FILES.watch, runAt: 'document_start' },
  ];
}

/** What decides where we register scripts at run time. */
export interface ScriptGrounds {
  readonly sites: readonly Site[];
  /** Origins that every reader grants, also those of our sources, which are not pages to annotate. */
  readonly required: readonly string[];
  /** All origins granted, as `permissions.getAll` says. */
  readonly granted: readonly string[];
  /** Ids of listed sites and names of other hosts that are switched off. */
  readonly sitesOff: readonly string[];
}

/**
 * The scripts to register at run time: `watch` on listed optional sites that are granted and not switched
 * off, `probe` wherever else the reader allowed us. A page that is not a paper gets 1 KB.
 */
export function grantedScripts(grounds: ScriptGrounds): readonly PageScript[] {
  const { sites, granted, sitesOff } = grounds;
  const matches = sites
    .filter(({ id, access }) => access === 'optional' && !sitesOff.includes(id))
    .flatMap((site) => site.matches)
    .filter((pattern) => isHostGranted(hostOf(pattern), granted));
  const watch: PageScript = {
    id: 'watch',
    matches,
    ...SCRIPT_FILES.watch,
    css: SCRIPT_FILES.annotate.css,
    runAt: 'document_start',
  };
  return [...(matches.length === 0 ? [] : [watch]), ...probeScripts(grounds)];
}

/** Leaves out listed hosts: there the URL alone decides, so that a listing is never taken for a paper. */
function probeScripts({ sites, required, granted, sitesOff }: ScriptGrounds): readonly PageScript[] {
  const listed = [...required, ...sites.flatMap((site) => site.matches)].map(hostOf);
  const ids = new Set(sites.map(({ id }) => id));
  const off = sitesOff.filter((key) => !ids.has(key) && /^[a-z0-9.-]+$/i.test(key));
  const matches = areAllGranted(granted)
    ? [ALL_SITES]
    : granted.filter((origin) => /^(?:\*|https?):/.test(origin) && !listed.includes(hostOf(origin)));
  if (matches.length === 0) return [];
  const excludeMatches = [...new Set([...listed, ...off])].toSorted().map((host) => `*://${host}/*`);
  return [
    {
      id: 'probe',
      matches: originsOf(matches),
      excludeMatches,
      ...SCRIPT_FILES.probe,
      runAt: 'document_idle',
    },
  ];
}
