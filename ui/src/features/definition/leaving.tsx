import { useBlocker } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { Confirm } from '@/components/ui/confirm';
import { type Draft, isChanged } from '@/lib/definition/draft';
import { useWayOut } from '@/lib/way-out';
import { definitionWords } from '@/lib/words/definition';

interface LeavingProps {
  readonly draft: Draft;
  readonly mayWrite: boolean;
  readonly onSave: () => Promise<boolean>;
  readonly onGiveUp: () => void;
}

interface Asked {
  readonly answer: (leaves: boolean) => void;
}

/** Nothing that was written is lost on the way out: it is saved first, or the person is asked. */
export function Leaving({ draft, mayWrite, onSave, onGiveUp }: LeavingProps) {
  const [asked, ask] = useState<Asked>();
  const isToSave = mayWrite && draft.phase !== 'refused' && draft.theirs === undefined;
  const attempts = useRef(0);
  /** Whoever chooses another way while it is saved goes that one only. */
  const mayLeave = async (): Promise<boolean> => {
    attempts.current += 1;
    const attempt = attempts.current;
    ask(undefined);
    const isSaved = isToSave && (await onSave());
    if (attempt !== attempts.current) return false;
    if (isSaved) return true;
    return new Promise((answer) => ask({ answer }));
  };
  // What is under way may be another text than the one that is left.
  const off = !isChanged(draft) && draft.phase !== 'saving';
  useBlocker({
    // Where the page itself is closed, the browser asks.
    disabled: off,
    shouldBlockFn: async ({ current, next }) =>
      current.pathname !== next.pathname && !(await mayLeave()),
  });
  useWayOut(mayLeave, off);
  const answer = (leaves: boolean) => {
    ask(undefined);
    asked?.answer(leaves);
  };
  return (
    <Confirm
      open={asked !== undefined}
      onClose={() => answer(false)}
      title={definitionWords.leaveTitle}
      about={definitionWords.leaveAbout}
      does={definitionWords.leaveDoes}
      danger
      onConfirm={() => {
        onGiveUp();
        answer(true);
      }}
    />
  );
}
