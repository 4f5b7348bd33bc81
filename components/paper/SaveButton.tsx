import type { ReactNode } from 'react';
import { IconButton } from '../controls/IconButton';
import { WORDS } from '../words/words';
import type { Savable, Saving } from '../worker/use-saving';

export interface SaveButtonProps {
  readonly paper: Savable;
  readonly saving: Pick<Saving, 'stateOf' | 'toggle'>;
}

/** The bookmark beside a paper. */
export function SaveButton({ paper, saving }: SaveButtonProps): ReactNode {
  const isSaved = saving.stateOf(paper) !== undefined;
  return (
    <IconButton
      icon="bookmark"
      label={`${WORDS.save}: ${paper.title}`}
      hint={isSaved ? 'Remove from the reading list' : 'Save to the reading list'}
      isPressed={isSaved}
      onClick={() => saving.toggle(paper)}
    />
  );
}
