import { type ReactNode, useState } from 'react';
import type { SavedPaper } from '../../../lib/model/saved';
import { Choice } from '../../controls/Choice';
import { formatCount } from '../../words/format';
import { downloadText, exportName, readListFile } from './list-file';
import { OUTSIDE, type Outside, OutsideContext } from '../../worker/outside';
import { useNews } from '../../worker/use-news';
import { useNow } from '../../controls/use-now';
import { useReadingList } from './use-reading-list';
import { type Savable, useSaving } from '../../paper/use-saving';
import { ReadingListBody } from './ReadingListBody';
import { readingListState, type ReadingTab } from './reading-state';
import { SearchField } from '../../controls/SearchField';
import { READING_STATES } from '../../paper/StateSelect';
import { Strip } from '../../controls/Strip';
import { Toast } from '../../controls/Toast';
import { TransferBar } from './TransferBar';
import { errorWords, restoredWords, STATE_WORDS, WORDS } from '../../words/words';

export interface ReadingScreenProps {
  /** Test seam. */
  readonly outside_?: Outside;
}

/** The reading list. */
export function ReadingScreen({ outside_ = OUTSIDE }: ReadingScreenProps): ReactNode {
  const news = useNews(outside_);
  const nowMs = useNow();
  const [tab, setTab] = useState<ReadingTab>('to-read');
  const [typed, setTyped] = useState('');
  const { list, askAgain, transfer, importText, exportText } = useReadingList(`${news.reading}`, outside_);
  const saving = useSaving(list, outside_);

  const state = readingListState(list, { tab, typed }, (saved) =>
    saving.stateOf(savable(saved), saved.state),
  );
  const restored = list.kind === 'ready' ? list.value.restored : 0;
  const tabs = ([...READING_STATES, 'all'] as const).map((value) => ({
    value,
    text: `${value === 'all' ? 'All' : STATE_WORDS[value]} ${state.kind === 'ready' ? formatCount(state.counts[value]) : ''}`.trim(),
  }));
  return (
    <OutsideContext value={outside_}>
      <section className="reading" aria-labelledby="reading-heading">
        <div className="page-head">
          <h1 id="reading-heading">{WORDS.readingList}</h1>
          <TransferBar
            result={transfer}
            canExport={state.kind === 'ready'}
            onExport={() => exportText((json) => downloadText(exportName(nowMs), json))}
            onImport={(file) => importText(readListFile(file))}
          />
        </div>
        {restored > 0 && <Strip icon="check">{restoredWords(restored)}</Strip>}
        {saving.failure !== null && (
          <Strip icon="warning" tone="failure">
            {errorWords(saving.failure)}
          </Strip>
        )}
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
    </OutsideContext>
  );
}

function savable({ key, paper }: SavedPaper): Savable {
  return { ...paper, key };
}
