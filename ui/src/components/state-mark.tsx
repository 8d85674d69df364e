import { words } from '@/lib/words';
import { Glyph, type GlyphName } from './glyph';

export type StateName = keyof typeof words.states;

interface Look {
  readonly glyph: GlyphName;
  readonly text: string;
  /** Normal is ink: what is fine keeps a quiet word beside its coloured glyph. */
  readonly word: string;
}

const looks = {
  queued: { glyph: 'queued', text: 'text-st-neutral', word: '' },
  running: { glyph: 'running', text: 'text-st-running', word: '' },
  finished: { glyph: 'finished', text: 'text-st-finished', word: 'text-ink-2' },
  failed: { glyph: 'failed', text: 'text-st-failed', word: '' },
  up: { glyph: 'finished', text: 'text-st-finished', word: 'text-ink' },
  waiting: { glyph: 'retrying', text: 'text-st-paused', word: '' },
  needs_person: { glyph: 'person', text: 'text-st-person', word: '' },
  paused: { glyph: 'paused', text: 'text-st-paused', word: '' },
  cancelled: { glyph: 'ended', text: 'text-st-neutral', word: '' },
  skipped: { glyph: 'ended', text: 'text-st-neutral', word: '' },
  unknown: { glyph: 'warn', text: 'text-st-unknown', word: '' },
  live: { glyph: 'live', text: 'text-st-finished', word: 'text-ink-2' },
} satisfies Record<StateName, Look>;

const tints = {
  queued: 'bg-st-neutral-tint',
  running: 'bg-st-running-tint',
  finished: 'bg-st-finished-tint',
  failed: 'bg-st-failed-tint',
  waiting: 'bg-st-paused-tint',
  needs_person: 'bg-st-person-tint',
  paused: 'bg-st-paused-tint',
  cancelled: 'bg-st-neutral-tint',
} satisfies Partial<Record<StateName, string>>;

/** Glyph, word and colour, always all three. */
export function StateMark({ state, word }: { readonly state: StateName; readonly word?: string }) {
  const look = looks[state];
  return (
    <span className={`inline-flex max-w-full min-w-0 items-center gap-1.5 align-top ${look.text}`}>
      <Glyph name={look.glyph} />
      <span className={`truncate ${look.word}`}>{word ?? words.states[state]}</span>
    </span>
  );
}

/** The same on its tint, for the head of a page. */
export function StateBadge({ state }: { readonly state: keyof typeof tints }) {
  return (
    <span
      className={`inline-flex h-5 flex-none items-center gap-1.5 rounded-1 pr-[7px] pl-1.5 text-xs font-medium ${tints[state]} ${looks[state].text}`}
    >
      <Glyph name={looks[state].glyph} size={13} />
      {words.states[state]}
    </span>
  );
}

export function StateGlyph({ state }: { readonly state: StateName }) {
  return (
    <span className={looks[state].text} role="img" aria-label={words.states[state]}>
      <Glyph name={looks[state].glyph} size={16} />
    </span>
  );
}
