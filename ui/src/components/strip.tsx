import type { ReactNode } from 'react';
import { Glyph, type GlyphName } from './glyph';

const tones = {
  attention: { glyph: 'warn', text: 'text-st-paused', tint: 'bg-st-paused-tint' },
  lost: { glyph: 'retrying', text: 'text-st-paused', tint: 'bg-st-paused-tint' },
  failed: { glyph: 'failed', text: 'text-st-failed', tint: 'bg-st-failed-tint' },
  waits: { glyph: 'time', text: 'text-st-time', tint: 'bg-st-time-tint' },
  person: { glyph: 'person', text: 'text-st-person', tint: 'bg-st-person-tint' },
  paused: { glyph: 'paused', text: 'text-st-paused', tint: 'bg-st-paused-tint' },
  cancelled: { glyph: 'ended', text: 'text-st-neutral', tint: 'bg-st-neutral-tint' },
  done: { glyph: 'finished', text: 'text-st-finished', tint: 'bg-st-finished-tint' },
} satisfies Record<string, { glyph: GlyphName; text: string; tint: string }>;

interface StripProps {
  readonly tone: keyof typeof tones;
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

/** One asking line under the head of a page: what is so, what still holds, what to do. */
export function Strip({ tone, title, children, action }: StripProps) {
  const { glyph, text, tint } = tones[tone];
  return (
    <div
      className={`flex flex-none flex-wrap items-center gap-x-3 gap-y-2 border-b border-line px-3 py-2 two:px-4 ${tint}`}
    >
      <span className={text}>
        <Glyph name={glyph} size={16} />
      </span>
      <p className="min-w-0 flex-1 basis-56">
        <b className="font-semibold">{title}</b> <span className="text-ink-2">{children}</span>
      </p>
      {action}
    </div>
  );
}
