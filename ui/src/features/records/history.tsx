import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo, useRef } from 'react';
import { ActorText } from '@/components/actor-text';
import { ChangesText } from '@/components/changes-text';
import { Failure } from '@/components/failure';
import { SectionHead } from '@/components/section-head';
import { Arrived } from '@/components/ui/arrived';
import { LoadingRows } from '@/components/ui/loading-rows';
import { TimeText } from '@/components/ui/time-text';
import { entriesQuery, type Entry } from '@/lib/api/journal';
import { useArriving } from '@/lib/arriving';
import { rowsOf } from '@/lib/paged';
import { recordsWords } from '@/lib/words/records';

const shown = 12;

interface HistoryProps {
  readonly subject: string;
  /** Something happened to it just now. */
  readonly onHear: () => void;
}

/** The last things that happened to it, live; all of them are one step away. */
export function History({ subject, onHear }: HistoryProps) {
  const filter = useMemo(() => ({ subject }), [subject]);
  const self = useRef<HTMLUListElement>(null);
  const list = useInfiniteQuery(entriesQuery(filter));
  const { waiting, show } = useArriving(filter, self, onHear);
  const entries = rowsOf(list.data).slice(0, shown);
  return (
    <section aria-labelledby="history">
      <SectionHead id="history" title={recordsWords.page.happened}>
        <Link to="/events/about/$" params={{ _splat: subject }} className="link text-xs text-ink-2">
          {recordsWords.page.everything}
        </Link>
      </SectionHead>
      <Arrived count={waiting} onShow={show} />
      <ul ref={self}>
        {entries.map((entry) => (
          <Happened key={entry.id} entry={entry} />
        ))}
      </ul>
      {list.data && entries.length === 0 && (
        <p className="p-3 text-ink-3 two:px-4">{recordsWords.page.noEvents}</p>
      )}
      {list.isPending && <LoadingRows />}
      {list.error && !list.data && (
        <Failure
          error={list.error}
          title={recordsWords.page.eventsFailed}
          onRetry={() => void list.refetch()}
        />
      )}
    </section>
  );
}

const Happened = ({ entry }: { readonly entry: Entry }) => (
  <li className="relative border-b border-line px-3 py-1.5 hover:bg-hover two:px-4">
    <div className="flex gap-3">
      <Link
        to="/events/$id"
        params={{ id: entry.id }}
        search={{ subject: entry.subject }}
        className="row-link -my-1 min-w-0 flex-1 truncate py-1 font-medium"
      >
        {entry.type}
      </Link>
      <span className="text-xs text-ink-3">
        <TimeText at={entry.recordedAt} />
      </span>
    </div>
    <p className="truncate text-xs">
      <ChangesText changes={entry.changes ?? []} more={entry.moreChanges ?? 0} />{' '}
      <span className="text-ink-3">
        <ActorText actor={entry.actor} />
      </span>
    </p>
  </li>
);
