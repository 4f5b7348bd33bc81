import { DAY, SECOND } from './model/dates';

/**
 * When a server wants to be asked again, from the headers of a refusal; null when it does not say.
 *
 * Units: ms since epoch, between now and a day from now: no header may silence a source for longer.
 *
 * Source: `Retry-After` (RFC 9110, 10.2.3); `RateLimit` and `RateLimit-Reset` (drafts 06 and 10 of
 * https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/), of which Hugging Face sends one.
 */
export function retryAtMsOf(headers: Headers, nowMs: number): number | null {
  const waitMs =
    retryAfterMs(headers, nowMs) ?? rateLimitMs(headers) ?? secondsMs(headers.get('ratelimit-reset'));
  return waitMs === null ? null : nowMs + Math.min(Math.max(waitMs, 0), DAY);
}

function retryAfterMs(headers: Headers, nowMs: number): number | null {
  const text = headers.get('retry-after');
  if (text === null) return null;
  const atMs = /[a-z]/i.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(atMs)) return secondsMs(text);
  // Both dates are by the server's clock, which leaves a wrong clock on this machine out of the account.
  const serverNowMs = Date.parse(headers.get('date') ?? '');
  return atMs - (Number.isNaN(serverNowMs) ? nowMs : serverNowMs);
}

/** The longest reset among the quotas that are used up; `"api";r=0;t=55, "pages";r=12;t=80` waits 55 s. */
function rateLimitMs(headers: Headers): number | null {
  const quotas = (headers.get('ratelimit') ?? '').split(/,(?=\s*")/).flatMap((quota) => {
    const resetMs = secondsMs(parameter(quota, 't') ?? parameter(quota, 'reset'));
    const remaining = Number(parameter(quota, 'r') ?? parameter(quota, 'remaining') ?? 0);
    return resetMs === null ? [] : [{ resetMs, remaining }];
  });
  const usedUp = quotas.filter(({ remaining }) => remaining === 0);
  const waits = (usedUp.length > 0 ? usedUp : quotas).map(({ resetMs }) => resetMs);
  return waits.length === 0 ? null : Math.max(...waits);
}

function parameter(quota: string, name: string): string | null {
  return new RegExp(`(?:^|[;,])\\s*${name}=(\\d+)`, 'i').exec(quota)?.[1] ?? null;
}

function secondsMs(text: string | null): number | null {
  return text !== null && /^\s*\d{1,10}\s*$/.test(text) ? Number(text) * SECOND : null;
}
