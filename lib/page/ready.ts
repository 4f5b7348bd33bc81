import { own } from './own';

/**
 * Waits until the page is parsed and the browser has time; a PDF, which has no text to parse, is ready at
 * once.
 */
export async function whenReady(signal: AbortSignal): Promise<void> {
  if (own('readyState') === 'loading') {
    await new Promise<void>((resolve) => {
      own('addEventListener')('DOMContentLoaded', () => resolve(), { once: true, signal });
    });
  }
  await new Promise<void>((resolve) => {
    requestIdleCallback(() => resolve(), { timeout: 300 });
  });
}
