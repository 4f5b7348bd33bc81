// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { own } from '../../../lib/page/own';

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
