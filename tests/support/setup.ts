import { configure } from '@testing-library/dom';
import { afterEach, beforeEach, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

// Ends what hangs. A busy machine draws a screen late, not wrongly.
configure({ asyncUtilTimeout: 20_000 });

// Files share one process, so no test may leave anything behind.
beforeEach(() => fakeBrowser.reset());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

// React asks at its first import whether there is a document.
if (typeof document !== 'undefined') {
  const { cleanup } = await import('@testing-library/react');
  afterEach(cleanup);
}
