import type { ReactNode } from 'react';

const line = {
  fill: 'none',
  stroke: 'currentColor',
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const;

/** Drawn on 16 by 16; what is cut out of a filled shape takes the colour of the page. */
const glyphs = {
  queued: <circle cx="8" cy="8" r="5.6" {...line} strokeWidth="1.6" />,
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
  finished: <path d="M3 8.6 6.4 12 13 4.6" {...line} strokeWidth="2" />,
  failed: (
    <>
      <rect x="2" y="2" width="12" height="12" rx="2" fill="currentColor" />
      <path
        d="m5.4 5.4 5.2 5.2m0-5.2-5.2 5.2"
        {...line}
        className="stroke-surface"
        strokeWidth="1.7"
      />
    </>
  ),
  retrying: (
    <>
      <path d="M13.4 8A5.4 5.4 0 1 1 11.6 4" {...line} strokeWidth="1.7" />
      <path d="M12.3 1.4v3.1H9.2" {...line} strokeWidth="1.7" />
    </>
  ),
  time: (
    <>
      <circle cx="8" cy="8" r="6" {...line} strokeWidth="1.5" />
      <path d="M8 4.7V8l2.3 1.5" {...line} strokeWidth="1.5" />
    </>
  ),
  paused: <path d="M5.4 3.4v9.2m5.2-9.2v9.2" {...line} strokeWidth="2.2" />,
  person: (
    <>
      <circle cx="8" cy="4.9" r="2.9" fill="currentColor" />
      <path d="M2.6 14.2a5.4 5.4 0 0 1 10.8 0z" fill="currentColor" />
    </>
  ),
  ended: (
    <>
      <circle cx="8" cy="8" r="5.7" {...line} strokeWidth="1.6" />
      <path d="m4.1 11.9 7.8-7.8" {...line} strokeWidth="1.6" />
    </>
  ),
  live: <circle cx="8" cy="8" r="4" fill="currentColor" />,
  warn: (
    <>
      <path
        d="M8 1.4c.5 0 .9.2 1.1.7l5.7 10.6c.5.9-.1 1.9-1.1 1.9H2.3c-1 0-1.6-1-1.1-1.9L6.9 2.1c.2-.5.6-.7 1.1-.7z"
        fill="currentColor"
      />
      <path d="M8 5.6v4" {...line} className="stroke-surface" strokeWidth="1.7" />
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
