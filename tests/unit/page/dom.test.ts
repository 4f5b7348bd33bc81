// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { element, onClick, own, shadowHost } from '../../../lib/page/dom';
import { clickTrusted } from '../../support/ui/dom';

afterEach(() => {
  document.body.replaceChildren();
  Reflect.deleteProperty(document, 'createElement');
});

describe('own', () => {
  it('is the document’s own method though an element of the page has its name', () => {
    // As a browser does for <img name="createElement">; jsdom does not.
    Object.defineProperty(document, 'createElement', { value: document.body, configurable: true });
    expect(own('createElement')('p').localName).toBe('p');
  });

  it('is the document’s own value', () => {
    expect(own('documentElement')).toBe(document.documentElement);
  });
});

describe('element', () => {
  it('sets attributes and children, and takes texts for texts', () => {
    const made = element('p', { class: 'note' }, '<img src=x onerror=alert(1)>', element('b', {}, '&amp;'));
    expect(made.className).toBe('note');
    expect(made.textContent).toBe('<img src=x onerror=alert(1)>&amp;');
    expect(made.querySelector('img')).toBeNull();
  });
});

describe('shadowHost', () => {
  it('is closed to the page and has its own style', () => {
    const { host, root } = shadowHost('paperkin-test', 'p { color: red }');
    expect(host.shadowRoot).toBeNull();
    expect(root.mode).toBe('closed');
    expect(root.querySelector('style')?.textContent).toBe('p { color: red }');
  });
});

describe('onClick', () => {
  it('acts for a person, not for the page, and not after the end', () => {
    const button = element('button');
    const action = vi.fn<() => void>();
    const end = new AbortController();
    onClick(button, action, end.signal);

    button.click();
    button.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    expect(action).not.toHaveBeenCalled();
    clickTrusted(button);
    expect(action).toHaveBeenCalledTimes(1);

    end.abort();
    clickTrusted(button);
    expect(action).toHaveBeenCalledTimes(1);
  });
});
