import { arxivRef } from './arxiv';
import { compact } from '../model/compact';
import { collapseSpace } from '../text/plain';
import { readMetaTags, valueOf } from './meta/meta-tags';
import { addressOf, findAll, textOfFirst } from './pages/elements';
import { webHost, webPath } from './urls/web-host';
import type { PaperMeta, UrlVerdict } from '../model/paper/page';
import type { Site } from './types';

/** Paper pages of https://huggingface.co/papers. */
export const urls: Site = {
  id: 'huggingface',
  name: 'Hugging Face',
  access: 'required',
  matches: ['https://huggingface.co/*'],
  isSinglePage: true,
  classify,
};

function classify(url: URL): UrlVerdict | null {
  const id = webHost(url) === 'huggingface.co' && /^\/papers\/(\d{4}\.\d{4,5})$/.exec(webPath(url))?.[1];
  const ref = arxivRef(id || '', 'abstract', 'huggingface');
  return ref && { kind: 'paper', ref };
}

/** Reads the tab's title, which navigation changes; the tags in the head may be those of the first page. */
export function read(page: Document): PaperMeta | null {
  const address = addressOf(page);
  const ids = address === null ? undefined : classify(address)?.ref.ids;
  if (ids === undefined) return null;
  const tags = readMetaTags(page);
  const isTagged = valueOf(tags, 'og:url').endsWith(`/papers/${ids.arxiv}`);
  const title =
    paperTitle(textOfFirst(page, 'title')) || (isTagged ? paperTitle(valueOf(tags, 'og:title')) : '');
  if (title === '') return null;
  return { title, authors: [], categories: [], ids, ...compact({ abstract: abstractOf(page) }) };
}

/** "Paper page - Title" [arxiv-utils' tests, 2026-07]; '' for every other page of the site. */
function paperTitle(title: string): string {
  return collapseSpace(/^Paper page - (.+)$/s.exec(title)?.[1] ?? '');
}

/** The longest paragraph under the heading "Abstract": a shorter, generated summary may stand before it. */
function abstractOf(page: Document): string | undefined {
  const section = findAll(page, 'h2').find(
    ({ textContent }) => textContent?.trim() === 'Abstract',
  )?.parentElement;
  const texts = findAll(page, 'h2 ~ p, h2 ~ div p')
    .filter((paragraph) => section?.contains(paragraph))
    .map(({ textContent }) => collapseSpace(textContent ?? ''));
  return texts.toSorted((a, b) => b.length - a.length)[0] || undefined;
}
