import { useEffect, useState } from 'react';
import type { News } from '../../lib/messages/news';
import { SECOND } from '../../lib/model/dates';
import { OUTSIDE, type Outside } from './outside';

/** A first sync announces every page that it merges; lists follow at this pace. */
const PAUSE_MS = SECOND;

/**
 * When feed and reading list last changed.
 *
 * Of the feed at most one change per second, and the last one always. Of the reading list every change at
 * once: each is a click of the reader's.
 */
export function useNews({ watchNews }: Pick<Outside, 'watchNews'> = OUTSIDE): News {
  const [news, setNews] = useState<News>({ feed: 0, reading: 0 });

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let latest: News = { feed: 0, reading: 0 };
    const release = (): void => {
      timer = undefined;
      setNews(latest);
    };
    const take = (next: News): void => {
      const isClick = next.reading !== latest.reading;
      latest = next;
      if (timer === undefined || isClick) setNews(next);
      timer ??= setTimeout(release, PAUSE_MS);
    };
    const stop = watchNews(take);
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [watchNews]);

  return news;
}
