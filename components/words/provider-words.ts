import type { ErrorCode } from '../../lib/errors';
import type { ProviderId } from '../../lib/model/more-related';
import type { PaperIds } from '../../lib/model/paper/paper';
import type { ProviderOption } from '../library/settings/use-providers';
import { errorWords } from './words';

/** Who runs each service, and what it offers. */
const ABOUT: Readonly<
  Record<ProviderId, { readonly runBy: string; readonly brings: string; readonly key: string }>
> = {
  'semantic-scholar': {
    runBy: 'the Allen Institute for AI',
    brings: 'recommendations among hundreds of millions of papers, all of arXiv’s included',
    key: 'Readers without a key share one quota, which is often used up.',
  },
  openalex: {
    runBy: 'the non-profit OurResearch',
    brings: 'works on the same topics, from journals of every field too',
    key: 'It gives a reader without a key fewer requests a day.',
  },
};

/** What the service offers: `Semantic Scholar gives recommendations …`. */
export function offerWords({ id, name }: ProviderOption): string {
  return `${name}, run by ${ABOUT[id].runBy}, gives ${ABOUT[id].brings}.`;
}

/** Exactly what leaves the machine, to whom and when. */
export function sentWords({ name, hosts }: ProviderOption): string {
  const servers = hosts.map(hostOf).join(', ');
  return `Each time you click “Ask ${name}”, ${servers} is sent the id of the paper on that page (its arXiv id, DOI or the like), and your API key if you enter one. It sees your network address, as every server does. Nothing else is sent, and nothing without a click.`;
}

/** What a key is good for. */
export function keyWords({ id, name }: ProviderOption): string {
  return `${ABOUT[id].key} A free key from ${name} has its own; it is kept on this machine and sent to ${name} only.`;
}

/** Why a question brought nothing, and what to do. */
export function providerErrorWords(code: ErrorCode, { name }: ProviderOption, hasKey: boolean): string {
  const own: Readonly<Partial<Record<ErrorCode, string>>> = {
    'rate-limited': hasKey
      ? `${name} asks us to slow down. Try again in a minute.`
      : `${name} is busy: readers without a key share one quota. Try again in a minute, or enter a free API key in the settings.`,
    blocked: hasKey
      ? `${name} refused the request. Check the API key in the settings.`
      : `${name} refused the request. It may want an API key: see the settings.`,
    'not-a-paper': `${name} knows papers by arXiv id, DOI or PubMed id, and this page tells none.`,
    'wrong-format': `${name} sent something that is no list of papers. Try again later.`,
  };
  return own[code] ?? errorWords(code);
}

/** The id that is sent, as people write it. */
export function idWords({ arxiv, doi, acl, pmid, pmcid, s2 }: PaperIds): string | null {
  if (arxiv !== undefined) return `arXiv:${arxiv}`;
  if (doi !== undefined) return doi;
  if (acl !== undefined) return `ACL ${acl}`;
  if (pmid !== undefined) return `PubMed ${pmid}`;
  return pmcid ?? s2 ?? null;
}

/** `https://api.openalex.org/*` → `api.openalex.org`. */
function hostOf(pattern: string): string {
  return pattern.replace(/^https:\/\//, '').replace(/\/\*$/, '');
}
