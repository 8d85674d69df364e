import { ended, type Run, type Step } from '@/lib/api/runs';
import { may } from '@/lib/rights';
import { runWords } from '@/lib/words/run';

export type RunAction = 'pause' | 'resume' | 'retry' | 'rerun' | 'cancel';

/** In the order of the head; undefined where it makes no sense at all, else why it cannot be now. */
export interface Possible {
  readonly action: RunAction;
  readonly says: string;
  readonly off: string | undefined;
}

export function possibleOf(run: Run, role: string): readonly Possible[] {
  const over = ended(run);
  const mayNot = may(role, 'operate') ? undefined : runWords.mayNot;
  const live = mayNot ?? (over ? runWords.hasEnded : undefined);
  const paused = run.state === 'paused';
  return [
    ...(run.state === 'waiting'
      ? [{ action: 'retry' as const, says: retrySaid(run), off: mayNot }]
      : []),
    ...(over
      ? []
      : [
          paused
            ? { action: 'resume' as const, says: runWords.resume, off: mayNot }
            : {
                action: 'pause' as const,
                says: runWords.pause,
                off: mayNot ?? (run.pausing ? runWords.pausingNow : undefined),
              },
        ]),
    {
      action: 'rerun',
      says: runWords.rerun,
      off: mayNot ?? (over ? undefined : runWords.notEnded),
    },
    ...(over
      ? []
      : [
          {
            action: 'cancel' as const,
            says: runWords.cancel,
            off: live ?? (run.cancelling ? runWords.cancelling : undefined),
          },
        ]),
  ];
}

const retrySaid = ({ waits: [first] }: Run) =>
  first?.kind === 'retry' ? runWords.retry : runWords.goOn;

/** A step that waits, or of which nobody knows, can be left out. */
export const canBeSkipped = (run: Run, step: Step) =>
  !ended(run) && (step.state === 'waiting' || step.state === 'unknown');

/** Only what has ended is done again; a turn of a loop has no certain before and after. */
export const canBeginWith = (run: Run, step: Step) => ended(run) && !step.id.includes('.');
