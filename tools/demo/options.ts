import { valuesOf } from '../command-line';

/** What was asked for; `DEMO_USAGE` describes it. */
export type DemoOptions = ReturnType<typeof readDemoOptions>;

export const DEMO_USAGE = `npm run demo -- [options]
  --live        use the real arxiv.org and huggingface.co
  --data DIR    play recorded API bodies and pages, such as ../shared/data
  --url URL     open another paper page
  --headless    no window: print the lists and write screenshots
  --out DIR     where screenshots go (default .demo)`;

/** Reads the options. Errors: an `Error` in words for an unknown or impossible option. */
export function readDemoOptions(args: readonly string[], env: NodeJS.ProcessEnv, platform: string) {
  const values = valuesOf(args, {
    live: { type: 'boolean', default: false },
    data: { type: 'string' },
    out: { type: 'string', default: '.demo' },
    headless: { type: 'boolean', default: false },
    url: { type: 'string' },
  });
  if (values.live && values.data !== undefined) throw new Error('--live and --data exclude each other.');
  return {
    isLive: values.live,
    dataDir: values.data,
    outDir: values.out,
    /** No window, even if there is a display. */
    isHeadless: values.headless || !hasDisplay(env, platform),
    url: values.url,
  };
}

function hasDisplay(env: NodeJS.ProcessEnv, platform: string): boolean {
  if (platform === 'darwin' || platform === 'win32') return true;
  return Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']);
}
