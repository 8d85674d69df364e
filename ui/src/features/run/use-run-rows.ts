import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { Run, Step } from '@/lib/api/runs';
import { stepsQuery } from '@/lib/api/run-steps';
import { useStepsOutside } from '@/lib/api/steps-outside';
import { versionQuery } from '@/lib/api/versions';
import { chainOf } from '@/lib/chain/model';
import { rowsOf as itemsOf } from '@/lib/paged';
import { type RunRow, rowsOf } from '@/lib/run/rows';

export interface RunRows {
  readonly rows: readonly RunRow[];
  /** Why the steps stand as they were begun, not as the chain has them. */
  readonly chainError: Error | null;
  readonly toggle: (key: string, open: boolean) => void;
  /** Reads more turns of a loop. */
  readonly more: (loop: string) => Promise<void>;
}

/** The chain that the run walks, line by line, with what is opened of it. */
export function useRunRows(run: Run): RunRows {
  const version = useQuery(versionQuery(run.automationId, String(run.number)));
  const chain = useMemo(
    () => version.data && chainOf(version.data.definition).steps,
    [version.data],
  );
  const [opened, setOpened] = useState<ReadonlyMap<string, boolean>>(new Map());
  const { steps: outside } = useStepsOutside(run);
  const { turns, unread, more } = useTurns(run);
  const rows = useMemo(
    () => rowsOf({ run, chain, others: [...outside, ...turns], more: unread, opened }),
    [run, chain, outside, turns, unread, opened],
  );
  const toggle = useCallback(
    (key: string, open: boolean) => setOpened((before) => new Map(before).set(key, open)),
    [],
  );
  return { rows, chainError: version.error, toggle, more };
}

const none: readonly Step[] = [];

function useTurns(run: Run) {
  const queries = useQueryClient();
  const [read, setRead] = useState<ReadonlyMap<string, string | null>>(new Map());
  const [turns, setTurns] = useState(none);
  const more = useCallback(
    async (loop: string) => {
      const query = stepsQuery(run.id, loop);
      const pages = queries.getQueryData(query.queryKey)?.pages.length ?? 0;
      const data = await queries.fetchInfiniteQuery({ ...query, pages: pages + 1, staleTime: 0 });
      setTurns((before) => [...before, ...itemsOf(data)]);
      setRead((before) => new Map(before).set(loop, data.pages.at(-1)?.next ?? null));
    },
    [queries, run.id],
  );
  const unread = useMemo(() => {
    const loops = run.moreSteps ? run.steps.filter(({ kind }) => kind === 'for_each') : none;
    return new Set(loops.map(({ id }) => id).filter((id) => read.get(id) !== null));
  }, [run, read]);
  return { turns, unread, more };
}
