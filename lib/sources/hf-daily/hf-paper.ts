import { ParseError } from '../../errors';
import type { HttpGet } from '../../http';
import type { ArxivId } from '../../model/paper/arxiv-id';
import type { PaperFacts } from '../../model/paper/paper';
import { readHfRecord } from './record';

const API_URL = 'https://huggingface.co/api/papers';

/**
 * Asks Hugging Face for one paper. Shape: the body, parsed JSON. Errors: `NetworkError`, `not-found` for an
 * id that it does not have; `ParseError` for JSON that is none.
 */
export async function fetchHfPaper(id: ArxivId, get: HttpGet, signal: AbortSignal): Promise<unknown> {
  const path = id.split('/').map(encodeURIComponent).join('/');
  const body = await get(`${API_URL}/${path}`, { signal, accept: 'application/json' });
  try {
    return JSON.parse(body);
  } catch (error) {
    throw new ParseError('Expected a paper as JSON, got another text', { cause: error });
  }
}

/** Reads the body: what a list has as `paper`. Errors: `ParseError` for anything that is no paper. */
export function parseHfPaper(raw: unknown): PaperFacts {
  const outcome = readHfRecord({ paper: raw });
  if ('drop' in outcome) throw new ParseError(`Expected a paper, got one that is ${outcome.drop}`);
  return outcome.record.paper;
}
