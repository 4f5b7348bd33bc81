import type { Outside } from '../../components/hooks/outside';
import type { AnswerOf, RequestOf } from '../../lib/messages/envelope';
import type { News } from '../../lib/messages/news';
import type { Protocol } from '../../lib/messages/protocol';
import type { Send } from '../../lib/messages/send';
import { AppError } from '../../lib/errors';
import { DEFAULT_SETTINGS, type Settings } from '../../lib/settings/settings';

/** What a fake worker answers; a message that is not named fails with `bad-message`. */
export type Answers = {
  readonly [K in keyof Protocol]?: (
    request: RequestOf<Protocol[K]>,
  ) => AnswerOf<Protocol[K]> | Promise<AnswerOf<Protocol[K]>>;
};

/** A worker and settings in memory. */
export interface FakeOutside extends Outside {
  /** Every message asked, in order. */
  readonly asked: readonly { readonly name: string; readonly request: unknown }[];
  /** Tells the open pages that something changed. */
  readonly announce: (news: News) => void;
  readonly settings: () => Settings;
  /** Every host that the browser was asked to allow. */
  readonly requested: readonly string[];
}

/** Makes an outside with these answers and settings. */
export function fakeOutside(
  answers: Answers,
  stored: Partial<Settings> = {},
  /** What the reader says when the browser asks for hosts. */
  canRequest: () => boolean = () => true,
): FakeOutside {
  const requested: string[] = [];
  const asked: { name: string; request: unknown }[] = [];
  const newsListeners = new Set<(news: News) => void>();
  let settings: Settings = { ...DEFAULT_SETTINGS, ...stored };
  const send = async (name: keyof Protocol, request: unknown): Promise<unknown> => {
    asked.push({ name, request });
    const answer = answers[name] as ((request: unknown) => unknown) | undefined; // Name and request belong together by Send's type.
    if (answer === undefined) throw new AppError('bad-message', `No answer to ${name} is given.`);
    return answer(request);
  };
  return {
    send: send as Send, // As above.
    watchNews: (callback) => {
      newsListeners.add(callback);
      return () => newsListeners.delete(callback);
    },
    readSettings: async () => settings,
    updateSettings: async (change) => {
      settings = { ...settings, ...change };
      return settings;
    },
    watchSettings: () => () => undefined,
    requestHosts: async (hosts) => {
      requested.push(...hosts);
      return canRequest();
    },
    removeHosts: async () => undefined,
    requested,
    asked,
    announce: (news) => newsListeners.forEach((listener) => listener(news)),
    settings: () => settings,
  };
}

/** An answer that never comes. */
export function never(): Promise<never> {
  return new Promise(() => undefined);
}

/** An answer that fails. */
export function failing(code: AppError['code']): () => never {
  return () => {
    throw new AppError(code, 'made to fail');
  };
}
