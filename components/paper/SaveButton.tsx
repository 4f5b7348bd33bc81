import type { ReactNode } from 'react';
import { IconButton } from '../controls/IconButton';
import { WORDS } from '../words/words';

export interface SaveButtonProps {
  readonly title: string;
  readonly isSaved: boolean;
  readonly onToggle: () => void;
}

/** The bookmark beside a paper. */
export function SaveButton({ title, isSaved, onToggle }: SaveButtonProps): ReactNode {
  return (
    <IconButton
      icon="bookmark"
      label={`${WORDS.save}: ${title}`}
      hint={isSaved ? 'Remove from the reading list' : 'Save to the reading list'}
      isPressed={isSaved}
      onClick={onToggle}
    />
  );
}
