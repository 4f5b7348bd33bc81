import { describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { AppError } from '../../../lib/errors';
import {
  createReceiver,
  fromWorker,
  type Gate,
  type Handlers,
  listen,
  type Sender,
} from '../../../lib/messages/handle';
import type { PageProtocol } from '../../../lib/messages/protocol';

interface Tiny {
  'tiny.double'(request: { value: number }): number;
  'tiny.nothing'(): void;
}

const open: Gate<Tiny> = (_name, request) => request;
const handlers: Handlers<Tiny> = { 'tiny.double': ({ value }) => 2 * value, 'tiny.nothing': () => undefined };
const call = (name: string, request?: unknown) => ({
  paperkin: 1,
  name,
  ...(request === undefined ? {} : { request }),
});
const sender: Sender = {};

describe('Handlers', () => {
  it('compile only when every message has one, of the right kind, and is JSON', () => {
    // @ts-expect-error -- tiny.nothing is missing.
    const missing: Handlers<Tiny> = { 'tiny.double': ({ value }) => value };
    // @ts-expect-error -- tiny.tripel is no message.
    const misspelt: Handlers<Tiny> = { ...handlers, 'tiny.tripel': () => 3 };
    // @ts-expect-error -- The answer is a number.
    const wrong: Handlers<Tiny> = { ...handlers, 'tiny.double': () => 'four' };
    // @ts-expect-error -- A Date does not survive a message.
    type NotJson = Handlers<{ 'bad.date'(request: { at: Date }): void }>;
    // @ts-expect-error -- Nor does a Map in an answer.
    type NotJsonEither = Handlers<{ 'bad.map'(): ReadonlyMap<string, number> }>;
    expect([missing, misspelt, wrong, {} as NotJson, {} as NotJsonEither]).toHaveLength(5);
  });
});

describe('createReceiver', () => {
  const receive = createReceiver(handlers, open);

  it('answers with the value, or with none', async () => {
    expect(await receive(call('tiny.double', { value: 4 }), sender)).toEqual({ ok: true, value: 8 });
    expect(await receive(call('tiny.nothing'), sender)).toEqual({ ok: true });
  });

  it.each<[string, unknown]>([
    ['another extension’s message', { type: 'other' }],
    ['an unknown name', call('tiny.unknown')],
    ['a name of every object', call('toString')],
    ['the prototype', call('__proto__')],
    ['no name', { paperkin: 1 }],
    ['another version', { paperkin: 2, name: 'tiny.nothing' }],
    ['nothing', null],
    ['a text', 'tiny.nothing'],
  ])('leaves %s to others', (_, message) => {
    expect(receive(message, sender)).toBeNull();
  });

  it('gives the code of an expected failure, and reports no other', async () => {
    const printed = vi.spyOn(console, 'error').mockReturnValue();
    const failing = (error: unknown) =>
      createReceiver<Tiny>({ ...handlers, 'tiny.nothing': () => Promise.reject(error) }, open)(
        call('tiny.nothing'),
        sender,
      );

    expect(await failing(new AppError('storage-full', 'Full'))).toEqual({
      ok: false,
      error: { code: 'storage-full', message: 'Full' },
    });
    expect(printed).not.toHaveBeenCalled();
    expect(await failing(new TypeError('a bug'))).toEqual({
      ok: false,
      error: { code: 'unexpected', message: 'a bug' },
    });
    expect(await failing('a text')).toMatchObject({ error: { message: 'a text' } });
    expect(printed).toHaveBeenCalledTimes(2);
  });

  it('asks the gate first', async () => {
    const handler = vi.fn<() => void>();
    const closed: Gate<Tiny> = () => {
      throw new AppError('forbidden', 'no');
    };
    const answer = await createReceiver<Tiny>({ ...handlers, 'tiny.nothing': handler }, closed)(
      call('tiny.nothing'),
      sender,
    );
    expect(answer).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    expect(handler).not.toHaveBeenCalled();
  });
});

describe('listen', () => {
  it('answers runtime messages until it is stopped', async () => {
    const stop = listen(handlers, open);
    expect(await browser.runtime.sendMessage(call('tiny.double', { value: 4 }))).toEqual({
      ok: true,
      value: 8,
    });
    stop();
    await expect(browser.runtime.sendMessage(call('tiny.double', { value: 4 }))).rejects.toThrow(
      'No listeners',
    );
  });

  it('gives messages of others no answer', async () => {
    listen(handlers, open);
    const other = (_message: unknown, _sender: unknown, respond: (answer: string) => void) => {
      respond('theirs');
      return true;
    };
    fakeBrowser.runtime.onMessage.addListener(other);
    expect(await browser.runtime.sendMessage({ type: 'other' })).toBe('theirs');
  });
});

describe('fromWorker', () => {
  const ours = browser.runtime.id;

  it.each<[string, Sender, boolean]>([
    ['our worker', { id: ours }, true],
    ['a tab', { id: ours, tab: { id: 7 } as NonNullable<Sender['tab']> }, false], // Only its presence counts.
    ['another extension', { id: 'other' }, false],
    ['nobody', {}, false],
  ])('lets %s in: %s', (_, from, isAccepted) => {
    const receive = createReceiver<PageProtocol>(
      {
        'sidebar.toggle': () => undefined,
        'sidebar.ready': () => undefined,
        'sidebar.close': () => undefined,
        'site.switchOff': () => undefined,
      },
      fromWorker,
    );
    return expect(receive(call('sidebar.close'), from)).resolves.toMatchObject({ ok: isAccepted });
  });
});
