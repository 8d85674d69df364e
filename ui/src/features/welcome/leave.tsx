import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Who } from '@/components/ui/who';
import { useSettle } from '@/lib/api/company';
import { useMe } from '@/lib/api/me';
import { useNow } from '@/lib/now';
import { duration } from '@/lib/time';
import { toast } from '@/lib/toasts';
import { welcomeWords } from '@/lib/words/welcome';

/** How long it took so far, and the way out; the house remembers that it was taken. */
export function Leave({ done }: { readonly done: boolean }) {
  const settle = useSettle();
  const navigate = useNavigate();
  const leave = () =>
    settle.mutate(undefined, {
      onSuccess: () => void navigate({ to: '/' }),
      onError: ({ message }) =>
        toast({ tone: 'failed', says: `${welcomeWords.leaveFailed} ${message}` }),
    });
  return (
    <span className="ml-auto flex min-w-0 items-center gap-3 text-ink-2">
      <SoFar done={done} />
      <Button look={done ? 'primary' : 'quiet'} busy={settle.isPending} onClick={leave}>
        {done ? welcomeWords.house : welcomeWords.leave}
      </Button>
      <span className="max-two:hidden">
        <Who name={useMe().name} />
      </span>
    </span>
  );
}

function SoFar({ done }: { readonly done: boolean }) {
  const now = useNow(1_000, !done);
  const [since] = useState(now);
  const [doneAt, setDoneAt] = useState<number>();
  if (done && doneAt === undefined) setDoneAt(now);
  const spent = (doneAt ?? now) - since;
  if (spent < 1_000) return null;
  return (
    <span className="truncate max-two:hidden">
      {done ? welcomeWords.took(duration(spent)) : welcomeWords.soFar(duration(spent))}
    </span>
  );
}
