import { useState } from 'react';
import { type CloudEvent, useSendEvent } from '@/lib/api/events';
import { Refused } from '@/lib/http';
import {
  type DraftEvent,
  type DraftField,
  eventOf,
  isSound,
  type Problems,
  problemsOf,
} from './draft-event';

const fields: readonly DraftField[] = ['type', 'subject', 'source', 'data'];

/** An event from its first letter to what became of it. */
export function useComposing(first: DraftEvent) {
  const [draft, setDraft] = useState(first);
  /** As it was offered or sent last: nothing of it is lost. */
  const [kept, setKept] = useState(first);
  const [tried, setTried] = useState(false);
  const [unanswered, setUnanswered] = useState<CloudEvent>();
  const sending = useSendEvent();
  const found = problemsOf(draft);

  const change = (part: Partial<DraftEvent>) => {
    setDraft({ ...draft, ...part });
    setUnanswered(undefined);
    if (sending.error) sending.reset();
  };
  const begin = (example: DraftEvent) => {
    change(example);
    setKept(example);
  };
  const send = () => {
    setTried(true);
    if (!isSound(found) || sending.isPending) return;
    const event = unanswered ?? eventOf(draft);
    setUnanswered(event);
    sending.mutate(event, {
      onSuccess: () => {
        setUnanswered(undefined);
        setKept(draft);
      },
    });
  };
  return {
    draft,
    change,
    begin,
    isTyped: fields.some((name) => draft[name] !== kept[name]),
    send,
    // JSON is looked at while it is written; what is missing only when somebody wants to send.
    problems: { ...(tried ? found : { data: found.data }), ...toldBy(sending.error) },
    isPending: sending.isPending,
    accepted: sending.data,
    error: sending.error,
  };
}

export type Composing = ReturnType<typeof useComposing>;

/** What the server says of "data.amount" stands at the field of the data, with its path. */
function toldBy(error: Error | null): Problems {
  if (!(error instanceof Refused)) return {};
  const told = (error.problem.errors ?? []).flatMap(({ path, message }) => {
    const field = fields.find((name) => path === name || path.startsWith(`${name}.`));
    return field === undefined
      ? []
      : [[field, path === field ? message : `${path}: ${message}`] as const];
  });
  return Object.fromEntries(told);
}
