// @vitest-environment jsdom
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Annotation } from '../../../lib/messages/protocol';
import { type AnnotationOptions, createAnnotation } from '../../../lib/page/annotation';
import { textOf } from '../../support/repository';
import { ANNOTATION, clickTrusted, watchShadowRoots } from '../../support/ui/dom';

const ready: Annotation = { ...ANNOTATION, topics: ['coding agents', 'flow matching'] };
const OPEN = 'Open Paperkin’s sidebar';
const HOSTILE = '"><img src=x onerror=alert(1)><script>alert(2)</script>';

let end: AbortController;
let rootOf: (tag: string) => ShadowRoot;

beforeEach(() => {
  end = new AbortController();
  rootOf = watchShadowRoots();
});
afterEach(() => {
  end.abort();
  document.body.replaceChildren();
});

function mount(overrides: Partial<AnnotationOptions> = {}) {
  const calls = {
    onOpen: vi.fn<() => void>(),
    onSwitch: vi.fn<(isOn: boolean) => void>(),
    onRetry: vi.fn<() => void>(),
    onReload: vi.fn<() => void>(),
  };
  const options = { slot: 'row', siteName: 'arXiv', signal: end.signal } as const;
  const view = createAnnotation({ ...options, ...calls, ...overrides });
  document.body.append(view.host);
  const root = rootOf('paperkin-annotation');
  const button = () => {
    const found = root.querySelector('button');
    if (found === null) throw new Error('The annotation has no button');
    return found;
  };
  return { view, root, button, ...calls };
}

const topicsIn = (root: ShadowRoot) => [...root.querySelectorAll('.topic')].map((topic) => topic.textContent);

describe('createAnnotation', () => {
  it('is empty until there is something to show', () => {
    const { root } = mount();
    expect(root.querySelector('.annotation')?.childElementCount).toBe(0);
  });

  it('shows four topics at most, and how many papers are related', () => {
    const { view, root, button } = mount();
    view.show({ ...ready, topics: ['a', 'b', 'c', 'd', 'e'] });
    expect(topicsIn(root)).toEqual(['a', 'b', 'c', 'd']);
    expect(button().textContent).toBe('7 related');
    expect(button().getAttribute('aria-label') ?? button().ariaLabel).toBe('7 related papers');
  });

  it('has no room for topics on the edge', () => {
    const { view, root } = mount({ slot: 'edge' });
    view.show(ready);
    expect(topicsIn(root)).toEqual([]);
    expect(root.querySelector('.annotation')?.classList).toContain('edge');
    expect(view.host.dataset['slot']).toBe('edge');
  });

  it.each<[string, Partial<Annotation>, string, string]>([
    ['no paper', { relatedCount: 0 }, '0 related', '0 related papers'],
    ['one paper', { relatedCount: 1 }, '1 related', '1 related paper'],
    [
      'a first sync',
      { state: 'syncing', relatedCount: 0 },
      'Fetching the feed…',
      `Fetching the feed… ${OPEN}`,
    ],
    ['a sync that found some', { state: 'syncing', relatedCount: 2 }, '2 related', '2 related papers'],
    [
      'an empty feed',
      { state: 'empty', relatedCount: 0 },
      'No related papers yet',
      `No related papers yet ${OPEN}`,
    ],
  ])('says so for %s', (_, change, words, name) => {
    const { view, button } = mount();
    view.show({ ...ready, ...change });
    expect(button()).toMatchObject({ textContent: words, ariaLabel: name });
  });

  it('marks a saved paper', () => {
    const { view, button } = mount();
    view.show({ ...ready, isSaved: true });
    expect(button().dataset['saved']).toBe('true');
    expect(button().title).toBe('In your reading list');
    view.show(ready);
    expect(button().dataset['saved']).toBe('false');
  });

  it('shows hostile topics as text', () => {
    const { view, root } = mount();
    view.show({ ...ready, topics: [HOSTILE] });
    expect(topicsIn(root)).toEqual([HOSTILE]);
    expect(root.querySelector('img, script')).toBeNull();
  });

  it('opens for a person’s click, not for the page’s', () => {
    const { view, button, onOpen } = mount();
    view.show(ready);
    button().click();
    view.host.click();
    expect(onOpen).not.toHaveBeenCalled();
    clickTrusted(button());
    expect(onOpen).toHaveBeenCalledTimes(1);
  });

  it.each([
    [
      'asks again when the look-up failed',
      'showFailed',
      'onRetry',
      'Paperkin could not look this paper up: try again',
    ],
    [
      'reloads the page when the extension was updated',
      'showUpdated',
      'onReload',
      'Paperkin was updated: reload this page',
    ],
    ['switches the site on again', 'showOff', 'onSwitch', 'Off on arXiv: switch on again'],
  ] as const)('%s, and opens again after the next answer', (_, note, handler, words) => {
    const { view, root, button, ...calls } = mount();
    view.show(ready);
    view[note]();
    expect(button().textContent).toBe(words);
    expect(topicsIn(root)).toEqual([]);
    clickTrusted(button());
    expect(calls[handler].mock.calls).toEqual(note === 'showOff' ? [[true]] : [[]]);
    expect(calls.onOpen).not.toHaveBeenCalled();

    view.show(ready);
    clickTrusted(button());
    expect(calls[handler]).toHaveBeenCalledTimes(1);
    expect(calls.onOpen).toHaveBeenCalledTimes(1);
  });

  it('is dark on a dark page: its reset does not reset the colour scheme', () => {
    expect(textOf('lib/page/annotation.css')).toMatch(/all: initial;\s*color-scheme: inherit;/);
  });

  it('takes the focus back', () => {
    const { view, root, button } = mount();
    view.show(ready);
    view.focus();
    expect(document.activeElement).toBe(view.host);
    expect(root.activeElement).toBe(button());
  });

  it('leaves the page at the end', () => {
    const { view } = mount();
    end.abort();
    expect(view.host.isConnected).toBe(false);
  });

  it.each<Partial<Annotation>>([{}, { state: 'syncing', relatedCount: 0 }, { isSaved: true }])(
    'has no accessibility failure that a program finds: %j',
    async (change) => {
      vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null); // jsdom has none.
      const { view, root } = mount();
      view.show({ ...ready, ...change });
      // Axe cannot look into a closed root: the same nodes are checked outside.
      document.body.append(...[...root.children].filter((child) => child.localName !== 'style'));
      const { violations } = await axe.run(document.body, {
        rules: { region: { enabled: false }, 'color-contrast': { enabled: false } },
      });
      expect(violations.map(({ id }) => id)).toEqual([]);
    },
  );

  it.each<AnnotationOptions['slot']>(['row', 'edge'])('switches the site off in one click (%s)', (slot) => {
    const { view, root, onSwitch, onOpen } = mount({ slot });
    view.show(ready);
    const off = root.querySelector('button[aria-label="Switch Paperkin off on arXiv"]');
    clickTrusted(off ?? window);
    expect(onSwitch).toHaveBeenCalledExactlyOnceWith(false);
    expect(onOpen).not.toHaveBeenCalled();
  });
});
