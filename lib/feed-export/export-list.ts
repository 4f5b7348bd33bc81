import type { ExportFormat } from '../model/feed/lists';
import { toAtom } from './atom';
import { toJsonFeed } from './json-feed';
import { toMarkdown } from './markdown';
import type { ExportedList } from './entry';

/** A list written in a format. */
export interface ExportedFile {
  readonly name: string;
  readonly text: string;
  /** As for `Content-Type`. */
  readonly type: string;
}

const FORMATS: Readonly<
  Record<
    ExportFormat,
    { readonly write: (list: ExportedList) => string; readonly ending: string; readonly type: string }
  >
> = {
  atom: { write: toAtom, ending: 'atom.xml', type: 'application/atom+xml' },
  'json-feed': { write: toJsonFeed, ending: 'feed.json', type: 'application/feed+json' },
  markdown: { write: toMarkdown, ending: 'md', type: 'text/markdown' },
};

/** Writes a list as a file, named `paperkin-NAME.ENDING`. */
export function exportList(list: ExportedList, format: ExportFormat, name: string): ExportedFile {
  const { write, ending, type } = FORMATS[format];
  return { name: `paperkin-${name}.${ending}`, text: write(list), type };
}
