import { useInfiniteQuery } from '@tanstack/react-query';
import { Activity } from 'lucide-react';
import { NoneMatch, NothingYet } from '@/components/empty';
import { Failure } from '@/components/failure';
import { Button } from '@/components/ui/button';
import { LoadingRows } from '@/components/ui/loading-rows';
import { More } from '@/components/ui/more';
import { Segments } from '@/components/ui/segments';
import { automationRunsQuery } from '@/lib/api/automation-runs';
import type { RunState } from '@/lib/api/runs';
import { useListKeys } from '@/lib/list-keys';
import { rowsOf } from '@/lib/paged';
import { stateOfRun } from '@/lib/states';
import { words } from '@/lib/words';
import { automationWords } from '@/lib/words/automation';
import { runsWords } from '@/lib/words/runs';
import { RunsTable } from './runs-table';

interface AutomationRunsProps {
  readonly automation: string;
  readonly state: RunState | undefined;
  readonly onState: (state: RunState | undefined) => void;
}

const shares = ['running', 'waiting', 'needs_person', 'failed', 'finished'] as const;

/** The runs of one automation, newest first. */
export const AutomationRuns = (props: AutomationRunsProps) => {
  useListKeys('[data-row]', runsWords.next);
  return (
    <>
      <div className="overflow-x-auto border-b border-line px-3 py-2 two:px-4">
        <Segments
          label={automationWords.runs.states}
          value={props.state ?? 'all'}
          onChange={(state) => props.onState(state === 'all' ? undefined : state)}
          segments={[
            { value: 'all', name: automationWords.runs.all },
            ...shares.map((state) => ({ value: state, name: words.states[stateOfRun(state)] })),
          ]}
        />
      </div>
      <List {...props} />
    </>
  );
};

function List({ automation, state, onState }: AutomationRunsProps) {
  const list = useInfiniteQuery(automationRunsQuery(automation, state));
  const runs = rowsOf(list.data);
  if (runs.length > 0)
    return (
      <>
        <RunsTable ofOne runs={runs} label={runsWords.title} />
        <More key={state} list={list} says={runsWords.older} end={runsWords.noneOlder} />
      </>
    );
  if (list.data && state !== undefined)
    return (
      <NoneMatch
        title={automationWords.runs.noneMatch}
        actions={<Button onClick={() => onState(undefined)}>{words.list.clear}</Button>}
      >
        {automationWords.runs.noneMatchHint}
      </NoneMatch>
    );
  if (list.data)
    return (
      <NothingYet icon={Activity} title={automationWords.runs.none}>
        {automationWords.runs.noneHint}
      </NothingYet>
    );
  if (!list.error) return <LoadingRows />;
  return (
    <Failure
      error={list.error}
      title={runsWords.failed}
      hint={runsWords.failedHint}
      onRetry={() => void list.refetch()}
    />
  );
}
