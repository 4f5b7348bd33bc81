import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const SIZES = [
  { name: 'wide', width: 1280, height: 900 },
  { name: 'narrow', width: 560, height: 900 },
] as const;

const SCHEMES = ['light', 'dark'] as const;

/** Takes screenshots of a page in both colour schemes. */
export class Camera {
  readonly #outDir: string;
  readonly #paths: string[] = [];

  constructor(outDir: string) {
    this.#outDir = outDir;
  }

  /** Paths of the files written, in order. */
  get paths(): readonly string[] {
    return this.#paths;
  }

  /** Shoots a page of a fixed size, such as the popup. */
  async shootFixed(
    page: Page,
    name: string,
    size: { readonly width: number; readonly height: number },
  ): Promise<void> {
    await page.setViewportSize(size);
    for (const scheme of SCHEMES) await this.#shoot(page, `${name}-${scheme}`, scheme);
  }

  /** Shoots a page that adapts to its width: wide and narrow. */
  async shoot(page: Page, name: string): Promise<void> {
    for (const { name: sizeName, ...size } of SIZES) {
      await page.setViewportSize(size);
      for (const scheme of SCHEMES) await this.#shoot(page, `${name}-${sizeName}-${scheme}`, scheme);
    }
  }

  async #shoot(page: Page, name: string, colorScheme: 'dark' | 'light'): Promise<void> {
    await page.emulateMedia({ colorScheme });
    // Colours change through a short transition.
    await page.waitForTimeout(300);
    await mkdir(this.#outDir, { recursive: true });
    const path = join(this.#outDir, `${name}.png`);
    await page.screenshot({ path });
    this.#paths.push(path);
  }
}
