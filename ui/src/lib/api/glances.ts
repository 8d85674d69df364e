import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { at, call } from '@/lib/http';
import type { RunState } from './runs';

export interface RunBar {
  readonly id: string;
  readonly state: RunState;
  readonly queuedAt: string;
  /** Null while it has not ended. */
  readonly durationMs: number | null;
}

/** What a list of automations shows beside a name. */
export interface Glance {
  readonly automation: string;
  readonly description: string;
  /** Types of events, `manual` and `api`, in the order of the definition. */
  readonly startedBy: readonly string[];
  /** Runs, the newest first. */
  readonly newest: readonly RunBar[];
  /** Of all that have not ended, and of those that ended within a week. */
  readonly counts: readonly {
    readonly state: RunState;
    readonly runs: number;
    readonly more: boolean;
  }[];
}

const glancesEvery = 10_000;
const atOnce = 200;

const parts = (ids: readonly string[]) =>
  Array.from({ length: Math.ceil(ids.length / atOnce) }, (_, index) =>
    ids.slice(index * atOnce, (index + 1) * atOnce),
  );

export const glancesQuery = (ids: readonly string[]) =>
  queryOptions({
    queryKey: ['automations', 'glances', ids],
    enabled: ids.length > 0,
    refetchInterval: glancesEvery,
    // The rows before stay while a further page is looked at.
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const answers = await Promise.all(
        parts(ids).map((part) =>
          call<{ readonly items: readonly Glance[] }>(
            at('/v1/automations/glances', { ids: part.join(',') }),
            { signal },
          ),
        ),
      );
      return answers.flatMap(({ items }) => items.map((it) => [it.automation, it] as const));
    },
    select: (all): ReadonlyMap<string, Glance> => new Map(all),
  });
