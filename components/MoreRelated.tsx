import { type ReactNode, useId, useState } from 'react';
import type { PanelAddress } from '../lib/messages/protocol';
import type { Identifiable } from '../lib/model/identity';
import type { PaperFacts } from '../lib/model/paper';
import { idWords, offerWords, sentWords } from './engine-words';
import { OUTSIDE, type Outside } from './hooks/outside';
import { type EngineOption, useEngines } from './hooks/use-engines';
import type { Saving } from './hooks/use-saving';
import type { SettingsView } from './hooks/use-settings';
import { MoreFrom } from './MoreFrom';

export interface MoreRelatedProps {
  readonly engines: readonly EngineOption[];
  readonly settings: SettingsView;
  readonly paper: PaperFacts;
  readonly address: PanelAddress;
  /** Papers that stand in the list above. */
  readonly listed: readonly Identifiable[];
  readonly saving: Saving;
  /** Address of the library page. */
  readonly libraryUrl: string;
  /** Changes when the reading list does. */
  readonly version: string;
  /** Ms since epoch. */
  readonly nowMs: number;
  /** Test seam. */
  readonly outside_?: Outside;
}

/**
 * More than the feed holds, from services that are told the paper's id: off until the reader knows and
 * agrees.
 */
export function MoreRelated(props: MoreRelatedProps): ReactNode {
  const { engines, settings, paper, libraryUrl, outside_ = OUTSIDE } = props;
  const view = useEngines(settings, outside_);
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const off = engines.filter((engine) => !view.isOn(engine.id));
  if (settings.settings === null || idWords(paper.ids) === null) return null; // Nothing that they could be asked by.
  const keys = settings.settings.engineKeys;
  return (
    <section className="more-related" aria-label="More from all of arXiv">
      <div className="related-head">
        <h2>More from all of arXiv</h2>
        {off.length > 0 && (
          <button
            type="button"
            className="link-button"
            aria-expanded={isOpen}
            aria-controls={id}
            onClick={() => setIsOpen(!isOpen)}
          >
            {off.length === engines.length ? 'How it works' : 'Other services'}
          </button>
        )}
      </div>
      {isOpen && (
        <div id={id} className="offers">
          {off.map((engine) => (
            <div key={engine.id} className="offer">
              <p>{offerWords(engine)}</p>
              <p>
                {sentWords(engine)} For this paper that is <b>{idWords(paper.ids)}</b>.
              </p>
              <button type="button" className="button" onClick={() => view.switchOn(engine)}>
                Switch on {engine.name}
              </button>
              {view.refused === engine.id && (
                <p className="failure" role="alert">
                  The browser did not allow it here. Try it in the{' '}
                  <a className="link-button" href={`${libraryUrl}#settings`} target="_blank">
                    settings
                  </a>
                  .
                </p>
              )}
            </div>
          ))}
        </div>
      )}
      {engines
        .filter((engine) => view.isOn(engine.id))
        .map((engine) => (
          <MoreFrom
            key={engine.id}
            engine={engine}
            paper={paper}
            address={props.address}
            listed={props.listed}
            saving={props.saving}
            hasKey={keys[engine.id] !== undefined}
            version={props.version}
            nowMs={props.nowMs}
            outside_={outside_}
          />
        ))}
    </section>
  );
}
