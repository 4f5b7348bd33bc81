import type { Page } from 'puppeteer-core';

/** The parts of puppeteer's BiDi connection that are used; not in its public types. */
interface BidiFrame {
  readonly browsingContext: {
    readonly id: string;
    readonly userContext: { readonly browser: { readonly session: BidiSession } };
  };
}

interface BidiSession {
  send(method: string, params: object): Promise<{ readonly result: unknown }>;
}

/** A page's own line to the browser, for what puppeteer has no call for. */
export interface Bidi {
  readonly contextId: string;
  /** Sends a WebDriver BiDi command and gives its result. */
  readonly send: (method: string, params: object) => Promise<unknown>;
}

/** The BiDi connection of a page. */
export function bidiOf(page: Page): Bidi {
  const { id, userContext } = (page.mainFrame() as unknown as BidiFrame).browsingContext; // See BidiFrame.
  const { session } = userContext.browser;
  return { contextId: id, send: async (method, params) => (await session.send(method, params)).result };
}
