import type { Page } from 'puppeteer-core';
import { until } from './until';

/** A node as BiDi serialises it. */
interface RemoteNode {
  readonly sharedId?: string;
  readonly value?: { readonly shadowRoot?: RemoteNode | null };
}

/** A button inside a closed shadow root. */
interface HiddenButton {
  /** What a screen reader calls it: the label, else the text. */
  readonly name: string;
  /** Its middle, in CSS pixels of the view. */
  readonly x: number;
  readonly y: number;
}

/**
 * The buttons in the closed shadow root of the first `host` element; empty if there is none.
 *
 * Firefox exposes closed roots only over BiDi, with `includeShadowTree: 'all'`.
 */
export async function hiddenButtons(page: Page, host: string): Promise<readonly HiddenButton[]> {
  const { contextId, send } = bidiOf(page);
  const target = { context: contextId };
  const found = (await send('script.evaluate', {
    expression: `document.querySelector(${JSON.stringify(host)})`,
    target,
    awaitPromise: false,
    serializationOptions: { includeShadowTree: 'all', maxDomDepth: 1 },
  })) as { result: RemoteNode }; // The shape is WebDriver BiDi's `script.EvaluateResult`.
  const root = found.result.value?.shadowRoot?.sharedId;
  if (root === undefined) return [];
  const described = (await send('script.callFunction', {
    functionDeclaration: DESCRIBE_BUTTONS,
    arguments: [{ sharedId: root }],
    target,
    awaitPromise: false,
  })) as { result: { value: string } }; // As above; the function returns a text.
  return JSON.parse(described.result.value) as readonly HiddenButton[]; // Written by the function below.
}

/** Waits for a button in a closed shadow root and clicks it with the real mouse. */
export async function clickHiddenButton(page: Page, host: string, name: RegExp): Promise<HiddenButton> {
  let buttons: readonly HiddenButton[] = [];
  const found = await until(
    async () => {
      buttons = await hiddenButtons(page, host);
      return buttons.find((button) => name.test(button.name));
    },
    () => `No button ${name} inside <${host}>. There was: ${buttons.map((button) => button.name).join(', ')}`,
  );
  await page.mouse.click(found.x, found.y);
  return found;
}

const DESCRIBE_BUTTONS = `(root) => JSON.stringify([...root.querySelectorAll('button')].map((button) => {
  const { left, top, width, height } = button.getBoundingClientRect();
  return { name: button.ariaLabel ?? button.textContent.trim(), x: left + width / 2, y: top + height / 2 };
}))`;

/** The parts of puppeteer's BiDi connection that we use; its public types lack them. */
interface BidiFrame {
  readonly browsingContext: {
    readonly id: string;
    readonly userContext: { readonly browser: { readonly session: BidiSession } };
  };
}

interface BidiSession {
  send(method: string, params: object): Promise<{ readonly result: unknown }>;
}

/** A page's own WebDriver BiDi connection to the browser, for what puppeteer has no call for. */
function bidiOf(page: Page) {
  const { id, userContext } = (page.mainFrame() as unknown as BidiFrame).browsingContext; // See BidiFrame.
  const { session } = userContext.browser;
  const send = async (method: string, params: object) => (await session.send(method, params)).result;
  return { contextId: id, send };
}
