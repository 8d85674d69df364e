import type { ReactNode } from 'react';

const line = {
  fill: 'none',
  stroke: 'currentColor',
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const;

const ring = (width: string, dashes?: string) => (
  <circle cx="8" cy="8" r="5.8" {...line} strokeWidth={width} strokeDasharray={dashes} />
);

const triangle = (
  <path
    d="M8 1.4c.5 0 .9.2 1.1.7l5.7 10.6c.5.9-.1 1.9-1.1 1.9H2.3c-1 0-1.6-1-1.1-1.9L6.9 2.1c.2-.5.6-.7 1.1-.7z"
    fill="currentColor"
  />
);

/** Cut out of a filled shape: in the colour of the page. */
const cut = { ...line, stroke: undefined, className: 'stroke-surface' } as const;

/** Drawn on 16 by 16. A glyph is known by its shape alone, without its colour. */
const glyphs = {
  queued: <circle cx="8" cy="8" r="5.4" {...line} strokeWidth="1.5" />,
  running: (
    <>
      <circle cx="8" cy="8" r="5.7" {...line} strokeWidth="1.7" opacity=".32" />
      <path
        className="origin-center animate-turn"
        d="M8 2.3A5.7 5.7 0 0 1 13.7 8"
        {...line}
        strokeWidth="1.9"
      />
      <circle cx="8" cy="8" r="1.9" fill="currentColor" />
    </>
  ),
  person: (
    <>
      <circle cx="8" cy="8" r="6.1" {...line} strokeWidth="1.5" />
      <path d="M8 4.1 11.9 8 8 11.9 4.1 8z" fill="currentColor" />
    </>
  ),
  time: (
    <>
      <circle cx="8" cy="8" r="6" {...line} strokeWidth="1.5" />
      <path d="M8 4.7V8l2.3 1.5" {...line} strokeWidth="1.5" />
    </>
  ),
  finished: <path d="M3 8.6 6.4 12 13 4.6" {...line} strokeWidth="2" />,
  failed: (
    <>
      <rect x="2" y="2" width="12" height="12" rx="2" fill="currentColor" />
      <path d="m5.4 5.4 5.2 5.2m0-5.2-5.2 5.2" {...cut} strokeWidth="1.7" />
    </>
  ),
  unknown: (
    <>
      {triangle}
      <path
        d="M6.4 7.1c0-.9.7-1.5 1.6-1.5s1.6.6 1.6 1.4c0 1.1-1.6 1.2-1.6 2.4"
        {...cut}
        strokeWidth="1.4"
      />
      <circle cx="8" cy="12" r=".95" className="fill-surface" />
    </>
  ),
  retrying: (
    <>
      <path d="M13.4 8A5.4 5.4 0 1 1 11.6 4" {...line} strokeWidth="1.7" />
      <path d="M12.3 1.4v3.1H9.2" {...line} strokeWidth="1.7" />
    </>
  ),
  paused: (
    <>
      <circle cx="8" cy="8" r="6.1" {...line} strokeWidth="1.5" />
      <path d="M6.3 5.6v4.8M9.7 5.6v4.8" {...line} strokeWidth="1.8" />
    </>
  ),
  halted: (
    <>
      <path d="M5.2 1.5h5.6l3.7 3.7v5.6l-3.7 3.7H5.2l-3.7-3.7V5.2z" fill="currentColor" />
      <path d="M4.8 8h6.4" {...cut} strokeWidth="2.1" />
    </>
  ),
  draft: (
    <>
      {ring('1.6', '2.3 2.25')}
      <circle cx="8" cy="8" r="1.6" fill="currentColor" />
    </>
  ),
  cancelled: (
    <>
      {ring('1.5')}
      <path d="m4.2 11.8 7.6-7.6" {...line} strokeWidth="1.5" />
    </>
  ),
  skipped: ring('1.5', '1 2.5'),
  live: <circle cx="8" cy="8" r="4" fill="currentColor" />,
  warn: (
    <>
      {triangle}
      <path d="M8 5.6v4" {...cut} strokeWidth="1.7" />
      <circle cx="8" cy="12" r="1" className="fill-surface" />
    </>
  ),
} satisfies Record<string, ReactNode>;

export type GlyphName = keyof typeof glyphs;

export function Glyph({ name, size = 14 }: { readonly name: GlyphName; readonly size?: number }) {
  return (
    <svg
      viewBox="0 0 16 16"
      width={size}
      height={size}
      className="block flex-none"
      aria-hidden="true"
    >
      {glyphs[name]}
    </svg>
  );
}
