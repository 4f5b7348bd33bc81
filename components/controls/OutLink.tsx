import type { ReactNode } from 'react';
import { httpsUrl } from '../../lib/model/paper/links';

export interface OutLinkProps {
  /** From a feed or page; text without a link when it is missing or not `https:`. */
  readonly href: string | null | undefined;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A link that opens in a new tab and does not say where the reader came from. */
export function OutLink({ href, className, children }: OutLinkProps): ReactNode {
  const url = httpsUrl(href ?? undefined);
  if (url === null) return <span className={className}>{children}</span>;
  return (
    <a className={className} href={url} target="_blank" rel="noreferrer">
      {children}
    </a>
  );
}
