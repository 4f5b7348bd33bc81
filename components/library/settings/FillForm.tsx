import { type ReactNode, useContext, useState } from 'react';
import { estimateWords } from '../../words/history-words';
import { OutsideContext } from '../../worker/outside';
import { useAction } from '../../worker/use-action';
import { useQuery } from '../../worker/use-query';
import { FILL_OPTIONS } from './limit-options';
import { SelectField } from '../../controls/SelectField';
import { ERROR_WORDS } from '../../words/words';

export interface FillFormProps {
  /** The categories that are followed; at least one. */
  readonly categories: readonly string[];
  /** Called when a fill has begun. */
  readonly onStart: () => void;
}

/**
 * Fetches the last months of a category that is followed. It says first what that would cost, without asking
 * any server.
 */
export function FillForm({ categories, onStart }: FillFormProps): ReactNode {
  const { send } = useContext(OutsideContext);
  const [wanted, setWanted] = useState<string | null>(null);
  const [months, setMonths] = useState('3');
  // The reader may have stopped following the chosen one.
  const category = wanted !== null && categories.includes(wanted) ? wanted : (categories[0] ?? null);
  const choice = category === null ? null : { category, months: Number(months) };
  const { asked: estimate } = useQuery({ name: 'fill.estimate', request: choice });
  const { failure, run } = useAction();
  const code = failure ?? (estimate.kind === 'failed' ? estimate.code : null);
  return (
    <form
      className="fill"
      aria-label="Fill a category back"
      onSubmit={(event) => {
        event.preventDefault();
        if (choice !== null) run(send('fill.start', choice), onStart);
      }}
    >
      <SelectField
        label="Fill back"
        options={categories.map((id) => ({ value: id, text: id }))}
        chosen={category ?? ''}
        onChoose={setWanted}
      />
      <SelectField label="by" options={FILL_OPTIONS} chosen={months} onChoose={setMonths} />
      <button type="submit" className="button" disabled={estimate.kind !== 'ready'}>
        Start
      </button>
      <p role="status" className={code === null ? 'explained' : 'failure'}>
        {code !== null && ERROR_WORDS[code]}
        {code === null && estimate.kind === 'loading' && 'Estimating…'}
        {code === null && estimate.kind === 'ready' && estimateWords(estimate.value)}
        {code === null && estimate.kind === 'ready' && estimate.value.isOverBudget && (
          <span className="stale">
            {' '}
            More than the feed may hold: the oldest and least upvoted papers would go. Raise the limit below
            to keep them.
          </span>
        )}
      </p>
    </form>
  );
}
