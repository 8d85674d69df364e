import { queryOptions } from '@tanstack/react-query';
import { at, call } from '@/lib/http';
import type { PageOf } from '@/lib/paged';
import type { Automation } from './automations';
import { type Found, foundAutomation, foundRecord, foundRun } from './found';
import type { KeptRecord } from './records';
import type { RunSummary } from './runs';
import { findById, findRecordOf, idIn, subjectIn } from './search-exact';

export type SourceName = 'ids' | 'about' | 'runs' | 'automations' | 'records';

export interface Source {
  readonly name: SourceName;
  /** Where it is shown; what has no room yet is not looked for. */
  readonly room: string;
  /** Whether it can be called so; anything can where nothing is said. */
  readonly fits?: (wanted: string) => boolean;
  readonly find: (wanted: string, signal: AbortSignal) => Promise<readonly Found[]>;
}

const few = 5;

const list = <Row>(where: string, q: string, signal: AbortSignal) =>
  call<PageOf<Row>>(at(where, { q, limit: few }), { signal }).then(({ items }) => items);

const records = ['contacts', 'companies', 'deals', 'tasks'] as const;

export const sources: readonly Source[] = [
  {
    name: 'ids',
    room: '/runs',
    fits: (wanted) => idIn(wanted) !== undefined,
    find: findById,
  },
  {
    name: 'about',
    room: '/records',
    fits: (wanted) => subjectIn(wanted) !== undefined,
    find: findRecordOf,
  },
  {
    name: 'runs',
    room: '/runs',
    find: async (wanted, signal) =>
      (await list<RunSummary>('/v1/runs', wanted, signal)).map(foundRun),
  },
  {
    name: 'automations',
    room: '/automations',
    find: async (wanted, signal) =>
      (await list<Automation>('/v1/automations', wanted, signal)).map(foundAutomation),
  },
  {
    name: 'records',
    room: '/records',
    find: async (wanted, signal) => {
      const found = await Promise.all(
        records.map(async (kind) =>
          (await list<KeptRecord>(`/v1/${kind}`, wanted, signal)).map(foundRecord(kind)),
        ),
      );
      return fairly(found);
    },
  },
];

/** The first of each kind, then the second: no kind hides another behind it. */
function fairly(found: readonly (readonly Found[])[]): readonly Found[] {
  const turns = Array.from({ length: few }, (_, turn) =>
    found.flatMap((ofKind) => ofKind[turn] ?? []),
  );
  return turns.flat().slice(0, few);
}

const leastLetters = 2;
const moment = 150;

/** Waits a moment first: while somebody types, the question before is withdrawn unasked. */
export const searchQuery = ({ name, find, fits }: Source, wanted: string) =>
  queryOptions({
    queryKey: ['search', name, wanted],
    enabled: wanted.length >= leastLetters && (fits?.(wanted) ?? true),
    staleTime: 10_000,
    queryFn: async ({ signal }) => {
      await new Promise((later) => setTimeout(later, moment));
      signal.throwIfAborted();
      return find(wanted, signal);
    },
  });
