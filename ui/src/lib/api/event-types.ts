import { queryOptions } from '@tanstack/react-query';
import { at, call } from '@/lib/http';
import type { Json } from '@/lib/json';
import { type PageOf, pagesOf } from '@/lib/paged';

/** A type of events: as the catalogue declares it, or as it was learnt from what came. */
export interface EventType {
  readonly type: string;
  readonly title: string;
  readonly origin: 'catalogue' | 'learnt';
  /** Pilothouse writes such events itself. */
  readonly ours: boolean;
  /** Nobody else may send one. */
  readonly alone: boolean;
  readonly count: number;
  readonly lastSeen: string | null;
}

export interface EventTypeDetail extends EventType {
  readonly about: string;
  readonly sources: readonly string[];
  /** JSON Schemas; what was learnt has one of `data` alone. */
  readonly schema: {
    readonly data: Json;
    readonly before: Json | null;
    readonly after: Json | null;
  };
  /** A whole event as CloudEvents writes it. */
  readonly example: ExampleEvent | null;
}

export interface ExampleEvent {
  readonly source?: string;
  readonly subject?: string;
  readonly data?: Json;
  readonly before?: Json;
  readonly after?: Json;
}

const perPage = 200;

/** A house learns a thousand types at most, beside those of the catalogue. */
const pages = 10;

/** All there are: they are chosen from by any part of their names. */
export const eventTypesQuery = queryOptions({
  queryKey: ['event types'],
  queryFn: ({ signal }) =>
    pagesOf(
      (before) =>
        call<PageOf<EventType>>(at('/v1/event-types', { limit: perPage, before }), { signal }),
      pages,
    ),
  staleTime: 60_000,
});

/** A type is whatever its sender calls it, slashes included. */
const inPath = (type: string) => type.split('/').map(encodeURIComponent).join('/');

export const eventTypeQuery = (type: string) =>
  queryOptions({
    queryKey: ['event type', type],
    queryFn: ({ signal }) => call<EventTypeDetail>(`/v1/event-types/${inPath(type)}`, { signal }),
    staleTime: 60_000,
  });
