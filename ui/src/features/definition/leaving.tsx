import { useBlocker } from '@tanstack/react-router';
import { Confirm } from '@/components/ui/confirm';
import { type Draft, isChanged } from '@/lib/definition/draft';
import { definitionWords } from '@/lib/words/definition';

interface LeavingProps {
  readonly draft: Draft;
  readonly mayWrite: boolean;
  readonly onSave: () => Promise<boolean>;
}

/** Nothing that was written is lost on the way out: it is saved first, or the person is asked. */
export function Leaving({ draft, mayWrite, onSave }: LeavingProps) {
  const isToSave = mayWrite && draft.phase !== 'refused' && draft.theirs === undefined;
  const { status, proceed, reset } = useBlocker({
    // Where the page itself is closed, the browser asks.
    disabled: !isChanged(draft),
    withResolver: true,
    shouldBlockFn: async ({ current, next }) =>
      current.pathname !== next.pathname && !(isToSave && (await onSave())),
  });
  return (
    <Confirm
      open={status === 'blocked'}
      onClose={() => reset?.()}
      title={definitionWords.leaveTitle}
      about={definitionWords.leaveAbout}
      does={definitionWords.leaveDoes}
      danger
      onConfirm={() => proceed?.()}
    />
  );
}
