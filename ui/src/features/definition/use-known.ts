import { useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Source } from '@/lib/api/automations';
import { actionsQuery, schemaQuery } from '@/lib/api/catalogue';
import {
  type EventType,
  type EventTypeDetail,
  eventTypeQuery,
  eventTypesQuery,
} from '@/lib/api/event-types';
import { functionsQuery } from '@/lib/api/expressions';
import { triggerTypes } from '@/lib/definition/names';
import type { Known, KnownEvent } from '@/lib/definition/suggest';
import { useRested } from '@/lib/rested';

/** What completion is made of; while it is fetched, or where it does not load, it offers less. */
export function useKnown(source: Source, mayWrite: boolean): Known {
  const schema = useQuery(schemaQuery).data;
  const actions = useQuery(actionsQuery).data;
  const types = useQuery(eventTypesQuery).data;
  const functions = useQuery({ ...functionsQuery, enabled: mayWrite }).data;
  const events = useEvents(source, mayWrite ? types?.items : undefined);
  return useMemo(
    () => ({
      schema: schema ?? {},
      actions: actions?.items ?? [],
      eventTypes: types?.items ?? [],
      events,
      functions: functions?.items ?? [],
    }),
    [schema, actions, types, events, functions],
  );
}

/** Nobody listens to more types by name, or waits for so many answers. */
const most = 10;

/** Of the types that the text names and the house knows: nobody asks for one that is not there. */
function useEvents(source: Source, known: readonly EventType[] | undefined): readonly KnownEvent[] {
  const { text, format } = useRested(source);
  const types = useMemo(() => {
    const there = new Set(known?.map(({ type }) => type));
    return triggerTypes(text, format)
      .filter((type) => there.has(type))
      .slice(0, most);
  }, [text, format, known]);
  return useQueries({
    queries: types.map((type) => eventTypeQuery(type)),
    combine: knownOf,
  });
}

/** Outside, so that the same answers give the same list. */
const knownOf = (found: readonly UseQueryResult<EventTypeDetail>[]): readonly KnownEvent[] =>
  found.flatMap(({ data }) => (data ? [eventOf(data)] : []));

const eventOf = ({
  type,
  schema: { data, before, after },
  example,
}: EventTypeDetail): KnownEvent => ({
  type,
  schema: { data, ...(before !== null && { before }), ...(after !== null && { after }) },
  example: { ...example },
});
