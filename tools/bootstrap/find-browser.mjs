import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * @typedef {object} FoundBrowser
 * @property {string} path The program.
 * @property {'chromium' | 'branded'} kind `branded`: Chrome and Edge, which ignore `--load-extension`.
 */

const CHROMIUM_NAMES = ['chromium', 'chromium-browser', 'ungoogled-chromium', 'chrome-for-testing'];
const BRANDED_NAMES = [
  'google-chrome-stable',
  'google-chrome',
  'google-chrome-beta',
  'google-chrome-unstable',
  'microsoft-edge-stable',
  'microsoft-edge',
];

/** Usual folders outside the search path, by `process.platform`. */
const PLACES = {
  linux: {
    chromium: ['/usr/lib/chromium/chromium', '/snap/bin/chromium'],
    branded: ['/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge'],
    firefox: ['/usr/lib/firefox-esr/firefox-esr'],
  },
  darwin: {
    chromium: [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    ],
    branded: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ],
    firefox: [
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      '/Applications/Firefox Developer Edition.app/Contents/MacOS/firefox',
    ],
  },
  win32: {
    chromium: [String.raw`Chromium\Application\chrome.exe`],
    branded: [
      String.raw`Google\Chrome\Application\chrome.exe`,
      String.raw`Microsoft\Edge\Application\msedge.exe`,
    ],
    firefox: [String.raw`Mozilla Firefox\firefox.exe`],
  },
};

/**
 * Finds an installed Chromium, else a branded Chrome or Edge; null if there is neither.
 *
 * `PAPERKIN_CHROMIUM` names one and wins; its path tells the kind.
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {string} platform
 * @returns {FoundBrowser | null}
 */
export function findChromium(env = process.env, platform = process.platform) {
  const chosen = env['PAPERKIN_CHROMIUM'];
  if (chosen)
    return {
      path: chosen,
      kind: /edge|google[ -]?chrome(?! for testing)|google[\\/]chrome/i.test(chosen) ? 'branded' : 'chromium',
    };
  const chromium = firstProgram(env, platform, CHROMIUM_NAMES, 'chromium');
  if (chromium !== null) return { path: chromium, kind: 'chromium' };
  const branded = firstProgram(env, platform, BRANDED_NAMES, 'branded');
  return branded === null ? null : { path: branded, kind: 'branded' };
}

/**
 * Finds an installed Firefox (ESR first), or null; `PAPERKIN_FIREFOX` wins.
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {string} platform
 * @returns {string | null}
 */
export function findFirefox(env = process.env, platform = process.platform) {
  return env['PAPERKIN_FIREFOX'] || firstProgram(env, platform, ['firefox-esr', 'firefox'], 'firefox');
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {string} platform
 * @param {readonly string[]} names
 * @param {'chromium' | 'branded' | 'firefox'} kind
 */
function firstProgram(env, platform, names, kind) {
  const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const onPath =
    platform === 'win32' ? [] : names.flatMap((name) => folders.map((folder) => join(folder, name)));
  const roots =
    platform === 'win32'
      ? [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].filter(Boolean)
      : [''];
  const places = PLACES[platform === 'darwin' || platform === 'win32' ? platform : 'linux'][kind];
  const candidates = [
    ...onPath,
    ...roots.flatMap((root) => places.map((place) => (root ? join(root, place) : place))),
  ];
  return candidates.find(isProgram) ?? null;
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false; // Missing or not executable: try the next candidate.
  }
}
