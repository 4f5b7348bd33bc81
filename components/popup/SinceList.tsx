import type { ReactNode } from 'react';
import type { SinceView } from '../../lib/model/feed/lists';
import { describeSource } from '../../lib/sources/descriptions';
import { countOf, formatWeekday } from '../words/format';
import type { Saving } from '../worker/use-saving';
import { Notice } from '../controls/Notice';
import { PaperList } from '../paper/PaperList';

export interface SinceListProps {
  readonly since: SinceView;
  readonly saving: Saving;
  readonly nowMs: number;
}

/** What came in since the reader's last visit, day by day. */
export function SinceList({ since, saving, nowMs }: SinceListProps): ReactNode {
  const { days, total } = since;
  if (days.length === 0) {
    return (
      <Notice
        title="Nothing new"
        text={
          since.sinceMs === null
            ? 'What comes in from now on is listed here, over all days that you miss.'
            : 'No paper has come in since you last looked.'
        }
      />
    );
  }
  const shown = days.reduce((sum, { papers }) => sum + papers.length, 0);
  return (
    <>
      {days.map(({ source, date, papers }) => {
        const title = formatWeekday(date, nowMs);
        const name = describeSource(source).shortName;
        return (
          <section key={`${source} ${date}`} aria-label={`${title}, ${name}`}>
            <h2 className="part">
              {title} <span>{name}</span>
            </h2>
            <PaperList items={papers} saving={saving} label={`${name}, ${title}`} />
          </section>
        );
      })}
      {total > shown && (
        <p className="found">
          {countOf(total - shown, 'older paper')} came in too: see the days before, or search.
        </p>
      )}
    </>
  );
}
