const seen = new Set<string>();

/**
 * Reports an unexpected error of ours, each distinct one once per context.
 *
 * Says where it happened, never what was read: no page text, title or URL is logged.
 */
export function report(where: string, error: unknown): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  if (seen.has(where + text)) return;
  seen.add(where + text);
  console.error(`[paperkin] ${where}:`, error);
}
