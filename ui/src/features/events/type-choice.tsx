import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Combobox } from '@/components/ui/combobox';
import { eventTypeQuery, eventTypesQuery, type ExampleEvent } from '@/lib/api/event-types';
import { toast } from '@/lib/toasts';
import { eventsWords } from '@/lib/words/events';
import type { DraftEvent } from './draft-event';

interface TypeChoiceProps {
  readonly chosen: string;
  /** The event as it is at this moment. */
  readonly now: () => DraftEvent;
  readonly onExample: (type: string, example: ExampleEvent | null) => void;
}

/** Examples of the catalogue and of what has come; choosing one writes it into the form. */
export function TypeChoice({ chosen, now, onExample }: TypeChoiceProps) {
  const queries = useQueryClient();
  const [failed, setFailed] = useState(false);
  const { data, error } = useQuery(eventTypesQuery);
  const asked = useRef(0);
  const choose = async (type: string | undefined) => {
    if (type === undefined) return;
    setFailed(false);
    asked.current += 1;
    const [which, before] = [asked.current, now()];
    const detail = await queries.ensureQueryData(eventTypeQuery(type)).catch(() => undefined);
    // Of several choices the last one counts, in whatever order their answers come.
    if (which !== asked.current) return;
    if (detail === undefined) setFailed(true);
    else if (now() === before) onExample(type, detail.example);
    else toast({ tone: 'told', says: eventsWords.compose.writtenMeanwhile });
  };
  const options = (data?.items ?? [])
    // What the engine alone writes cannot be sent.
    .filter(({ alone }) => !alone)
    .map(({ type, origin }) => ({
      value: type,
      name: type,
      about: origin === 'learnt' ? eventsWords.compose.learnt : undefined,
    }));
  return (
    <Combobox
      label={eventsWords.compose.types}
      options={options}
      value={options.find(({ value }) => value === chosen)?.value}
      onChange={(type) => void choose(type)}
      placeholder={eventsWords.compose.typesPlaceholder}
      error={error || failed ? eventsWords.compose.typesFailed : undefined}
    />
  );
}
