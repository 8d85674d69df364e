import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { Failure } from '@/components/failure';
import { SectionHead } from '@/components/section-head';
import { LoadingRows } from '@/components/ui/loading-rows';
import { More } from '@/components/ui/more';
import { TimeText } from '@/components/ui/time-text';
import { withShortIds } from '@/lib/actor';
import { entriesQuery, type Entry, type EntryFilter } from '@/lib/api/journal';
import { useListKeys } from '@/lib/list-keys';
import { rowsOf } from '@/lib/paged';
import { eventsWords } from '@/lib/words/events';
import { Arrived } from '@/components/ui/arrived';
import { useArriving } from '@/lib/arriving';
import { OutcomeMarks } from './outcome-marks';

interface EventsPaneProps {
  readonly filter: EntryFilter;
  readonly current: string;
}

/** The list again, narrow, beside one event; it keeps its place from event to event. */
export function EventsPane({ filter, current }: EventsPaneProps) {
  useListKeys('[data-row]', eventsWords.next);
  const self = useRef<HTMLDivElement>(null);
  const list = useInfiniteQuery(entriesQuery(filter));
  const { waiting, show } = useArriving(filter, self);
  return (
    <section
      aria-label={eventsWords.one.list}
      data-scroll-restoration-id="events-pane"
      className="relative overflow-auto"
    >
      <SectionHead title={eventsWords.title} />
      <Arrived count={waiting} onShow={show} />
      <div ref={self}>
        <ul>
          {rowsOf(list.data).map((entry) => (
            <PaneRow
              key={entry.id}
              entry={entry}
              filter={filter}
              isCurrent={entry.id === current}
            />
          ))}
        </ul>
        {list.data && <More list={list} says={eventsWords.older} end={eventsWords.noneOlder} />}
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

interface PaneRowProps {
  readonly entry: Entry;
  readonly filter: EntryFilter;
  readonly isCurrent: boolean;
}

function PaneRow({ entry, filter, isCurrent }: PaneRowProps) {
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isCurrent) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  return (
    <li
      ref={row}
      className={`relative grid grid-cols-[64px_minmax(0,1fr)_auto] gap-x-2.5 border-b border-line px-4 py-1.5 ${isCurrent ? 'row-chosen' : 'hover:bg-hover'}`}
    >
      <span className="text-xs leading-[18px] text-ink-3">
        <TimeText at={entry.recordedAt} />
      </span>
      <div className="min-w-0">
        <Link
          to="/events/$id"
          params={{ id: entry.id }}
          search={filter}
          resetScroll={false}
          data-row=""
          aria-current={isCurrent ? 'true' : undefined}
          className="row-link block truncate font-medium"
          title={entry.subject}
        >
          {withShortIds(entry.subject) || eventsWords.noSubject}
        </Link>
        <span className="block truncate text-xs text-ink-3">{entry.type}</span>
      </div>
      <OutcomeMarks outcome={entry.outcome} />
    </li>
  );
}
