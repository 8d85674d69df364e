import { LeaveGuard } from '@/components/leave-guard';
import { type Draft, isChanged } from '@/lib/definition/draft';
import { definitionWords } from '@/lib/words/definition';

interface LeavingProps {
  readonly draft: Draft;
  readonly mayWrite: boolean;
  readonly onSave: () => Promise<boolean>;
  readonly onGiveUp: () => void;
}

/** A draft is saved on the way out wherever it can be. */
export function Leaving({ draft, mayWrite, onSave, onGiveUp }: LeavingProps) {
  const isToSave = mayWrite && draft.phase !== 'refused' && draft.theirs === undefined;
  return (
    <LeaveGuard
      // What is under way may be another text than the one that is left.
      off={!isChanged(draft) && draft.phase !== 'saving'}
      {...(isToSave && { onSave })}
      title={definitionWords.leaveTitle}
      about={definitionWords.leaveAbout}
      does={definitionWords.leaveDoes}
      onGiveUp={onGiveUp}
    />
  );
}
