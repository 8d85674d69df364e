import { useBlocker } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useWayOut } from '@/lib/way-out';
import { Confirm } from './ui/confirm';

interface LeaveGuardProps {
  /** Nothing would be lost. */
  readonly off: boolean;
  /** Tries to keep what was written; true where it is kept and nobody has to be asked. */
  readonly onSave?: () => Promise<boolean>;
  readonly title: string;
  readonly about: string;
  readonly does: string;
  /** The person leaves without it. */
  readonly onGiveUp?: () => void;
}

interface Asked {
  readonly answer: (leaves: boolean) => void;
}

/** Nothing that was written is lost on the way out: it is saved first, or the person is asked. */
export function LeaveGuard({ off, onSave, title, about, does, onGiveUp }: LeaveGuardProps) {
  const [asked, ask] = useState<Asked>();
  const attempts = useRef(0);
  /** Whoever chooses another way while it is saved goes that one only. */
  const mayLeave = async (): Promise<boolean> => {
    attempts.current += 1;
    const attempt = attempts.current;
    ask(undefined);
    const isSaved = (await onSave?.()) ?? false;
    if (attempt !== attempts.current) return false;
    if (isSaved) return true;
    return new Promise((answer) => ask({ answer }));
  };
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
      title={title}
      about={about}
      does={does}
      danger
      onConfirm={() => {
        onGiveUp?.();
        answer(true);
      }}
    />
  );
}
