import { describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { AppError } from '../../../lib/errors';
import {
  codeOf,
  createSend,
  RemoteError,
  send,
  sendToPage,
  type Transport,
} from '../../../lib/messages/send';

const works: Transport = async () => ({ ok: true, value: 'an export' });
const noReceiver = new Error('Could not establish connection. Receiving end does not exist.');

describe('createSend', () => {
  it('sends a call that is marked as ours and unwraps the answer', async () => {
    const transport = vi.fn<Transport>(works);
    expect(await createSend(transport)('reading.export')).toBe('an export');
    expect(transport).toHaveBeenCalledWith({ paperkin: 1, name: 'reading.export' });

    await createSend(transport)('feed.search', { text: 'agents', limit: 5 });
    expect(transport).toHaveBeenLastCalledWith({
      paperkin: 1,
      name: 'feed.search',
      request: { text: 'agents', limit: 5 },
    });
  });

  it('compiles only with the request of the message', async () => {
    const ask = createSend(works);
    // @ts-expect-error -- The limit is missing.
    await ask('feed.search', { text: 'agents' });
    // @ts-expect-error -- It has no request.
    await ask('feed.status', {});
    // @ts-expect-error -- There is no such message.
    await ask('feed.burn');
    // @ts-expect-error -- The answer is a text.
    const number: number = await ask('reading.export');
    expect(number).toBe('an export');
  });

  it('throws the other side’s refusal with its code, without asking twice', async () => {
    const transport = vi.fn<Transport>(async () => ({
      ok: false,
      error: { code: 'bad-file', message: 'no JSON' },
    }));
    const refused = createSend(transport)('reading.import', { text: '' });
    await expect(refused).rejects.toBeInstanceOf(RemoteError);
    await expect(refused).rejects.toMatchObject({ code: 'bad-file', message: 'no JSON' });
    expect(transport).toHaveBeenCalledTimes(1);
  });

  it.each<[string, Transport]>([
    ['nobody is there', () => Promise.reject(noReceiver)],
    ['nobody answers', async () => undefined],
    ['the answer is none', async () => 'hello'],
  ])('tries once more when %s', async (_, first) => {
    const transport = vi.fn<Transport>(works).mockImplementationOnce(first);
    expect(await createSend(transport)('reading.export')).toBe('an export');
    expect(transport).toHaveBeenCalledTimes(2);
  });

  it.each<[string, Transport]>([
    ['nobody is there', () => Promise.reject(noReceiver)],
    ['nobody answers', async () => undefined],
  ])('is unavailable when %s twice', async (_, always) => {
    const transport = vi.fn<Transport>(always);
    await expect(createSend(transport)('feed.status')).rejects.toMatchObject({ code: 'unavailable' });
    expect(transport).toHaveBeenCalledTimes(2);
  });

  it('is unavailable when the deadline passes', async () => {
    vi.useFakeTimers();
    const sent = createSend(() => new Promise(() => undefined), 5000)('feed.status');
    const code = sent.catch(codeOf);
    await vi.advanceTimersByTimeAsync(5000);
    expect(await code).toBe('unavailable');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('leaves no timer behind', async () => {
    vi.useFakeTimers();
    await createSend(works)('feed.status');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('says "reload this page" when the extension was updated underneath', async () => {
    const transport = vi.fn<Transport>(() => Promise.reject(new Error('Extension context invalidated.')));
    await expect(createSend(transport)('feed.status')).rejects.toMatchObject({ code: 'reload-page' });
    expect(transport).toHaveBeenCalledTimes(1);
  });
});

describe('send', () => {
  it('asks the worker', async () => {
    fakeBrowser.runtime.onMessage.addListener(
      (message: unknown, _sender: unknown, respond: (answer: unknown) => void) => {
        respond({ ok: true, value: message });
        return true;
      },
    );
    expect(await send('feed.status')).toEqual({ paperkin: 1, name: 'feed.status' });
  });

  it('says "reload this page" when its runtime is gone', async () => {
    vi.spyOn(browser.runtime, 'id', 'get').mockReturnValue(undefined as unknown as string); // As in an orphaned content script.
    await expect(send('feed.status')).rejects.toMatchObject({ code: 'reload-page' });
  });
});

describe('sendToPage', () => {
  it('asks the top frame of the tab', async () => {
    const sendMessage = vi.spyOn(browser.tabs, 'sendMessage').mockResolvedValue({ ok: true } as never); // The polyfill’s type says void.
    await sendToPage(7, 'sidebar.toggle');
    expect(sendMessage).toHaveBeenCalledWith(7, { paperkin: 1, name: 'sidebar.toggle' }, { frameId: 0 });
  });

  it('is unavailable in a tab without our script', async () => {
    vi.spyOn(browser.tabs, 'sendMessage').mockRejectedValue(noReceiver);
    await expect(sendToPage(7, 'sidebar.close')).rejects.toMatchObject({ code: 'unavailable' });
  });
});

describe('codeOf', () => {
  it.each([
    [new AppError('storage', 'x'), 'storage'],
    [new RemoteError('bad-file', 'x'), 'bad-file'],
    [new Error('x'), 'unexpected'],
    ['x', 'unexpected'],
  ])('of %s is %s', (error, code) => {
    expect(codeOf(error)).toBe(code);
  });
});
