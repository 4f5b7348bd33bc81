import type { ErrorCode } from '../../lib/errors';
import { hostOf } from '../../lib/model/access/hosts';
import type { PaperIds } from '../../lib/model/paper/paper';
import type { ProviderDescription } from '../../lib/providers/descriptions';
import { ERROR_WORDS } from './words';

/** What the service offers: `Semantic Scholar gives recommendations …`. */
export function offerWords({ name, runBy, brings }: ProviderDescription): string {
  return `${name}, run by ${runBy}, gives ${brings}.`;
}

/** Exactly what leaves the machine, to whom and when. */
export function sentWords({ name, hosts, sentId }: ProviderDescription): string {
  const servers = hosts.map(hostOf).join(', ');
  return `Each time you click “Ask ${name}”, ${servers} is sent ${sentId}, and your API key if you enter one. It sees your network address, as every server does. Nothing else is sent, and nothing without a click.`;
}

/** What a key is good for. */
export function keyWords({ name, withoutKey }: ProviderDescription): string {
  return `${withoutKey} A free key from ${name} has its own; it is kept on this machine and sent to ${name} only.`;
}

/** Why a question brought nothing, and what to do. */
export function providerErrorWords(code: ErrorCode, { name }: ProviderDescription, hasKey: boolean): string {
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
  return own[code] ?? ERROR_WORDS[code];
}

/** The id that is sent, as people write it. */
export function idWords({ arxiv, doi, acl, pmid, pmcid, s2 }: PaperIds): string | null {
  if (arxiv !== undefined) return `arXiv:${arxiv}`;
  if (doi !== undefined) return doi;
  if (acl !== undefined) return `ACL ${acl}`;
  if (pmid !== undefined) return `PubMed ${pmid}`;
  return pmcid ?? s2 ?? null;
}
