import type { ReactNode } from 'react';

/** The drawings. Each fits a 24 by 24 grid and takes the colour of the text. */
const DRAWINGS = {
  bookmark: <path d="M6.5 4h11v16L12 15.8 6.5 20z" />,
  check: <path d="M5 12.5l4.5 4.5L19 7.5" />,
  close: <path d="M6.5 6.5l11 11m0-11l-11 11" />,
  comment: <path d="M4.5 5.5h15v10.5h-8L7 20v-4H4.5z" />,
  download: <path d="M12 4v10.5m-4.5-4l4.5 4.5 4.5-4.5M5 19.5h14" />,
  down: <path d="M6.5 9.5L12 15l5.5-5.5" />,
  left: <path d="M14.5 6l-6 6 6 6" />,
  link: (
    <path d="M10 14a4 4 0 005.7 0l3-3A4 4 0 0013 5.3l-1 1m2 3.7a4 4 0 00-5.7 0l-3 3a4 4 0 005.7 5.7l1-1" />
  ),
  list: <path d="M4 7h16M4 12h16M4 17h10" />,
  offline: (
    <path d="M4 4l16 16M8.5 15.5a5 5 0 017 0M5.3 12a10 10 0 013.7-2.4m4-.6a10 10 0 015.7 3M12 19h.01" />
  ),
  pdf: <path d="M7 3.5h7l4 4v13H7zM14 3.5v4h4M10 13h5m-5 3.5h5" />,
  power: <path d="M12 4v7.5M7.5 7a7 7 0 109 0" />,
  quote: <path d="M10 7c-3 1-4.5 3-4.5 6v4h5v-5h-3m11.5-5c-3 1-4.5 3-4.5 6v4h5v-5h-3" />,
  right: <path d="M9.5 6l6 6-6 6" />,
  search: <path d="M11 4.5a6.5 6.5 0 110 13 6.5 6.5 0 010-13zm4.7 11.2L20 20" />,
  settings: <path d="M4 7h9m5 0h2M4 17h2m5 0h9M15.5 4.5v5M8.5 14.5v5" />,
  sync: <path d="M19 8.5A8 8 0 005 9m-.5-4v4h4M5 15.5A8 8 0 0019 15m.5 4v-4h-4" />,
  topic: <path d="M10 4L8 20M16 4l-2 16M5 9h15M4 15h15" />,
  trash: <path d="M5 7h14M9.5 7V4.5h5V7M7 7l.8 12.5h8.4L17 7M10.3 10.5v5.5m3.4-5.5v5.5" />,
  up: <path d="M12 4l9 16H3z" />,
  warning: <path d="M12 4.5l8.5 15h-17zM12 10v4.5m0 2.3v.2" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof DRAWINGS;

/** A decorative drawing: the control around it has the accessible name. */
export function Icon({ name }: { readonly name: IconName }): ReactNode {
  return (
    <svg className="icon" data-name={name} viewBox="0 0 24 24" aria-hidden="true">
      {DRAWINGS[name]}
    </svg>
  );
}

/** The name, set the same everywhere. */
export function Brand(): ReactNode {
  return (
    <span className="brand" aria-label="Paperkin" role="img">
      Paper<span>kin</span>
    </span>
  );
}
