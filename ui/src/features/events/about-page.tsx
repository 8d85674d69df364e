import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { History, Table2 } from 'lucide-react';
import { useCallback, useMemo, useRef } from 'react';
import { NothingYet } from '@/components/empty';
import { Failure } from '@/components/failure';
import { SectionHead } from '@/components/section-head';
import { buttonStyle } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { LoadingRows } from '@/components/ui/loading-rows';
import { More } from '@/components/ui/more';
import { RunList } from '@/components/run-list';
import { entriesQuery } from '@/lib/api/journal';
import { runsOfQuery } from '@/lib/api/runs';
import { useListKeys } from '@/lib/list-keys';
import { rowsOf } from '@/lib/paged';
import { recordOf } from '@/lib/records-of';
import { eventsWords } from '@/lib/words/events';
import { Arrived } from '@/components/ui/arrived';
import { useArriving } from '@/lib/arriving';
import { EventsTable } from './events-table';
import { LineStrip } from '@/components/line-strip';

/** Everything that ever happened to one thing, and the runs about it. */
export function AboutPage({ subject }: { readonly subject: string }) {
  const record = recordOf(subject);
  return (
    <>
      <header className="flex flex-none flex-wrap items-center gap-x-3 gap-y-2 border-b border-line px-3 py-3 two:px-4">
        <div className="min-w-0 flex-1 basis-60">
          <h1 className="text-lg wrap-anywhere">{subject}</h1>
          <p className="text-ink-2">{eventsWords.about.lead}</p>
        </div>
        {record && (
          <Link to="/records/$kind/$id" params={record} className={buttonStyle()}>
            <Icon of={Table2} size={14} />
            {eventsWords.about.record}
          </Link>
        )}
      </header>
      <div className="grid flex-1 grid-cols-[minmax(0,1fr)] content-start three:grid-cols-[minmax(0,1fr)_340px] three:content-stretch">
        <Happened key={subject} subject={subject} />
        <Runs subject={subject} />
      </div>
    </>
  );
}

function Happened({ subject }: { readonly subject: string }) {
  useListKeys('[data-row]', eventsWords.next);
  const filter = useMemo(() => ({ subject }), [subject]);
  const self = useRef<HTMLDivElement>(null);
  const list = useInfiniteQuery(entriesQuery(filter));
  const { waiting, show, line } = useArriving(filter, self, useReadRunsAgain(subject));
  const entries = rowsOf(list.data);
  return (
    <section aria-label={eventsWords.about.events}>
      <LineStrip line={line} />
      <Arrived count={waiting} onShow={show} />
      <div ref={self}>
        {entries.length > 0 && (
          <>
            <EventsTable entries={entries} label={eventsWords.about.events} filter={filter} ofOne />
            <More list={list} says={eventsWords.older} end={eventsWords.noneOlder} />
          </>
        )}
        {list.data && entries.length === 0 && (
          <NothingYet icon={History} title={eventsWords.about.noEvents}>
            {eventsWords.about.noEventsHint}
          </NothingYet>
        )}
        {list.isPending && <LoadingRows />}
        {list.error && !list.data && (
          <Failure
            error={list.error}
            title={eventsWords.failed}
            hint={eventsWords.failedHint}
            onRetry={() => void list.refetch()}
          />
        )}
      </div>
    </section>
  );
}

/** What happens to it may have begun a run. */
function useReadRunsAgain(subject: string): () => void {
  const queries = useQueryClient();
  return useCallback(
    () => void queries.invalidateQueries({ queryKey: runsOfQuery({ subject }).queryKey }),
    [queries, subject],
  );
}

function Runs({ subject }: { readonly subject: string }) {
  const { data, error, refetch } = useQuery(runsOfQuery({ subject }));
  return (
    <section aria-labelledby="runs" className="border-line max-three:border-t three:border-l">
      <SectionHead id="runs" title={eventsWords.about.runs}>
        <Link to="/runs" search={{ subject }} className="link text-xs text-ink-2">
          {eventsWords.about.allRuns}
        </Link>
      </SectionHead>
      {data && data.items.length > 0 && <RunList runs={data.items} />}
      {data?.items.length === 0 && (
        <p className="p-3 text-ink-3 two:px-4">{eventsWords.about.noRuns}</p>
      )}
      {!data && error && (
        <Failure
          error={error}
          title={eventsWords.about.runsFailed}
          onRetry={() => void refetch()}
        />
      )}
    </section>
  );
}
