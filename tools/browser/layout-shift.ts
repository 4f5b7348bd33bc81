import type { Page } from 'playwright-core';

/** Where a page keeps its sum; set by `watchLayoutShift`. */
interface Watched {
  readonly layoutShift: { readonly observer: PerformanceObserver; sum: number };
}

/** Lets a page add up its layout shifts. Call it before the page is opened. */
export async function watchLayoutShift(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const layoutShift = {
      sum: 0,
      observer: new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
          layoutShift.sum += entry.value;
      }),
    };
    layoutShift.observer.observe({ type: 'layout-shift', buffered: true });
    Object.assign(window, { layoutShift });
  });
}

/** The sum of a watched page's layout shifts, those of the frame drawn last included. */
export function layoutShiftOf(page: Page): Promise<number> {
  return page.evaluate(async () => {
    // A shift is noted when its frame is drawn: the second callback comes after that.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const { layoutShift } = window as unknown as Watched; // See `watchLayoutShift`.
    for (const entry of layoutShift.observer.takeRecords() as (PerformanceEntry & { value: number })[])
      layoutShift.sum += entry.value;
    return layoutShift.sum;
  });
}
