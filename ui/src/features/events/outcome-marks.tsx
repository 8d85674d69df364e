import { StateGlyph } from '@/components/state-mark';
import type { EntryOutcome } from '@/lib/api/journal';
import { number } from '@/lib/format';
import type { StateName } from '@/lib/states';
import { eventsWords } from '@/lib/words/events';

interface OutcomeMarksProps {
  readonly outcome: EntryOutcome | null | undefined;
}

/** How many runs it started and how many were held back; nothing is said where nothing was. */
export function OutcomeMarks({ outcome }: OutcomeMarksProps) {
  if (!outcome) return null;
  const { runs, held, more } = outcome;
  const { outcomes } = eventsWords;
  return (
    <span className="inline-flex gap-2.5 text-xs text-ink-2">
      {runs > 0 && <Mark state="finished" count={runs} more={more} says={outcomes.runs(runs)} />}
      {held > 0 && <Mark state="skipped" count={held} more={more} says={outcomes.held(held)} />}
    </span>
  );
}

interface MarkProps {
  readonly state: StateName;
  readonly count: number;
  readonly more: boolean;
  readonly says: string;
}

function Mark({ state, count, more, says }: MarkProps) {
  const whole = more ? eventsWords.outcomes.atLeast(says) : says;
  return (
    <span title={whole} className="inline-flex items-center gap-1">
      <StateGlyph state={state} word={whole} size={12} />
      <span aria-hidden="true">{more ? `${number(count)}+` : number(count)}</span>
    </span>
  );
}
