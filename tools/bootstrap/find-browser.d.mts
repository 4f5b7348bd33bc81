/** A program that can run the extension. `branded`: Chrome and Edge, which ignore `--load-extension`. */
export interface FoundBrowser {
  readonly path: string;
  readonly kind: 'branded' | 'chromium';
}

/** Finds an installed Chromium, else a branded Chrome or Edge; `PAPERKIN_CHROMIUM` wins. */
export function findChromium(env?: NodeJS.ProcessEnv, platform?: string): FoundBrowser | null;

/** Finds an installed Firefox (ESR first); `PAPERKIN_FIREFOX` wins. */
export function findFirefox(env?: NodeJS.ProcessEnv, platform?: string): string | null;
