import type { ReactNode } from 'react';
import { syncProgress } from '../../../lib/model/feed/status';
import type { Settings } from '../../../lib/settings/settings';
import { formatCount, formatDate } from '../../words/format';
import type { FeedStatusView } from '../../worker/use-feed-status';
import { budgetOptions, historyMonthsOf, historyOptions } from './limit-options';
import { SelectField } from '../../controls/SelectField';
import { SourceCard } from './SourceCard';
import { ERROR_WORDS, WORDS } from '../../words/words';

export interface SourcesSectionProps {
  readonly feed: FeedStatusView;
  readonly settings: Settings;
  readonly onChange: (change: Partial<Settings>) => void;
  readonly nowMs: number;
}

/** Where the papers come from, how far back, and how many are kept. */
export function SourcesSection({ feed, settings, onChange, nowMs }: SourcesSectionProps): ReactNode {
  const { status, sync, pause, stopFill, failure } = feed;
  const isRunning = status.kind === 'ready' && syncProgress(status.value) !== null;
  const isPaused = settings.isHistoryPaused;
  const starter = status.kind === 'ready' ? status.value.starter : undefined; // Unknown yet: nothing to say.
  return (
    <>
      {status.kind === 'failed' && <p className="failure">{ERROR_WORDS[status.code]}</p>}
      {status.kind === 'ready' && (
        <ul className="sources" aria-label="Sources">
          {status.value.sources.map((source) => (
            <SourceCard key={source.source} status={source} onStopFill={stopFill} nowMs={nowMs} />
          ))}
        </ul>
      )}
      {starter !== undefined && (
        <p className="usage">
          {formatCount(starter.papers)} papers came with Paperkin: the starter feed of{' '}
          {formatDate(starter.date)}, made of {starter.origin}. Their abstracts follow with the sync.
        </p>
      )}
      <div className="actions">
        <button type="button" className="button" disabled={isRunning} onClick={sync}>
          {WORDS.syncNow}
        </button>
        <button type="button" className="button" onClick={() => pause(!isPaused)}>
          {isPaused ? 'Resume history' : 'Pause history'}
        </button>
      </div>
      {failure !== null && (
        <p className="failure" role="alert">
          {ERROR_WORDS[failure]}
        </p>
      )}
      <div className="fields">
        <SelectField
          label="History of the daily papers"
          text="The last 30 days come first, then the days before, newest first, while nothing else is to be done."
          options={historyOptions(settings.historyMonths)}
          chosen={String(settings.historyMonths)}
          onChoose={(value) => onChange({ historyMonths: historyMonthsOf(value) })}
        />
        <SelectField
          label="Papers kept at most"
          text="When there are more, the oldest and least upvoted go first. Saved papers never go."
          options={budgetOptions(settings.maxPapers)}
          chosen={String(settings.maxPapers)}
          onChoose={(value) => onChange({ maxPapers: Number(value) })}
        />
      </div>
    </>
  );
}
