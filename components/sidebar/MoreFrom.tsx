import { type ReactNode, useContext, useId, useState } from 'react';
import type { PanelAddress } from '../../lib/messages/protocol';
import type { Identifiable } from '../../lib/model/paper/identity';
import { mergeMore, type MoreAnswer, type MorePaper } from '../../lib/model/more-related';
import { bestLink } from '../../lib/model/paper/links';
import { Abstract } from '../paper/Abstract';
import { IconButton } from '../controls/IconButton';
import { OutLink } from '../controls/OutLink';
import { PaperMeta } from '../paper/PaperMeta';
import { SaveButton } from '../paper/SaveButton';
import { WORDS } from '../words/words';
import type { PaperFacts } from '../../lib/model/paper/paper';
import { providerErrorWords } from '../words/provider-words';
import { countOf, formatAge } from '../words/format';
import { OutsideContext } from '../worker/outside';
import { useAction } from '../worker/use-action';
import { useQuery } from '../worker/use-query';
import type { ProviderDescription } from '../../lib/providers/descriptions';
import type { Saving } from '../worker/use-saving';

export interface MoreFromProps {
  readonly provider: ProviderDescription;
  readonly paper: PaperFacts;
  readonly address: PanelAddress;
  /** The papers in the list above. */
  readonly listed: readonly Identifiable[];
  readonly saving: Saving;
  readonly hasKey: boolean;
  readonly nowMs: number;
}

/**
 * What one service says is related, and the button to ask it: only a click does. Each paper needs a `key` of
 * its own, so that a question about one is not shown as one about the next.
 */
export function MoreFrom(props: MoreFromProps): ReactNode {
  const { provider, paper, address, listed, saving, hasKey, nowMs } = props;
  const { send } = useContext(OutsideContext);
  const request = { provider: provider.id, ids: paper.ids, canAsk: false, address };
  const { asked, give } = useQuery({ name: 'related.more', request });
  const { isRunning: isAsking, failure, run } = useAction();
  const value = asked.kind === 'ready' ? asked.value : null; // Null, too, when it was never asked.
  const code = failure ?? (asked.kind === 'failed' ? asked.code : null);
  const merged = value === null ? null : mergeMore(value.items, [paper, ...listed]);
  return (
    <section className="more-from" aria-label={`From ${provider.name}`} aria-busy={isAsking}>
      <p className="head" role="status">
        {value !== null && merged !== null && (
          <span>{headWords(provider.name, value, merged.shared, nowMs)}</span>
        )}
        <button
          type="button"
          className="text-button"
          disabled={isAsking}
          onClick={() => run(send('related.more', { ...request, canAsk: true }), give)}
        >
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
          {merged.added.map((item) => (
            <MoreRow key={item.link} item={item} saving={saving} />
          ))}
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

/** A related paper from a service. Its reasons are unknown, so it has no rule in its margin. */
function MoreRow({ item, saving }: { readonly item: MorePaper; readonly saving: Saving }): ReactNode {
  const [isOpen, setIsOpen] = useState(false);
  const abstractId = useId();
  const { facts, link, citations, isInFeed } = item;
  const verb = isOpen ? 'Hide' : 'Show';
  return (
    <li className="row">
      <div className="body">
        <OutLink className="title" href={bestLink(facts.ids, [link])}>
          {facts.title}
        </OutLink>
        <PaperMeta paper={facts} date="month" hasUpvotes={isInFeed}>
          {citations !== undefined && citations > 0 && (
            <span className="number">{countOf(citations, 'citation')}</span>
          )}
          {isInFeed && <span className="number">in your feed</span>}
        </PaperMeta>
      </div>
      <div className="tools">
        <SaveButton paper={facts} saving={saving} />
        <IconButton
          icon="down"
          label={`${verb} ${WORDS.abstract}: ${facts.title}`}
          hint={`${verb} ${WORDS.abstract}`}
          isExpanded={isOpen}
          controls={abstractId}
          onClick={() => setIsOpen(!isOpen)}
        />
      </div>
      {isOpen && <Abstract id={abstractId} text={facts.abstract} />}
    </li>
  );
}
