import type { ReactNode } from 'react';
import type { StateName } from '@/lib/states';
import { Glyph } from './glyph';
import { lookOf } from './state-mark';

interface StripProps {
  /** Its glyph and its tint. */
  readonly state: StateName;
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

/** One asking line under the head of a page: what is so, what still holds, what to do. */
export function Strip({ state, title, children, action }: StripProps) {
  const { glyph, text, tint } = lookOf(state);
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

/** The same within a page: a note, set in. */
export function Note({
  state,
  children,
}: {
  readonly state: StateName;
  readonly children: ReactNode;
}) {
  const { glyph, text, tint } = lookOf(state);
  return (
    <div className={`flex gap-2.5 rounded-2 px-3 py-2 text-ink forced-colors:border ${tint}`}>
      <span className={`mt-0.5 ${text}`}>
        <Glyph name={glyph} />
      </span>
      <div className="min-w-0">{children}</div>
    </div>
  );
}
