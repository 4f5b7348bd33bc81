import { parseArgs } from 'node:util';

/** What was asked for on the command line. */
export interface DemoOptions {
  /** Use the real sites. */
  readonly isLive: boolean;
  /** Folder of recordings to play instead of the sample data. */
  readonly dataDir: string | undefined;
  /** Where screenshots go. */
  readonly outDir: string;
  /** Opens no window even if there is a display. */
  readonly isHeadless: boolean;
  /** The page to open instead of the data's own example. */
  readonly url: string | undefined;
}

export const DEMO_USAGE = `npm run demo -- [options]
  --live        use the real arxiv.org and huggingface.co
  --data DIR    play recorded API bodies and pages, such as ../shared/data
  --url URL     open another paper page
  --headless    no window: print the lists and write screenshots
  --out DIR     where screenshots go (default .demo)`;

/** Reads the options. Errors: an `Error` in words for an unknown or impossible option. */
export function readDemoOptions(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  platform: string,
): DemoOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      live: { type: 'boolean', default: false },
      data: { type: 'string' },
      out: { type: 'string', default: '.demo' },
      headless: { type: 'boolean', default: false },
      url: { type: 'string' },
    },
  });
  if (values.live && values.data !== undefined) throw new Error('--live and --data exclude each other.');
  return {
    isLive: values.live,
    dataDir: values.data,
    outDir: values.out,
    isHeadless: values.headless || !hasDisplay(env, platform),
    url: values.url,
  };
}

function hasDisplay(env: NodeJS.ProcessEnv, platform: string): boolean {
  if (platform === 'darwin' || platform === 'win32') return true;
  return Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']);
}
