import { queryOptions } from '@tanstack/react-query';
import { call } from '@/lib/http';
import type { Json } from '@/lib/json';

/** What a step can do. */
export interface ActionKind {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly input: Json;
  /** The schema of what later steps may read. */
  readonly output?: Json;
  /** How a person takes the effect back. */
  readonly reversibility?: string;
}

const hour = 3_600_000;

export const actionsQuery = queryOptions({
  queryKey: ['catalogue', 'actions'],
  staleTime: hour,
  queryFn: ({ signal }) =>
    call<{ readonly items: readonly ActionKind[] }>('/v1/actions', { signal }),
});

export const schemaQuery = queryOptions({
  queryKey: ['catalogue', 'schema'],
  staleTime: hour,
  queryFn: ({ signal }) =>
    call<Json>('/v1/automations/schema', {
      signal,
      headers: { accept: 'application/schema+json, application/json' },
    }),
});
