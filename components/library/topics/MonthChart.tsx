import type { ReactNode } from 'react';
import type { MonthCount } from '../../../lib/model/topic';
import { parseIsoDate } from '../../../lib/model/dates';
import { countOf, formatMonth } from '../../words/format';

/** More bars would be too thin. */
const MAX_BARS = 24;

const BAR_EM = 2.4;

/** How many papers each of the last months has, as bars; read out as a list. */
export function MonthChart({ months }: { readonly months: readonly MonthCount[] }): ReactNode {
  const shown = months.slice(-MAX_BARS);
  const most = Math.max(1, ...shown.map(({ papers }) => papers));
  return (
    <figure className="months" style={{ width: `${shown.length * BAR_EM}em` }}>
      <ol aria-label="Papers per month">
        {shown.map(({ month, papers }) => (
          <li key={month} title={`${nameOf(month)}: ${countOf(papers, 'paper')}`}>
            <span className="bar" style={{ height: `${(papers / most) * 100}%` }} />
            <span className="unseen">
              {nameOf(month)}: {countOf(papers, 'paper')}
            </span>
          </li>
        ))}
      </ol>
      <figcaption aria-hidden="true">
        <span>{nameOf(shown[0]?.month)}</span>
        {shown.length > 1 && <span>{nameOf(shown.at(-1)?.month)}</span>}
      </figcaption>
    </figure>
  );
}

function nameOf(month = ''): string {
  const date = parseIsoDate(`${month}-01`);
  return date === null ? '' : formatMonth(date);
}
