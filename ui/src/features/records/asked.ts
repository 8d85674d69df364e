import type { RecordFilter } from '@/lib/api/records';
import type { RecordKind } from '@/lib/records-of';

export const whichTasks = ['open', 'mine', 'due', 'done', 'all'] as const;

export type WhichTasks = (typeof whichTasks)[number];

/** What an address narrows a list to. */
export interface RecordSearch {
  readonly q?: string | undefined;
  readonly stage?: string | undefined;
  readonly which?: WhichTasks | undefined;
}

const tasks = (me: string): Readonly<Record<WhichTasks, RecordFilter>> => ({
  open: { state: 'open' },
  mine: { state: 'open', assignee: me },
  due: { overdue: true },
  done: { state: 'done' },
  all: {},
});

/** The same in the words of the API. Of tasks, those that are still to be done unless said otherwise. */
export function askedFor(kind: RecordKind, search: RecordSearch, me: string): RecordFilter {
  return {
    q: search.q,
    ...(kind === 'deals' && { stage: search.stage }),
    ...(kind === 'tasks' && tasks(me)[search.which ?? 'open']),
  };
}
