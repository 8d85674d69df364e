import { useNow } from '@/lib/now';
import { Refused, Unreachable } from '@/lib/http';
import { sessionWords } from '@/lib/words/session';

interface Refusal {
  readonly sentence: string;
  /** Seconds until the next try is listened to; absent when it is now. */
  readonly pause: number | undefined;
}

/** Why signing in did not work, counting down where the server asked for a pause. */
export function useRefusal(error: Error | null, since: number): Refusal | undefined {
  const wait = error instanceof Refused ? error.retryAfter : undefined;
  const now = useNow(1_000, wait !== undefined);
  if (error === null) return undefined;
  const left = wait === undefined ? 0 : Math.ceil((since - now) / 1_000) + wait;
  return { sentence: sentenceFor(error), pause: left > 0 ? left : undefined };
}

function sentenceFor(error: Error): string {
  if (error instanceof Unreachable) return sessionWords.signIn.unreachable;
  if (!(error instanceof Refused)) return sessionWords.signIn.refused(error.message);
  if (error.status === 401) return sessionWords.signIn.wrong;
  if (error.status === 429) return sessionWords.signIn.tooMany;
  return error.status === 503
    ? sessionWords.signIn.notReady
    : sessionWords.signIn.refused(error.message);
}
