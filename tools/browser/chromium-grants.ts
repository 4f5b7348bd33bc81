import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The part of a profile's `Preferences` that is changed here. */
interface Preferences {
  readonly extensions?: { readonly settings?: Record<string, ExtensionPreferences> };
}

interface ExtensionPreferences {
  runtime_granted_permissions?: { explicit_host?: string[] };
}

/**
 * Answers a browser's question beforehand: `permissions.request` for these origins is granted without a
 * prompt, as for a reader who allowed them before. Headless Chromium shows no prompt and would wait for
 * ever.
 *
 * The browser must have run with this profile, and be closed. Errors: when it does not know the extension.
 */
export function grantInProfile(profileDir: string, extensionId: string, origins: readonly string[]): void {
  const file = join(profileDir, 'Default', 'Preferences');
  const preferences = JSON.parse(readFileSync(file, 'utf8')) as Preferences; // Chromium's own; a missing part is reported below.
  const settings = preferences.extensions?.settings?.[extensionId];
  if (settings === undefined) throw new Error(`${file} does not know the extension ${extensionId}.`);
  const granted = settings.runtime_granted_permissions?.explicit_host ?? [];
  settings.runtime_granted_permissions = {
    ...settings.runtime_granted_permissions,
    explicit_host: [...new Set([...granted, ...origins])],
  };
  writeFileSync(file, JSON.stringify(preferences));
}
