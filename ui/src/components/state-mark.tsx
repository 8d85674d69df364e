import type { StateName } from '@/lib/states';
import { words } from '@/lib/words';
import { Glyph, type GlyphName } from './glyph';

interface Look {
  readonly glyph: GlyphName;
  readonly text: string;
  readonly tint: string;
  /** Normal is ink: what is fine keeps a quiet word beside its coloured glyph. */
  readonly word?: string;
}

const neutral = { text: 'text-st-neutral', tint: 'bg-st-neutral-tint' };
const attention = { text: 'text-st-paused', tint: 'bg-st-paused-tint' };
const fine = { text: 'text-st-finished', tint: 'bg-st-finished-tint', word: 'text-ink-2' };

const looks: Readonly<Record<StateName, Look>> = {
  queued: { glyph: 'queued', ...neutral },
  running: { glyph: 'running', text: 'text-st-running', tint: 'bg-st-running-tint' },
  person: { glyph: 'person', text: 'text-st-person', tint: 'bg-st-person-tint' },
  time: { glyph: 'time', text: 'text-st-time', tint: 'bg-st-time-tint' },
  finished: { glyph: 'finished', ...fine },
  failed: { glyph: 'failed', text: 'text-st-failed', tint: 'bg-st-failed-tint' },
  unknown: { glyph: 'unknown', text: 'text-st-unknown', tint: 'bg-st-unknown-tint' },
  retrying: { glyph: 'retrying', ...attention },
  paused: { glyph: 'paused', ...attention },
  halted: { glyph: 'halted', text: 'text-st-halted', tint: 'bg-st-halted-tint' },
  draft: { glyph: 'draft', text: 'text-st-draft', tint: 'bg-st-draft-tint' },
  cancelled: { glyph: 'cancelled', ...neutral },
  cancelling: { glyph: 'cancelled', ...attention },
  skipped: { glyph: 'skipped', ...neutral },
  warning: { glyph: 'warn', ...attention },
  live: { glyph: 'live', ...fine },
  up: { glyph: 'finished', ...fine, word: 'text-ink' },
  away: { glyph: 'retrying', ...attention },
};

export const lookOf = (state: StateName) => looks[state];

interface StateProps {
  readonly state: StateName;
  /** What it is exactly: "Waits for Tomas", "Retrying, 4th". The state's own word where nothing is said. */
  readonly word?: string | undefined;
}

/** Glyph, word and colour, always all three. */
export function StateMark({ state, word }: StateProps) {
  const look = looks[state];
  return (
    <span className={`inline-flex max-w-full min-w-0 items-center gap-1.5 align-top ${look.text}`}>
      <Glyph name={look.glyph} />
      <span className={`truncate ${look.word ?? ''}`}>{word ?? words.states[state]}</span>
    </span>
  );
}

/** The same on its tint, for the head of a page. */
export function StateBadge({ state, word }: StateProps) {
  const look = looks[state];
  return (
    <span
      className={`inline-flex h-5 flex-none items-center gap-1.5 rounded-1 pr-[7px] pl-1.5 text-xs font-medium whitespace-nowrap forced-colors:border ${look.tint} ${look.text}`}
    >
      <Glyph name={look.glyph} size={13} />
      {word ?? words.states[state]}
    </span>
  );
}

/** Where the word stands nearby already; screen readers are told it. */
export function StateGlyph({ state, word, size = 16 }: StateProps & { readonly size?: number }) {
  return (
    <span className={looks[state].text} role="img" aria-label={word ?? words.states[state]}>
      <Glyph name={looks[state].glyph} size={size} />
    </span>
  );
}
