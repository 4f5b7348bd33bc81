import { type ReactNode, useMemo, useState } from 'react';
import type { ReadingList } from '../../../lib/messages/protocol';
import { type SavedPaper, savedStateOf } from '../../../lib/model/saved';
import { Choice } from '../../controls/Choice';
import { formatCount } from '../../words/format';
import { useTransfer } from './list-transfer';
import { useQuery } from '../../worker/use-query';
import { useNow } from '../../controls/browser-page';
import { type Savable, useSaving } from '../../worker/use-saving';
import { ReadingListBody } from './ReadingListBody';
import { readingListState, type ReadingTab } from './reading-state';
import { SearchField } from '../../controls/SearchField';
import { READING_STATES } from '../../paper/StateSelect';
import { FailureStrip, Strip } from '../../controls/Strip';
import { Toast } from '../../controls/Toast';
import { TransferBar } from './TransferBar';
import { restoredWords, STATE_WORDS, WORDS } from '../../words/words';

/** The reading list. */
export function ReadingScreen(): ReactNode {
  const nowMs = useNow();
  const [tab, setTab] = useState<ReadingTab>('to-read');
  const [typed, setTyped] = useState('');
  const { asked: list, askAgain } = useQuery({ name: 'reading.list', request: undefined });
  const value = list.kind === 'ready' ? list.value : null;
  const restored = useRestored(value);
  const transfer = useTransfer();
  const own = useMemo(() => (value === null ? [] : value.papers.map(savedStateOf)), [value]);
  const saving = useSaving({ own });

  const state = readingListState(list, { tab, typed }, (saved) => saving.stateOf(savable(saved)));
  const tabs = ([...READING_STATES, 'all'] as const).map((value) => ({
    value,
    text: `${value === 'all' ? 'All' : STATE_WORDS[value]} ${state.kind === 'ready' ? formatCount(state.counts[value]) : ''}`.trim(),
  }));
  return (
    <section className="reading" aria-labelledby="reading-heading">
      <div className="page-head">
        <h1 id="reading-heading">{WORDS.readingList}</h1>
        <TransferBar transfer={transfer} canExport={state.kind === 'ready'} nowMs={nowMs} />
      </div>
      {restored > 0 && <Strip icon="check">{restoredWords(restored)}</Strip>}
      <FailureStrip code={saving.failure} />
      {state.kind === 'ready' && (
        <div className="list-head">
          <Choice label="Papers shown" options={tabs} chosen={tab} onChoose={setTab} />
          <SearchField label="Search the reading list" text={typed} onText={setTyped} />
        </div>
      )}
      <ReadingListBody
        state={state}
        tab={tab}
        typed={typed}
        onState={(saved, next) => saving.setState(savable(saved), next)}
        onTryAgain={askAgain}
        nowMs={nowMs}
      />
      {saving.removed !== null && (
        <Toast
          text={saving.removed.title === '' ? WORDS.removed : `Removed “${saving.removed.title}”.`}
          onUndo={saving.undo}
          onEnd={saving.dismiss}
        />
      )}
    </section>
  );
}

/** The worker counts what came back since it was last asked; the notice stays as long as this page does. */
function useRestored(list: ReadingList | null): number {
  const [counted, setCounted] = useState<{ readonly list: ReadingList | null; readonly restored: number }>({
    list: null,
    restored: 0,
  });
  if (list !== null && counted.list !== list) {
    setCounted({ list, restored: counted.restored + list.restored });
  }
  return counted.restored;
}

function savable({ key, paper }: SavedPaper): Savable {
  return { ...paper, key };
}
