import { type ReactNode, useId, useState } from 'react';
import { feedProblem, type FeedStatus, lastSyncedAtMs, syncProgress } from '../../lib/model/feed/status';
import { bestLink } from '../../lib/model/paper/links';
import { DEFAULT_SOURCE } from '../../lib/sources/descriptions';
import { Brand } from '../controls/Icon';
import { type CategoryOption, CategoryPicker, toggled } from './settings/CategoryPicker';
import { countOf } from '../words/format';
import { useEdition } from '../popup/use-lists';
import { useFeedStatus } from '../worker/use-feed-status';
import type { SettingsView } from '../worker/use-settings';
import { Progress } from '../controls/Progress';
import { ERROR_WORDS, WORDS } from '../words/words';

export interface WelcomeScreenProps {
  readonly settings: SettingsView;
  readonly categories: readonly CategoryOption[];
  /** Address of the popup, opened as a page. */
  readonly listUrl: string;
}

/** Categories that most readers of Hugging Face's list follow; all others are in the settings. */
const SUGGESTED = ['cs.CL', 'cs.LG', 'cs.CV', 'cs.AI', 'stat.ML', 'cs.RO', 'cs.IR'];

const NEWEST = { source: DEFAULT_SOURCE.id, span: 'day', date: null } as const;

/** The page that opens after the installation. */
export function WelcomeScreen({ settings: view, categories, listUrl }: WelcomeScreenProps): ReactNode {
  const feed = useFeedStatus();
  const { edition } = useEdition(NEWEST);
  const { settings, change } = view;
  const [isPicking, setIsPicking] = useState(false);
  const pickerId = useId();
  const chosen = settings?.categories ?? []; // Null until they are read.
  const first = edition.kind === 'ready' ? edition.value?.papers[0]?.paper : undefined; // No edition yet: nothing to open.
  const firstUrl = first === undefined ? null : bestLink(first.ids);
  const leave = (): void => change({ isIntroduced: true });
  return (
    <div className="welcome">
      <h1>
        <Brand />
        <span className="motto">Related papers, in the margin of the one you read.</span>
      </h1>
      <ol className="points">
        <li>
          <b>Open a paper</b> on arXiv or Hugging Face. A line under its authors names its topics and how many
          related papers your feed holds.
        </li>
        <li>
          <b>Open the margin</b> with a click on that line, or <kbd>Alt</kbd>+<kbd>R</kbd>: the related
          papers, each with the reason.
        </li>
        <li>
          <b>See the day’s papers</b> with a click on Paperkin in the toolbar, and keep what you want to read.
        </li>
      </ol>
      <p className="privacy">
        {WORDS.privacy} One exception, with a switch in the settings: a PDF or HTML page on arxiv.org that
        your feed lacks gets its title and abstract from arXiv.
      </p>
      <SyncState feed={feed} />
      <section aria-labelledby="welcome-categories">
        <h2 id="welcome-categories">Also follow on arXiv</h2>
        <ul className="topics">
          {SUGGESTED.map((id) => (
            <li key={id}>
              <button
                type="button"
                className="topic"
                aria-pressed={chosen.includes(id)}
                disabled={settings === null}
                title={
                  categories.find((category) => category.id === id)?.name /* Its id says enough without. */
                }
                onClick={() => change({ categories: toggled(chosen, id) })}
              >
                {id}
              </button>
            </li>
          ))}
          <li>
            <button
              type="button"
              className="topic-more"
              aria-expanded={isPicking}
              aria-controls={pickerId}
              onClick={() => setIsPicking(!isPicking)}
            >
              {isPicking ? 'Fewer' : `All ${categories.length}…`}
            </button>
          </li>
        </ul>
        <div id={pickerId}>
          {isPicking && (
            <CategoryPicker
              options={categories}
              chosen={chosen}
              onChange={(wanted) => change({ categories: wanted })}
            />
          )}
        </div>
      </section>
      <div className="actions">
        {firstUrl === null ? (
          <button type="button" className="button" data-tone="main" disabled>
            Open a paper
          </button>
        ) : (
          <a
            className="button"
            data-tone="main"
            href={firstUrl}
            target="_blank"
            rel="noreferrer"
            onClick={leave}
          >
            Open a paper
          </a>
        )}
        <a className="button" href={listUrl} onClick={leave}>
          See today’s list
        </a>
      </div>
    </div>
  );
}

/** The progress of the first sync, one line high in every state. */
function SyncState({
  feed: { status, sync },
}: {
  readonly feed: ReturnType<typeof useFeedStatus>;
}): ReactNode {
  if (status.kind === 'loading') return <div className="sync-state" />;
  if (status.kind === 'failed') return <p className="sync-state failure">{ERROR_WORDS[status.code]}</p>;
  const { value } = status;
  const progress = syncProgress(value);
  const problem = feedProblem(value);
  return (
    <div className="sync-state">
      {progress !== null && (
        <Progress progress={progress}>
          {value.papers > 0 && ` · ${countOf(value.papers, 'paper')} so far`}
        </Progress>
      )}
      {progress === null && problem !== null && (
        <p className="failure">
          {ERROR_WORDS[problem.code]}{' '}
          <button type="button" className="link-button" onClick={sync}>
            {WORDS.tryAgain}
          </button>
        </p>
      )}
      {progress === null && problem === null && (
        <p>
          {lastSyncedAtMs(value) === null
            ? startWords(value)
            : `Your feed is ready: ${countOf(value.papers, 'paper')}.`}
        </p>
      )}
    </div>
  );
}

/** Before the first sync, the feed has only what came with the package. */
function startWords({ starter }: FeedStatus): string {
  if (starter === undefined) return 'The first papers are fetched in a moment.';
  return `${countOf(starter.papers, 'paper')} came with Paperkin. Newer ones are fetched in a moment.`;
}
