/** The forms in which a list is written. */
export type ExportFormat = 'atom' | 'json-feed' | 'markdown';
