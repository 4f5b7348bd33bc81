import type { ReactNode } from 'react';
import type { ErrorCode } from '../../lib/errors';
import { ERROR_WORDS } from '../words/words';
import { Icon, type IconName } from './Icon';

export interface StripProps {
  readonly icon: IconName;
  /** @default 'plain' */
  readonly tone?: 'failure' | 'plain';
  readonly children: ReactNode;
}

/** A remark above a list that stays usable. */
export function Strip({ icon, tone = 'plain', children }: StripProps): ReactNode {
  return (
    <div className="strip" data-tone={tone} role={tone === 'failure' ? 'alert' : 'status'}>
      <Icon name={icon} />
      <span>{children}</span>
    </div>
  );
}

/** Says what went wrong; nothing without a failure. */
export function FailureStrip({ code }: { readonly code: ErrorCode | null }): ReactNode {
  if (code === null) return null;
  return (
    <Strip icon="warning" tone="failure">
      {ERROR_WORDS[code]}
    </Strip>
  );
}
