import { type ReactNode, useState } from 'react';
import { estimateWords } from '../../words/history-words';
import { OUTSIDE, type Outside } from '../../worker/outside';
import { useFill } from './use-fill';
import { FILL_OPTIONS } from './limit-options';
import { SelectField } from '../../controls/SelectField';
import { errorWords } from '../../words/words';

export interface FillFormProps {
  /** The categories that are followed; at least one. */
  readonly categories: readonly string[];
  /** Called when a fill has begun. */
  readonly onStart: () => void;
  /** Test seam. */
  readonly outside_?: Outside;
}

/** Fetches the last months of a category that is followed; says before what that would cost. */
export function FillForm({ categories, onStart, outside_ = OUTSIDE }: FillFormProps): ReactNode {
  const [wanted, setWanted] = useState<string | null>(null);
  const [months, setMonths] = useState('3');
  // The one chosen before may no longer be followed.
  const category = wanted !== null && categories.includes(wanted) ? wanted : (categories[0] ?? null);
  const choice = category === null ? null : { category, months: Number(months) };
  const { estimate, start, failure } = useFill(choice, onStart, outside_);
  const code = failure ?? (estimate.kind === 'failed' ? estimate.code : null);
  return (
    <form
      className="fill"
      aria-label="Fill a category back"
      onSubmit={(event) => {
        event.preventDefault();
        start();
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
        {code !== null && errorWords(code)}
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
