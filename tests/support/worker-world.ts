import { onTestFinished, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { OpenDatabase } from '../../lib/db/open';
import type { Sender } from '../../lib/messages/handle';
import { createSend, type Send } from '../../lib/messages/send';
import { encoderVersion } from '../../lib/services/index/paper-encoder';
import type { Connection } from '../../lib/services/sync/deferral';
import type { Outside } from '../../lib/services/worker/services';
import { NOW_MS } from './builders';
import { freshDatabase } from './database';
import { starterFeed, starterFiles, textRow } from './starter';
import { topicsBytes, topicsFile } from './related/topics';
import { wordModel, wordModelBytes } from './related/word-model';

/**
 * What lies outside a worker, all in memory: a browser, a disk, a network, a package, and a clock moved by
 * waits.
 */
export interface WorkerWorld {
  /** The disk; it outlives workers. */
  readonly open: OpenDatabase;
  nowMs: number;
  connection: Connection;
  /** The network: the body for a URL. @default an empty list for each */
  respond: (url: string, signal: AbortSignal) => Promise<string>;
  /** URLs asked, in order. */
  readonly asked: string[];
  readonly browser: FakeApis;
  /**
   * What lies outside one worker. `stop` ends it: nothing that it waits for comes any more, no event reaches
   * it.
   */
  outside(): Outside & { readonly stop: () => void };
  /** Says that the connection returned. */
  online(): void;
  /** Asks the worker over `runtime.onMessage`, as an extension page; or as another sender. */
  readonly send: Send;
  readonly sendAs: (sender: Sender) => Send;
}

/** The parts of the extension API that WXT's fake browser lacks. */
export type FakeApis = ReturnType<typeof fakeApis>;

const TOPICS = { 'coding agent': 0.5 };
const VERSION = encoderVersion(wordModel().header.version, topicsFile(TOPICS).version);
const FEED = starterFeed(3);
const ROWS = { version: VERSION, rows: FEED.papers.map(() => textRow()) };
const PACKAGE: Readonly<Record<string, ArrayBuffer | null>> = {
  'model/words.bin': wordModelBytes(),
  'topics/topics.bin': topicsBytes(TOPICS),
  ...starterFiles(FEED, ROWS),
};
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
const never = () => new Promise<never>(() => undefined);

/** Makes a world without papers, for one test; the workers in it end with the test. */
export function workerWorld(): WorkerWorld {
  fakeBrowser.reset();
  vi.stubGlobal('navigator', { storage: { estimate: async () => ({ usage: 1234 }) } });
  const apis = fakeApis();
  const workers: (() => void)[] = [];
  const onlineListeners = new Set<() => void>();
  const send = (sender: Sender) =>
    createSend(
      (call) =>
        new Promise((resolve) => void fakeBrowser.runtime.onMessage.trigger(call, sender as never, resolve)), // The fake's own type of senders.
    );
  const world: WorkerWorld = {
    open: freshDatabase(),
    nowMs: NOW_MS,
    connection: 'online',
    respond: async () => '[]',
    asked: [],
    browser: apis,
    outside() {
      let isStopped = false;
      const unlessStopped =
        <TArguments extends readonly unknown[], T>(call: (...parameters: TArguments) => Promise<T>) =>
        async (...parameters: TArguments): Promise<T> => {
          const result = isStopped ? await never() : await call(...parameters);
          return isStopped ? never() : result;
        };
      const stop = () => {
        isStopped = true;
        onlineListeners.clear();
        for (const event of workerEvents(apis)) event.removeAllListeners();
      };
      workers.push(stop);
      return {
        now: () => world.nowMs,
        wait: unlessStopped(async (durationMs: number) => {
          await turn();
          world.nowMs += durationMs;
        }),
        random: () => 0.5,
        get: unlessStopped((url, { signal }) => {
          world.asked.push(url);
          return world.respond(url, signal);
        }),
        connection: () => world.connection,
        onOnline: (listener) => onlineListeners.add(listener),
        readPackaged: unlessStopped(async (path: string) => {
          const file = PACKAGE[path];
          if (file === null || file === undefined) throw new Error(`The package has no ${path}.`);
          return file;
        }),
        packagedVersion: VERSION,
        inPage: { declaresPaper: () => true, handOver: () => undefined },
        stop,
      };
    },
    online: () => onlineListeners.forEach((listener) => listener()),
    send: send({ id: browser.runtime.id, url: browser.runtime.getURL('/library.html' as never) }), // WXT types the names of pages.
    sendAs: send,
  };
  onTestFinished(async () => {
    workers.forEach((stop) => stop());
    for (let left = 20; left > 0; left--) await turn(); // What was already on its way to the disk arrives.
    apis.restore();
  });
  return world;
}

/** A response of Hugging Face with papers of these numbers, listed on this day. */
export function dailyPapers(day: string, ...numbers: readonly number[]): string {
  return JSON.stringify(
    numbers.map((number) => ({
      paper: {
        id: `2606.${String(number).padStart(5, '0')}`,
        title: `Coding agents, volume ${number}`,
        summary: 'A coding agent reads a repository before it writes.',
        authors: [{ name: `Author of Volume-${number}`, hidden: false }],
        publishedAt: `${day}T00:00:00.000Z`,
        submittedOnDailyAt: `${day}T00:00:00.000Z`,
        upvotes: 7,
      },
      publishedAt: `${day}T00:00:00.000Z`,
      numComments: 1,
    })),
  );
}

/** Puts them in place until `restore` is called. */
export function fakeApis() {
  const names = [
    'commands',
    'contextMenus',
    'permissions',
    'scripting',
    'sidePanel',
    'sidebarAction',
  ] as const;
  const own = names.map((name) => [name, Object.getOwnPropertyDescriptor(browser, name)] as const);
  const define = (name: (typeof names)[number], value: unknown) =>
    Object.defineProperty(browser, name, { value, configurable: true, writable: true });
  const apis = {
    granted: [] as readonly string[],
    registered: [] as readonly { readonly id: string }[],
    menu: [] as readonly unknown[],
    onCommand: event<[command: string, tab?: { id?: number; url?: string }]>(),
    onMenuClick: event<[info: { menuItemId: string }, tab?: { id?: number; url?: string }]>(),
    onPermissionAdded: event<[permissions: { origins?: readonly string[] }]>(),
    onPermissionRemoved: event<[permissions: { origins?: readonly string[] }]>(),
    executeScript: vi.fn<(injection: unknown) => Promise<unknown>>(async () => []),
    openPanel: vi.fn<(options: { tabId: number }) => Promise<void>>(async () => undefined),
    sendToTab: vi
      .spyOn(browser.tabs, 'sendMessage')
      .mockImplementation((async () => ({ ok: true })) as never), // The polyfill’s type says void.
    restore() {
      for (const [name, descriptor] of own) {
        if (descriptor === undefined) Reflect.deleteProperty(browser, name);
        else Object.defineProperty(browser, name, descriptor);
      }
    },
  };
  define('commands', { onCommand: apis.onCommand });
  define('contextMenus', {
    onClicked: apis.onMenuClick,
    removeAll: async () => void (apis.menu = []),
    create: (item: unknown) => void (apis.menu = [...apis.menu, item]),
  });
  define('permissions', {
    onAdded: apis.onPermissionAdded,
    onRemoved: apis.onPermissionRemoved,
    getAll: async () => ({ origins: apis.granted }),
    contains: async () => false,
  });
  define('scripting', {
    executeScript: apis.executeScript,
    getRegisteredContentScripts: async () => apis.registered,
    registerContentScripts: async (scripts: typeof apis.registered) =>
      void (apis.registered = [...apis.registered, ...scripts]),
    unregisterContentScripts: async ({ ids }: { ids: readonly string[] }) =>
      void (apis.registered = apis.registered.filter(({ id }) => !ids.includes(id))),
  });
  define('sidePanel', { open: apis.openPanel });
  define('sidebarAction', undefined);
  vi.spyOn(browser.runtime, 'getManifest').mockReturnValue({ version: '1.0.0' } as never); // What is read of it.
  return apis;
}

/** An event of the browser, which a test fires. */
function event<TArguments extends readonly unknown[]>() {
  const listeners = new Set<(...parameters: TArguments) => void>();
  return {
    addListener: (listener: (...parameters: TArguments) => void) => void listeners.add(listener),
    removeAllListeners: () => listeners.clear(),
    hasListeners: () => listeners.size > 0,
    fire: (...parameters: TArguments) => listeners.forEach((listener) => listener(...parameters)),
  };
}

/** Every event that wakes a worker. */
export function workerEvents(
  apis: FakeApis,
): readonly { hasListeners(): boolean; removeAllListeners(): void }[] {
  const { alarms, runtime, storage, tabs } = fakeBrowser;
  const events = [
    alarms.onAlarm,
    runtime.onInstalled,
    runtime.onMessage,
    runtime.onStartup,
    storage.onChanged,
    tabs.onRemoved,
    apis.onCommand,
    apis.onMenuClick,
    apis.onPermissionAdded,
    apis.onPermissionRemoved,
  ];
  return events as never; // WXT's types hide what its fakes can do.
}
