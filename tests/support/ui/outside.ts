import { createElement, type ReactNode } from 'react';
import { type Outside, OutsideContext } from '../../../components/worker/outside';
import type { AnswerOf, RequestOf } from '../../../lib/messages/envelope';
import type { News } from '../../../lib/messages/news';
import { type Protocol, STALE_AFTER } from '../../../lib/messages/protocol';
import type { Send } from '../../../lib/messages/send';
import { AppError } from '../../../lib/errors';
import { DEFAULT_SETTINGS, type Settings } from '../../../lib/settings/settings';

/** What a fake worker answers. Any other question fails with `bad-message`; any other order is carried out. */
export type Answers = {
  readonly [K in keyof Protocol]?: (
    request: RequestOf<Protocol[K]>,
  ) => AnswerOf<Protocol[K]> | Promise<AnswerOf<Protocol[K]>>;
};

/** What every installation grants. */
const GRANTED = ['*://arxiv.org/*', 'https://huggingface.co/*', 'https://rss.arxiv.org/*'];

/** Makes a worker, settings and permissions in memory, with these answers and settings. */
export function fakeOutside(
  answers: Answers,
  stored: Partial<Settings> = {},
  granted: readonly string[] = GRANTED,
) {
  /** Every message asked, in order. */
  const asked: { readonly name: string; readonly request: unknown }[] = [];
  const newsListeners = new Set<(news: News) => void>();
  const permissions = {
    /** Origins. */
    granted: [...granted],
    /** Grants what is requested. */
    isGenerous: true,
    /** Removing all sites also removes single ones. */
    takesAllWithIt: false,
    asked: [] as string[],
  };
  const permissionListeners = new Set<() => void>();
  const setGranted = (origins: string[]): void => {
    permissions.granted = origins;
    permissionListeners.forEach((listener) => listener());
  };
  let settings: Settings = { ...DEFAULT_SETTINGS, ...stored };
  const send = async (name: keyof Protocol, request: unknown): Promise<unknown> => {
    asked.push({ name, request });
    const answer = answers[name] as ((request: unknown) => unknown) | undefined; // Name and request belong together by Send's type.
    if (answer === undefined && name in STALE_AFTER) {
      throw new AppError('bad-message', `No answer to ${name} is given.`);
    }
    return answer?.(request);
  };
  const outside: Outside = {
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
    sitePermissions: {
      granted: async () => permissions.granted,
      request: async (origins) => {
        permissions.asked.push(...origins);
        if (permissions.isGenerous) setGranted([...permissions.granted, ...origins]);
        return permissions.isGenerous;
      },
      remove: async (origins) => {
        // As Chromium does: every site contains each.
        const takesAll = permissions.takesAllWithIt && origins.includes('*://*/*');
        setGranted(takesAll ? [...GRANTED] : permissions.granted.filter((one) => !origins.includes(one)));
      },
      watch: (callback) => {
        permissionListeners.add(callback);
        return () => permissionListeners.delete(callback);
      },
      activeTab: async () => 7,
    },
  };
  return {
    ...outside,
    permissions,
    asked,
    askedFor: (name: keyof Protocol) => asked.filter((call) => call.name === name),
    /** Tells the open pages that something changed. */
    announce: (news: News) => newsListeners.forEach((listener) => listener(news)),
    settings: () => settings,
  };
}

/** Puts what is rendered into an outside: `render(screen, { wrapper: inside(outside) })`. */
export function inside(outside: Outside) {
  return ({ children }: { readonly children: ReactNode }) =>
    createElement(OutsideContext, { value: outside }, children);
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
