// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import annotate from '../../../entrypoints/annotate';
import watch from '../../../entrypoints/watch';
import { handOver } from '../../../lib/page/injected';
import { takeOver } from '../../../lib/page/lifecycle';
import { sites } from '../../../lib/sites';
import { classifyUrl } from '../../../lib/sites/urls/classify-url';
import { accessTo, fakeAccess } from '../../support/sites/fake-access';
import { ANNOTATION, fakeNavigation, fakeWorker } from '../../support/ui/dom';

let go: (url: string) => void;
let worker: ReturnType<typeof fakeWorker>;

beforeEach(() => {
  go = fakeNavigation('https://huggingface.co/papers');
  worker = fakeWorker();
});
afterEach(() => void takeOver('watch'));

const answers = (isAnnotated: boolean) => worker.mockResolvedValue({ ok: true, value: isAnnotated });
const told = () => worker.mock.calls.map(([call]) => (call as { request: { url: string } }).request.url);
async function goTo(url: string): Promise<void> {
  go(url);
  await new Promise((resolve) => setTimeout(resolve));
}

describe('the watching script', () => {
  it('tells the worker the address of the page and of each that follows', async () => {
    answers(false);
    void watch.main();
    await goTo('https://huggingface.co/models');
    expect(told()).toEqual(['https://huggingface.co/papers', 'https://huggingface.co/models']);
  });

  it('ends once the page is annotated', async () => {
    answers(false);
    void watch.main();
    answers(true);
    await goTo('https://huggingface.co/papers/2606.00001');
    await goTo('https://huggingface.co/papers/2606.00002');
    expect(told()).toHaveLength(2);
  });

  it('goes on after the worker did not answer', async () => {
    worker.mockResolvedValue({ ok: false, error: { code: 'unavailable', message: '' } });
    void watch.main();
    await goTo('https://huggingface.co/models');
    expect(told()).toHaveLength(2);
  });
});

describe('a page view on an optional site', () => {
  const FORUM = 'https://openreview.net/forum?id=';
  type Message = { readonly name: string; readonly request: { readonly url: string } };

  /** The worker as far as it decides where scripts run; what it runs in the page runs in this one. */
  beforeEach(() => {
    vi.stubGlobal('requestIdleCallback', (callback: () => void) => setTimeout(callback));
    const fake = fakeAccess();
    const api = {
      ...fake.api,
      handOver: async (_: number, url: string, page: Parameters<typeof handOver>[0]['page']) =>
        handOver({ url, page }),
      run: async () => void annotate.main(),
    };
    const access = accessTo(sites, { ...fake, api });
    const answerTo = async ({ name, request: { url } }: Message): Promise<unknown> => {
      if (name === 'page.arrived') return access.arrive(1, { url, isDeclared: false });
      return name === 'page.detect' ? classifyUrl(new URL(url), sites) : ANNOTATION;
    };
    worker.mockImplementation(async (message) => ({ ok: true, value: await answerTo(message as Message) }));
  });
  afterEach(() => void takeOver('annotate'));

  const show = (id: string) => {
    vi.stubGlobal('location', new URL(FORUM + id));
    document.title = `Paper ${id} | OpenReview`;
  };
  const asked = () => worker.mock.calls.map(([message]) => (message as Message).name);
  const annotated = () =>
    expect.poll(() => document.querySelector('paperkin-annotation:not([hidden])')).not.toBeNull();

  it('takes two round trips before the annotation: the address arrives, the paper is looked up', async () => {
    show('abcdefghij');
    void watch.main();
    await annotated();
    expect(asked()).toEqual(['page.arrived', 'page.annotate']);
  });

  it('asks what the address says only after a navigation without a load', async () => {
    show('abcdefghij');
    void watch.main();
    await annotated();
    show('klmnopqrst');
    go(`${FORUM}klmnopqrst`);
    await expect.poll(asked).toHaveLength(4);
    expect(asked().slice(2)).toEqual(['page.detect', 'page.annotate']);
  });

  it('does not use what was handed over for an address that the reader has left', async () => {
    show('abcdefghij');
    void watch.main();
    show('klmnopqrst');
    await annotated();
    expect(asked()).toEqual(['page.arrived', 'page.detect', 'page.annotate']);
  });
});
