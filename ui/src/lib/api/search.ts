import { queryOptions } from '@tanstack/react-query';
import { at, call, path } from '@/lib/http';
import type { PageOf } from '@/lib/paged';
import { recordsWords } from '@/lib/words/records';
import type { Automation, AutomationState } from './automations';
import { type KeptRecord, nameOf } from './records';
import { type RunState, type RunSummary, titleOf } from './runs';

export type SourceName = 'runs' | 'automations' | 'records';

/** Something of the house that is called as somebody typed. */
export interface Found {
  readonly id: string;
  readonly says: string;
  readonly about: string;
  readonly runState?: RunState;
  /** Of an automation: what can be done with it goes by that. */
  readonly standing?: AutomationState;
  readonly to: string;
}

export interface Source {
  readonly name: SourceName;
  /** Where it is shown; what has no room yet is not looked for. */
  readonly room: string;
  readonly find: (wanted: string, signal: AbortSignal) => Promise<readonly Found[]>;
}

const few = 5;

const list = <Row>(where: string, q: string, signal: AbortSignal) =>
  call<PageOf<Row>>(at(where, { q, limit: few }), { signal }).then(({ items }) => items);

const records = ['contacts', 'companies', 'deals'] as const;

export const sources: readonly Source[] = [
  {
    name: 'runs',
    room: '/runs',
    find: async (wanted, signal) =>
      (await list<RunSummary>('/v1/runs', wanted, signal)).map((run) => ({
        id: run.id,
        says: titleOf(run),
        about: run.automation,
        runState: run.state,
        to: path`/runs/${run.id}`,
      })),
  },
  {
    name: 'automations',
    room: '/automations',
    find: async (wanted, signal) =>
      (await list<Automation>('/v1/automations', wanted, signal)).map(
        ({ id, name, area, state }) => ({
          id,
          says: name,
          about: area,
          standing: state,
          to: path`/automations/${id}`,
        }),
      ),
  },
  {
    name: 'records',
    room: '/records',
    find: async (wanted, signal) => {
      const found = await Promise.all(
        records.map(async (kind) =>
          (await list<KeptRecord>(`/v1/${kind}`, wanted, signal)).map((record) => ({
            id: `${kind}/${record.id}`,
            says: nameOf(record),
            about: recordsWords.one[kind],
            to: path`/records/${kind}/${record.id}`,
          })),
        ),
      );
      return found.flat().slice(0, few);
    },
  },
];

const leastLetters = 2;
const moment = 150;

/** Waits a moment first: while somebody types, the question before is withdrawn unasked. */
export const searchQuery = ({ name, find }: Source, wanted: string) =>
  queryOptions({
    queryKey: ['search', name, wanted],
    enabled: wanted.length >= leastLetters,
    staleTime: 10_000,
    queryFn: async ({ signal }) => {
      await new Promise((later) => setTimeout(later, moment));
      signal.throwIfAborted();
      return find(wanted, signal);
    },
  });
