// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSidebar, type SidebarOptions } from '../../../lib/page/sidebar';
import { textOf } from '../../support/repository';
import { clickTrusted, dispatchTrusted, watchShadowRoots } from '../../support/ui/dom';

let end: AbortController;
let rootOf: (tag: string) => ShadowRoot;

beforeEach(() => {
  vi.useFakeTimers();
  end = new AbortController();
  rootOf = watchShadowRoots();
});
afterEach(() => {
  end.abort();
});

function make(overrides: Partial<SidebarOptions> = {}) {
  const onClose = vi.fn<() => void>();
  const openSidePanel = vi.fn<() => Promise<void>>(async () => undefined);
  const sidebar = createSidebar({
    url: () => 'about:blank#token=one',
    openSidePanel,
    onClose,
    signal: end.signal,
    ...overrides,
  });
  const frame = () => {
    const found = rootOf('paperkin-sidebar').querySelector('iframe');
    if (found === null) throw new Error('The sidebar has no frame');
    return found;
  };
  return { sidebar, onClose, openSidePanel, frame };
}

const host = () => document.querySelector('paperkin-sidebar');
const refusal = () => rootOf('paperkin-sidebar').querySelector('.refusal');
const buttonNamed = (name: RegExp) => {
  const found = [...(refusal()?.querySelectorAll('button') ?? [])].find((button) =>
    name.test(button.textContent),
  );
  if (found === undefined) throw new Error(`No button ${name}`);
  return found;
};
const escape = () => new KeyboardEvent('keydown', { key: 'Escape', bubbles: true });

describe('createSidebar', () => {
  it('puts nothing into the page until it is opened', () => {
    const { sidebar } = make();
    expect(host()).toBeNull();
    expect(sidebar.isOpen()).toBe(false);
  });

  it('opens the panel’s page once, under <html>, with a name', () => {
    const { sidebar, frame } = make();
    sidebar.open();
    sidebar.open();
    expect(document.querySelectorAll('paperkin-sidebar')).toHaveLength(1);
    expect(host()?.parentElement).toBe(document.documentElement);
    expect(frame().getAttribute('src')).toBe('about:blank#token=one');
    expect(frame().title).toBe('Paperkin: related papers');
    expect(sidebar.isOpen()).toBe(true);
  });

  it('closes, gives the focus back once, and opens again', () => {
    const { sidebar, onClose } = make();
    sidebar.close();
    expect(onClose).not.toHaveBeenCalled();
    sidebar.open();
    sidebar.close();
    sidebar.close();
    expect(onClose).toHaveBeenCalledTimes(1);
    expect(host()).toBeNull();
    sidebar.open();
    expect(host()).not.toBeNull();
  });

  it('closes for a person’s Esc, not for the page’s, and for no other key', () => {
    const { sidebar } = make();
    sidebar.open();
    document.dispatchEvent(escape());
    dispatchTrusted(document, new KeyboardEvent('keydown', { key: 'a' }));
    expect(sidebar.isOpen()).toBe(true);
    dispatchTrusted(document, escape());
    expect(sidebar.isOpen()).toBe(false);
  });

  it('takes the focus when its page runs, and is not refused then', () => {
    const { sidebar, frame } = make();
    sidebar.open();
    const focus = vi.spyOn(frame(), 'focus');
    sidebar.ready();
    expect(focus).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(60_000);
    expect(refusal()).toBeNull();
  });

  it('is not fooled by what the page or the frame posts', () => {
    const { sidebar, frame } = make();
    sidebar.open();
    const { contentWindow } = frame();
    for (const source of [window, contentWindow]) {
      window.dispatchEvent(new MessageEvent('message', { data: 'paperkin:panel-ready', source }));
    }
    vi.advanceTimersByTime(3000);
    expect(refusal()).not.toBeNull();
  });

  it('is ready only while it is open', () => {
    const { sidebar } = make();
    sidebar.ready();
    sidebar.open();
    sidebar.close();
    sidebar.ready();
    sidebar.open();
    vi.advanceTimersByTime(3000);
    expect(refusal()).not.toBeNull();
  });

  it('is dark on a dark page: its reset does not reset the colour scheme', () => {
    expect(textOf('lib/page/sidebar.css')).toMatch(/all: initial;\s*color-scheme: inherit;/);
  });

  it('says after 3 s that the page refuses it, and offers the browser’s panel', async () => {
    const { sidebar, openSidePanel, onClose } = make();
    sidebar.open();
    vi.advanceTimersByTime(2999);
    expect(refusal()).toBeNull();
    vi.advanceTimersByTime(1);
    expect(refusal()?.getAttribute('role')).toBe('alert');

    buttonNamed(/side panel/).click();
    expect(openSidePanel).not.toHaveBeenCalled();
    clickTrusted(buttonNamed(/side panel/));
    await vi.advanceTimersByTimeAsync(0);
    expect(openSidePanel).toHaveBeenCalledTimes(1);
    expect(sidebar.isOpen()).toBe(false);
    expect(onClose).toHaveBeenCalledTimes(1);
  });

  it('says what to do where the browser has no panel to open', async () => {
    const { sidebar } = make({ openSidePanel: () => Promise.reject(new Error('unavailable')) });
    sidebar.open();
    vi.advanceTimersByTime(3000);
    clickTrusted(buttonNamed(/side panel/));
    await vi.advanceTimersByTimeAsync(0);
    expect(refusal()?.textContent).toContain('from the browser’s toolbar instead');
    clickTrusted(buttonNamed(/Close/));
    expect(sidebar.isOpen()).toBe(false);
  });

  it('leaves nothing behind when it is closed, or the reader goes on', () => {
    const { sidebar } = make();
    sidebar.open();
    sidebar.close();
    expect(vi.getTimerCount()).toBe(0);
    sidebar.open();
    end.abort();
    expect(host()).toBeNull();
    expect(vi.getTimerCount()).toBe(0);
  });
});
