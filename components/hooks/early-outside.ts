import type { RequestArguments } from '../../lib/messages/envelope';
import type { Protocol } from '../../lib/messages/protocol';
import { listedSource } from '../../lib/settings/settings';
import { OUTSIDE, type Outside } from './outside';

/**
 * Asks for what the popup shows first, at once: the worker starts and answers while the interface is still
 * being loaded. The first question that matches an early one gets its answer; all others are asked as ever.
 */
export function askEarly(outside: Outside = OUTSIDE): Outside {
  const settings = outside.readSettings();
  const early = new Map<string, Promise<unknown>>([
    [idOf('feed.status'), outside.send('feed.status')],
    ...(['arxiv', 'hf-daily'] as const).map((source): [string, Promise<unknown>] => [
      idOf('feed.edition', { source }),
      settings.then((read) =>
        // Only one of the two is shown; the other is never asked for, and nobody waits for it.
        listedSource(read) === source
          ? outside.send('feed.edition', { source })
          : new Promise(() => undefined),
      ),
    ]),
  ]);
  // Whoever takes an answer handles its failure; one that nobody takes is asked again by then.
  for (const answer of early.values()) answer.catch(() => undefined);
  let isSettingsTaken = false;
  return {
    ...outside,
    readSettings: () => {
      if (isSettingsTaken) return outside.readSettings();
      isSettingsTaken = true;
      return settings;
    },
    send: ((name: keyof Protocol, ...request: RequestArguments<Protocol[keyof Protocol]>) => {
      const id = idOf(name, request[0]);
      const answer = early.get(id);
      early.delete(id);
      return answer ?? outside.send(name, ...(request as [never]));
    }) as Outside['send'], // Each id stands for one message and one request, so the answer has its type.
  };
}

function idOf(name: string, request?: unknown): string {
  return JSON.stringify([name, request]);
}
