import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Combobox } from '@/components/ui/combobox';
import { eventTypeQuery, eventTypesQuery, type ExampleEvent } from '@/lib/api/event-types';
import { eventsWords } from '@/lib/words/events';

interface TypeChoiceProps {
  readonly chosen: string;
  readonly onExample: (type: string, example: ExampleEvent | null) => void;
}

/** Examples of the catalogue and of what has come; choosing one writes it into the form. */
export function TypeChoice({ chosen, onExample }: TypeChoiceProps) {
  const queries = useQueryClient();
  const [failed, setFailed] = useState(false);
  const { data, error } = useQuery(eventTypesQuery);
  const choose = (type: string | undefined) => {
    if (type === undefined) return;
    setFailed(false);
    queries.ensureQueryData(eventTypeQuery(type)).then(
      ({ example }) => onExample(type, example),
      () => setFailed(true),
    );
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
      onChange={choose}
      placeholder={eventsWords.compose.typesPlaceholder}
      error={error || failed ? eventsWords.compose.typesFailed : undefined}
    />
  );
}
