import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Send, Waves } from 'lucide-react';
import { useRef } from 'react';
import { NoneMatch, NothingYet } from '@/components/empty';
import { Failure } from '@/components/failure';
import { Button, buttonStyle } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { LoadingRows } from '@/components/ui/loading-rows';
import { More } from '@/components/ui/more';
import { entriesLine, entriesQuery } from '@/lib/api/journal';
import { useMe } from '@/lib/api/me';
import { useListKeys } from '@/lib/list-keys';
import { rowsOf } from '@/lib/paged';
import { words } from '@/lib/words';
import { eventsWords } from '@/lib/words/events';
import { Arrived } from '@/components/ui/arrived';
import { useArriving } from '@/lib/arriving';
import { DeliveryChoice } from './delivery-choice';
import { EventFilters } from './event-filters';
import { EventsTable } from './events-table';
import type { FiltersProps } from './filter-form';
import { LineStrip } from '@/components/line-strip';

interface EventsPageProps extends FiltersProps {
  readonly onRefused: () => void;
}

/** The journal: filters, what came since, and the entries as far as somebody wants to see. */
export const EventsPage = ({ filter, onFilter, onRefused }: EventsPageProps) => (
  <>
    <div className="flex flex-none flex-wrap items-center gap-2 border-b border-line px-3 py-2 two:px-4">
      <DeliveryChoice refused={false} onRefused={onRefused} />
      <EventFilters filter={filter} onFilter={onFilter} />
      {maySend(useMe().role) && <SendLink />}
    </div>
    <List key={entriesLine(filter)} filter={filter} onFilter={onFilter} />
  </>
);

/** Whoever may only look is shown no button that refuses. */
const maySend = (role: string) => role !== 'viewer';

const SendLink = () => (
  <Link to="/events/new" className={`${buttonStyle({ look: 'primary' })} two:ml-auto`}>
    <Icon of={Send} size={14} />
    {eventsWords.send}
  </Link>
);

function List({ filter, onFilter }: FiltersProps) {
  useListKeys('[data-row]', eventsWords.next);
  const self = useRef<HTMLDivElement>(null);
  const list = useInfiniteQuery(entriesQuery(filter));
  const { waiting, show, line } = useArriving(filter, self);
  const entries = rowsOf(list.data);
  const showNew = () => {
    show();
    document.getElementById('page')?.scrollTo({ top: 0 });
  };
  return (
    <>
      <LineStrip line={line} />
      <Arrived count={waiting} onShow={showNew} />
      <div ref={self}>
        {entries.length > 0 ? (
          <>
            <EventsTable entries={entries} label={eventsWords.title} filter={filter} />
            <More list={list} says={eventsWords.older} end={eventsWords.noneOlder} />
          </>
        ) : list.data ? (
          <None filter={filter} onFilter={onFilter} />
        ) : list.error ? (
          <Failure
            error={list.error}
            title={eventsWords.failed}
            hint={eventsWords.failedHint}
            onRetry={() => void list.refetch()}
          />
        ) : (
          <LoadingRows />
        )}
      </div>
    </>
  );
}

function None({ filter, onFilter }: FiltersProps) {
  const isFiltered = Object.values(filter).some((value) => value !== undefined);
  if (isFiltered)
    return (
      <NoneMatch
        title={eventsWords.noneMatch}
        actions={<Button onClick={() => onFilter({})}>{words.list.clear}</Button>}
      >
        {eventsWords.noneMatchHint}
      </NoneMatch>
    );
  return (
    <NothingYet
      icon={Waves}
      title={eventsWords.none}
      actions={
        <Link to="/events/new" className={buttonStyle()}>
          {eventsWords.send}
        </Link>
      }
    >
      {eventsWords.noneHint}
    </NothingYet>
  );
}
