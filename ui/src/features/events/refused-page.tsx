import { useInfiniteQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { AllDone, NoneMatch } from '@/components/empty';
import { Failure } from '@/components/failure';
import { Arrived } from '@/components/ui/arrived';
import { Button } from '@/components/ui/button';
import { LoadingRows } from '@/components/ui/loading-rows';
import { More } from '@/components/ui/more';
import { type RefusedDelivery, type RefusedFilter, refusedQuery } from '@/lib/api/refused';
import { useArrivals, useHeld } from '@/lib/arrivals';
import { useListKeys } from '@/lib/list-keys';
import { rowsOf } from '@/lib/paged';
import { words } from '@/lib/words';
import { eventsWords } from '@/lib/words/events';
import { DeliveryChoice } from './delivery-choice';
import { FilterChips, FilterMenu } from './event-filters';
import { RefusedRow } from './refused-row';

interface RefusedProps {
  readonly filter: RefusedFilter;
  readonly onFilter: (filter: RefusedFilter) => void;
}

interface RefusedPageProps extends RefusedProps {
  readonly onAccepted: () => void;
}

/** Deliveries that never became events, and why: for whoever asks where theirs went. */
export const RefusedPage = ({ onAccepted, ...asked }: RefusedPageProps) => (
  <>
    <div className="flex flex-none flex-wrap items-center gap-2 border-b border-line px-3 py-2 two:px-4">
      <DeliveryChoice refused onRefused={onAccepted} />
      <FilterMenu {...asked} ofRefused />
      <FilterChips {...asked} />
    </div>
    <List key={JSON.stringify(asked.filter)} {...asked} />
  </>
);

function List({ filter, onFilter }: RefusedProps) {
  useListKeys('[data-row]', eventsWords.refused.next);
  const list = useInfiniteQuery(refusedQuery(filter));
  const found = rowsOf(list.data);
  if (!list.data)
    return list.error ? (
      <Failure
        error={list.error}
        title={eventsWords.refused.failed}
        hint={eventsWords.refused.failedHint}
        onRetry={() => void list.refetch()}
      />
    ) : (
      <LoadingRows />
    );
  if (found.length === 0) return <None filter={filter} onFilter={onFilter} />;
  return (
    <>
      <Rows found={found} />
      <More list={list} says={eventsWords.refused.older} end={eventsWords.refused.noneOlder} />
    </>
  );
}

function Rows({ found }: { readonly found: readonly RefusedDelivery[] }) {
  const self = useRef<HTMLDivElement>(null);
  const known = found.map((each) => ({ ...each, id: String(each.number) }));
  const { rows, waiting, release, isNew } = useArrivals(known, useHeld(self));
  return (
    <>
      <Arrived count={waiting} onShow={release} />
      <div ref={self}>
        <ul aria-label={eventsWords.refused.title}>
          {rows.map((each) => (
            <RefusedRow key={each.id} delivery={each} isNew={isNew(each)} />
          ))}
        </ul>
      </div>
    </>
  );
}

function None({ filter, onFilter }: RefusedProps) {
  if (Object.values(filter).some((value) => value !== undefined))
    return (
      <NoneMatch
        title={eventsWords.refused.noneMatch}
        actions={<Button onClick={() => onFilter({})}>{words.list.clear}</Button>}
      >
        {eventsWords.refused.noneMatchHint}
      </NoneMatch>
    );
  return <AllDone title={eventsWords.refused.none}>{eventsWords.refused.noneHint}</AllDone>;
}
