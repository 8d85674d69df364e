import { queryOptions, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { path } from '@/lib/http';
import type { Message } from '@/lib/sse';
import { type LineState, useLine } from '@/lib/stream';
import { ended, type Run, runQuery, type Step } from './runs';

/** Of a loop as long as it likes to be, so many turns that are over are kept on screen. */
const mostTurns = 400;

/** A run with what was heard of it since; the same run where nothing was. */
export function heard(run: Run | undefined, messages: readonly Message[]): Run | undefined {
  let now = run;
  const steps = new Map<string, Step>();
  for (const { event, data } of messages) {
    const said = JSON.parse(data) as unknown;
    if (event === 'snapshot') {
      now = said as Run;
      steps.clear();
    }
    if (event === 'run' && now) now = { ...(said as Run), steps: now.steps };
    if (event === 'step') steps.set((said as Step).id, said as Step);
  }
  return now && steps.size > 0 ? trimmed({ ...now, steps: put(now.steps, steps) }) : now;
}

function put(known: readonly Step[], fresh: Map<string, Step>): readonly Step[] {
  const changed = known.map((step) => {
    const next = fresh.get(step.id);
    fresh.delete(step.id);
    return next ?? step;
  });
  return [...changed, ...fresh.values()];
}

const isDoneTurn = ({ id, state }: Step) => state === 'finished' && id.includes('.');

/** The oldest turns go first; they are asked for again when somebody opens the loop. */
function trimmed(run: Run): Run {
  const many = run.steps.filter(isDoneTurn).length - mostTurns;
  if (many <= 0) return run;
  let gone = 0;
  const steps = run.steps.filter((step) => !isDoneTurn(step) || ++gone > many);
  return { ...run, steps, moreSteps: true };
}

/** What has ended may still be resolved or done again: it is asked for; what goes on is told. */
const followedRunQuery = (id: string) =>
  queryOptions({
    ...runQuery(id),
    refetchInterval: false,
    staleTime: ({ state }) => (state.data && ended(state.data) ? 0 : Number.POSITIVE_INFINITY),
  });

/** A run as it goes on, without asking: the server tells what is new until it has ended. */
export function useFollowedRun(id: string): { readonly run: Run; readonly line: LineState } {
  const queries = useQueryClient();
  const { data: run } = useSuspenseQuery(followedRunQuery(id));
  const hear = useMemo(
    () =>
      together((messages) =>
        queries.setQueryData<Run>(runQuery(id).queryKey, (before) => heard(before, messages)),
      ),
    [queries, id],
  );
  const line = useLine(ended(run) ? undefined : path`/v1/runs/${id}/stream`, hear);
  return { run, line };
}

/** What comes in one piece is drawn in one go. */
function together(take: (messages: readonly Message[]) => void): (message: Message) => void {
  let waiting: Message[] = [];
  return (message) => {
    waiting.push(message);
    if (waiting.length > 1) return;
    queueMicrotask(() => {
      const messages = waiting;
      waiting = [];
      take(messages);
    });
  };
}
