import { useState } from 'react';
import { type CloudEvent, useSendEvent } from '@/lib/api/events';
import { randomId } from '@/lib/ids';
import { words } from '@/lib/words';

function make(sender: string): CloudEvent {
  const id = randomId();
  return {
    specversion: '1.0',
    id,
    source: '/pilothouse/page',
    type: 'test.event',
    subject: `test/${id.slice(0, 6)}`,
    time: new Date().toISOString(),
    datacontenttype: 'application/json',
    data: { note: words.testEvent.note(sender) },
  };
}

/** Sending again after silence keeps the event and its id, so that it counts once. */
export function useTestEvent(sender: string) {
  const sending = useSendEvent();
  const [unanswered, setUnanswered] = useState<CloudEvent>();
  const send = () => {
    if (sending.isPending) return;
    const event = unanswered ?? make(sender);
    setUnanswered(event);
    sending.mutate(event, { onSuccess: () => setUnanswered(undefined) });
  };
  return { send, isPending: sending.isPending, accepted: sending.data, error: sending.error };
}

export type TestEvent = ReturnType<typeof useTestEvent>;
