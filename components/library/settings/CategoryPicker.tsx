import { type ReactNode, useState } from 'react';
import { formatCount } from '../../words/format';
import { SearchField } from '../../controls/SearchField';

/** One arXiv category. */
export interface CategoryOption {
  /** As arXiv writes it: `cs.CL`. */
  readonly id: string;
  readonly name: string;
  /** The archive it belongs to. */
  readonly group: string;
}

export interface CategoryPickerProps {
  readonly options: readonly CategoryOption[];
  /** Ids. One that is no longer among the options can still be removed. */
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** What most papers of Hugging Face's list are filed under; the other groups follow in the options' order. */
const FIRST_GROUP = 'Computer Science';

/** The arXiv categories to follow: the chosen ones on top, all of them in a list to search. */
export function CategoryPicker({ options, chosen, onChange }: CategoryPickerProps): ReactNode {
  const [typed, setTyped] = useState('');
  const found = options.filter((option) => matches(option, typed));
  const groups = [...new Set(found.map(({ group }) => group))].toSorted(
    (one, other) => Number(other === FIRST_GROUP) - Number(one === FIRST_GROUP),
  );
  const toggle = (id: string): void => onChange(toggled(chosen, id));
  return (
    <div className="categories">
      {chosen.length > 0 && (
        <ul className="topics" aria-label="Categories followed">
          {chosen.map((id) => (
            <li key={id}>
              <button
                type="button"
                className="topic"
                aria-label={`Stop following ${id}`}
                onClick={() => toggle(id)}
              >
                {id} <span aria-hidden="true">×</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <SearchField label="Search the categories" text={typed} onText={setTyped} />
      <div className="category-list" role="group" aria-label="arXiv categories">
        {groups.map((group) => (
          <fieldset key={group}>
            <legend>{group}</legend>
            {found
              .filter((option) => option.group === group)
              .map(({ id, name }) => (
                <label key={id}>
                  <input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} />
                  <span className="id">{id}</span> <span>{name}</span>
                </label>
              ))}
          </fieldset>
        ))}
        {found.length === 0 && <p className="explained">No category matches “{typed.trim()}”.</p>}
      </div>
      <p className="unseen" role="status">
        {typed.trim() !== '' && `${formatCount(found.length)} found`}
      </p>
    </div>
  );
}

/** Adds an id, or takes it out. */
export function toggled(chosen: readonly string[], id: string): readonly string[] {
  return chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id];
}

function matches({ id, name, group }: CategoryOption, typed: string): boolean {
  const words = typed.toLowerCase().split(/\s+/);
  return words.every((word) => `${id} ${name} ${group}`.toLowerCase().includes(word));
}
