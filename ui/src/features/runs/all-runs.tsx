import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Activity } from 'lucide-react';
import { useRef } from 'react';
import { NoneMatch, NothingYet } from '@/components/empty';
import { Failure } from '@/components/failure';
import { LogLine } from '@/components/log-line';
import { Strip } from '@/components/strip';
import { Button } from '@/components/ui/button';
import { LoadingRows } from '@/components/ui/loading-rows';
import { More } from '@/components/ui/more';
import { isFiltered, runCountsQuery, runListQuery, written } from '@/lib/api/run-list';
import type { RunPage, ShownRun } from '@/lib/api/runs';
import { number } from '@/lib/format';
import { useListKeys } from '@/lib/list-keys';
import { useNewRuns } from '@/lib/new-runs';
import { useNow } from '@/lib/now';
import { rowsOf } from '@/lib/paged';
import { summaryLine } from '@/lib/run/summary-line';
import { minute, when } from '@/lib/time';
import { words } from '@/lib/words';
import { runListWords } from '@/lib/words/run-list';
import { runsWords } from '@/lib/words/runs';
import { RunFilters, type RunFiltersProps } from './run-filters';
import { RunsTable } from './runs-table';

/** All runs, newest first, as far as somebody wants to see; which of them stands in the address. */
export const AllRuns = ({ filter, onFilter }: RunFiltersProps) => (
  <>
    <RunFilters filter={filter} onFilter={onFilter} />
    <List key={JSON.stringify(written(filter))} filter={filter} onFilter={onFilter} />
  </>
);

function List({ filter, onFilter }: RunFiltersProps) {
  useListKeys('[data-row]', runsWords.next);
  const list = useInfiniteQuery(runListQuery(filter));
  const self = useRef<HTMLDivElement>(null);
  const { line, error } = useNewRuns(filter, self);
  const now = useNow(10_000);
  const runs = rowsOf<ShownRun>(list.data);
  const last = list.data?.pages.at(-1);
  if (!list.data)
    return list.error ? (
      <Failure
        error={list.error}
        title={runsWords.failed}
        hint={runsWords.failedHint}
        onRetry={() => void list.refetch()}
      />
    ) : (
      <LoadingRows />
    );
  return (
    <>
      {line.is === 'reconnecting' && (
        <Strip state="away" title={runListWords.stale(minute(line.since))}>
          {runListWords.staleHint}
        </Strip>
      )}
      {error && line.is !== 'reconnecting' && (
        <Strip state="warning" title={runListWords.notRead}>
          {runListWords.notReadHint}
        </Strip>
      )}
      {runs.length > 0 ? (
        <div ref={self}>
          <RunsTable
            runs={runs}
            label={runsWords.title}
            lineName={runListWords.line}
            lineOf={drawn(now)}
          />
        </div>
      ) : (
        !list.hasNextPage && <None filter={filter} onFilter={onFilter} />
      )}
      {(runs.length > 0 || list.hasNextPage) && (
        <More
          list={list}
          says={last?.searchedBackTo ? runListWords.further : runsWords.older}
          end={runsWords.noneOlder}
        />
      )}
      <LookedThrough page={last} />
    </>
  );
}

const drawn = (now: number) => (run: ShownRun) => <LogLine segments={summaryLine(run, now)} />;

/** A search reads for about a second at a time: how far it came is not the end. */
function LookedThrough({ page }: { readonly page: RunPage | undefined }) {
  const now = useNow(60_000);
  if (!page?.searchedBackTo) return null;
  return (
    <p role="status" className="px-3 pb-3 text-xs text-ink-3 two:px-4">
      {runListWords.searched(when(page.searchedBackTo, now))}
    </p>
  );
}

function None({ filter, onFilter }: RunFiltersProps) {
  const { data: counts } = useQuery(runCountsQuery({}));
  if (!isFiltered(filter))
    return (
      <NothingYet icon={Activity} title={runsWords.none}>
        {runsWords.noneHint}
      </NothingYet>
    );
  const others = [...(counts?.values() ?? [])].reduce((sum, { runs }) => sum + runs, 0);
  const capped = [...(counts?.values() ?? [])].some(({ more }) => more);
  const said = capped ? runListWords.atLeast(number(others)) : number(others);
  return (
    <NoneMatch
      title={filter.q === undefined ? runListWords.none : runListWords.noneOfText(filter.q)}
      actions={<Button onClick={() => onFilter({})}>{words.list.clear}</Button>}
    >
      {counts ? runListWords.noneHint(said) : runListWords.noneHintUnknown}
    </NoneMatch>
  );
}
