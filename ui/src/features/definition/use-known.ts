import { useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Source } from '@/lib/api/automations';
import { actionsQuery, schemaQuery } from '@/lib/api/catalogue';
import { type EventTypeDetail, eventTypeQuery, eventTypesQuery } from '@/lib/api/event-types';
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
  const events = useEvents(source, mayWrite);
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

/** Of the types that the text names; one that nobody knows has no fields. */
function useEvents(source: Source, mayWrite: boolean): readonly KnownEvent[] {
  const { text, format } = useRested(source);
  const types = useMemo(() => triggerTypes(text, format).slice(0, most), [text, format]);
  return useQueries({
    queries: mayWrite ? types.map((type) => eventTypeQuery(type)) : [],
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
