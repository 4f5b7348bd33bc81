import type { ReactNode } from 'react';
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
