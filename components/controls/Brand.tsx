import type { ReactNode } from 'react';

/** The name as it is set everywhere. */
export function Brand(): ReactNode {
  return (
    <span className="brand" aria-label="Paperkin" role="img">
      Paper<span>kin</span>
    </span>
  );
}
