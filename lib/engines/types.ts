import type { HttpGet } from '../http';
import type { Cursor } from '../model/feed';
import type { EngineId, EnginePaper } from '../model/more-related';
import type { PaperIds } from '../model/paper';

/** What one response said. */
export interface EnginePage {
  /** Best first. */
  readonly papers: readonly EnginePaper[];
  /** A further request that the answer needs, in place of this one's papers. */
  readonly next?: Cursor;
}

/** How a request may be made. */
export interface EngineAccess {
  readonly get: HttpGet;
  readonly signal: AbortSignal;
  /** The reader's own, when there is one. */
  readonly apiKey?: string;
}

/**
 * A service that is asked for papers related to one. It is told which, so it is off until the reader switches
 * it on, and its hosts are optional permissions. Knows bytes and the model, nothing of storage or words.
 */
export interface Engine {
  /** File name, settings key, store key. */
  readonly id: EngineId;
  readonly name: string;
  readonly homepage: string;
  /** Match patterns of every host it asks; become optional host permissions. */
  readonly hosts: readonly string[];
  /** Pause between two requests. */
  readonly minIntervalMs: number;
  /** How its records may be used. */
  readonly licence: string;
  /** The request for a paper, which holds the one id that is sent; null when the service knows none of them. */
  begin(ids: PaperIds): Cursor | null;
  /** One response body. Errors: `NetworkError`; `ParseError` for JSON that is none. */
  fetchPage(cursor: Cursor, access: EngineAccess): Promise<unknown>;
  /** Reads a body. Bad records are left out. Errors: `ParseError` when the envelope is wrong. */
  parse(raw: unknown, cursor: Cursor): EnginePage;
}
