import { useRef, useState } from 'react';
import { type CloudEvent, useSendEvent } from '@/lib/api/events';
import { Refused } from '@/lib/http';
import { useKept, useRegained } from '@/lib/unsaved';
import {
  type DraftEvent,
  type DraftField,
  eventOf,
  isSound,
  type Problems,
  problemsOf,
} from './draft-event';

const fields: readonly DraftField[] = ['type', 'subject', 'source', 'data'];

/** An event from its first letter to what became of it; `from` says what it begins with. */
export function useComposing(first: DraftEvent, from: string) {
  const place = `event.${from}`;
  const regained = useRegained(place, isUnsent);
  const [draft, setDraft] = useState(regained?.draft ?? first);
  const now = useRef(draft);
  /** As it was offered or sent last: nothing of it is lost. */
  const [kept, setKept] = useState(regained?.kept ?? first);
  const [tried, setTried] = useState(false);
  const [unanswered, setUnanswered] = useState(regained?.unanswered);
  const sending = useSendEvent();
  const found = problemsOf(draft);
  const isTyped = fields.some((name) => draft[name] !== kept[name]);
  const forget = useKept(place, {
    unsaved: isTyped ? ({ draft, kept, unanswered } satisfies Unsent) : undefined,
    regained: regained !== undefined,
  });

  const change = (part: Partial<DraftEvent>) => {
    now.current = { ...now.current, ...part };
    setDraft(now.current);
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
    /** As it is at this moment, which may be newer than what is drawn. */
    now: () => now.current,
    change,
    begin,
    isTyped,
    forget,
    send,
    // JSON is looked at while it is written; what is missing only when somebody wants to send.
    problems: { ...(tried ? found : { data: found.data }), ...toldBy(sending.error) },
    isPending: sending.isPending,
    accepted: sending.data,
    error: sending.error,
  };
}

/** What outlives a session that ends; sent again, an event of which no answer came keeps its id. */
interface Unsent {
  readonly draft: DraftEvent;
  readonly kept: DraftEvent;
  readonly unanswered: CloudEvent | undefined;
}

function isUnsent(found: unknown): found is Unsent {
  const { draft, kept } = (found ?? {}) as Partial<Unsent>;
  return [draft, kept].every((it) => fields.every((name) => typeof it?.[name] === 'string'));
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
