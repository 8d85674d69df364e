import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type StartAsked, startByHand } from '@/lib/api/starts';
import { Refused } from '@/lib/http';
import { randomId } from '@/lib/ids';

/** Whoever stands between may answer that nobody did. */
const isAnswer = (error: Error | null) =>
  error === null || (error instanceof Refused && error.status < 500);

/** Starts by hand: what is asked again before an answer came keeps its key, so that it starts once. */
export function useStart(automation: string) {
  const [unanswered] = useState(() => new Map<string, string>());
  return useMutation({
    mutationFn: (asked: StartAsked) => {
      const said = JSON.stringify(asked);
      const key = unanswered.get(said) ?? randomId();
      unanswered.set(said, key);
      return startByHand(automation, asked, key);
    },
    onSettled: (_, error, asked) => {
      if (isAnswer(error)) unanswered.delete(JSON.stringify(asked));
    },
  });
}

export type Starting = ReturnType<typeof useStart>;
