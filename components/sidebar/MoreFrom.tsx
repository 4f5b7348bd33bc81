import type { ReactNode } from 'react';
import type { PanelAddress } from '../../lib/messages/protocol';
import type { Identifiable } from '../../lib/model/paper/identity';
import { mergeMore, type MoreAnswer } from '../../lib/model/more-related';
import type { PaperFacts } from '../../lib/model/paper/paper';
import { providerErrorWords } from '../words/provider-words';
import { countOf, formatAge } from '../words/format';
import { OUTSIDE, type Outside } from '../worker/outside';
import type { ProviderDescription } from '../../lib/providers/descriptions';
import { useMore } from './use-more';
import type { Saving } from '../paper/use-saving';
import { MoreRow } from './MoreRow';

export interface MoreFromProps {
  readonly provider: ProviderDescription;
  readonly paper: PaperFacts;
  readonly address: PanelAddress;
  /** Papers that stand in the list above. */
  readonly listed: readonly Identifiable[];
  readonly saving: Saving;
  readonly hasKey: boolean;
  /** Changes when the reading list does. */
  readonly version: string;
  /** Ms since epoch. */
  readonly nowMs: number;
  /** Test seam. */
  readonly outside_?: Outside;
}

/** What one service says is related, and the button to ask it. */
export function MoreFrom(props: MoreFromProps): ReactNode {
  const { provider, paper, address, listed, saving, hasKey, version, nowMs, outside_ = OUTSIDE } = props;
  const { answer, ask, isAsking, failure } = useMore(
    { provider: provider.id, ids: paper.ids, address },
    version,
    outside_,
  );
  const value = answer.kind === 'ready' ? answer.value : null;
  const code = failure ?? (answer.kind === 'failed' ? answer.code : null);
  const merged = value === null ? null : mergeMore(value.items, [paper, ...listed]);
  return (
    <section className="more-from" aria-label={`From ${provider.name}`} aria-busy={isAsking}>
      <p className="head" role="status">
        {value !== null && merged !== null && (
          <span>{headWords(provider.name, value, merged.shared, nowMs)}</span>
        )}
        <button type="button" className="text-button" disabled={isAsking} onClick={ask}>
          {isAsking ? `Asking ${provider.name}…` : value === null ? `Ask ${provider.name}` : 'Ask again'}
        </button>
      </p>
      {code !== null && (
        <p className="failure" role="alert">
          {providerErrorWords(code, provider, hasKey)}
        </p>
      )}
      {merged !== null && merged.added.length > 0 && (
        <ol aria-label={`Related papers from ${provider.name}`}>
          {merged.added.map((item) => {
            const saved = saving.stateOf(item.facts, item.saved);
            return (
              <MoreRow
                key={item.link}
                item={item}
                isSaved={saved !== undefined}
                onToggleSaved={() => saving.setState(item.facts, saved === undefined ? 'to-read' : null)}
              />
            );
          })}
        </ol>
      )}
    </section>
  );
}

/** `32 papers from Semantic Scholar, asked 2 h ago; 4 more are above.` */
function headWords(name: string, { items, askedAtMs }: MoreAnswer, shared: number, nowMs: number): string {
  const when = `asked ${formatAge(askedAtMs, nowMs)}`;
  if (items.length === 0) return `${name} knows no related papers yet, ${when}.`;
  const above = shared === 0 ? '' : `; ${countOf(shared, 'other')} ${shared === 1 ? 'is' : 'are'} above`;
  return `${countOf(items.length - shared, 'paper')} from ${name}, ${when}${above}.`;
}
