import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Plus, Workflow } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import { NoneMatch, NothingYet } from '@/components/empty';
import { Failure } from '@/components/failure';
import { Strip } from '@/components/strip';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { LoadingRows } from '@/components/ui/loading-rows';
import { More } from '@/components/ui/more';
import { automationsQuery } from '@/lib/api/automations';
import { glancesQuery } from '@/lib/api/glances';
import { Refused } from '@/lib/http';
import { type KeyBinding, useKeys } from '@/lib/keys';
import { useListKeys } from '@/lib/list-keys';
import { rowsOf } from '@/lib/paged';
import { words } from '@/lib/words';
import { automationsWords } from '@/lib/words/automations';
import { AutomationsFilters, type FilterProps } from './automations-filters';
import { AutomationsTable } from './automations-table';
import { useBulk } from './bulk';
import { BulkBar, BulkResults, type OnOrder } from './bulk-bar';
import type { Begin } from './begin';
import { NewAutomation } from './new-automation';
import { useChosen } from './use-chosen';

interface AllAutomationsProps extends FilterProps {
  readonly mayBuild: boolean;
  readonly onMade: (id: string) => void;
}

export function AllAutomations({ filter, onFilter, mayBuild, onMade }: AllAutomationsProps) {
  const [making, make] = useState<Begin>();
  useAutomationKeys(mayBuild ? make : undefined);
  const chosen = useChosen();
  const { bulk, start, forget } = useBulk();
  return (
    <>
      <AutomationsFilters filter={filter} onFilter={onFilter}>
        {mayBuild && (
          <Button look="primary" hotkey="N" onClick={() => make('blank')}>
            <Icon of={Plus} size={14} />
            {automationsWords.make}
          </Button>
        )}
      </AutomationsFilters>
      <List
        filter={filter}
        onFilter={onFilter}
        onMake={mayBuild ? make : undefined}
        chosen={chosen}
        onOrder={(...order) => void start(...order)}
      />
      {/* Beside the list: an order may leave nothing in it that fits the filter. */}
      {bulk && (
        <BulkResults
          bulk={bulk}
          onClose={() => {
            forget();
            chosen.none();
          }}
        />
      )}
      {making && <NewAutomation begin={making} onClose={() => make(undefined)} onMade={onMade} />}
    </>
  );
}

type Make = (from: Begin) => void;

/** X selects the row that has the focus, as its box does. */
const toggleRow = () =>
  document.activeElement
    ?.closest('tr')
    ?.querySelector<HTMLElement>('input[type=checkbox]')
    ?.click();

function useAutomationKeys(make: Make | undefined): void {
  useListKeys('[data-row]', automationsWords.next);
  const keys = useMemo<readonly KeyBinding[]>(
    () => [
      { keys: [['X']], says: automationsWords.select, does: toggleRow },
      ...(make
        ? [{ keys: [['N']] as const, says: automationsWords.make, does: () => make('blank') }]
        : []),
    ],
    [make],
  );
  useKeys(keys);
}

interface ListProps extends FilterProps {
  readonly onMake: Make | undefined;
  readonly chosen: ReturnType<typeof useChosen>;
  readonly onOrder: OnOrder;
}

function List({ filter, onFilter, onMake, chosen, onOrder }: ListProps) {
  const list = useInfiniteQuery(automationsQuery(filter));
  const automations = rowsOf(list.data);
  const ids = useMemo(() => automations.map(({ id }) => id), [automations]);
  const glances = useQuery(glancesQuery(ids));
  if (automations.length > 0)
    return (
      <>
        {glances.error && !isOlder(glances.error) && (
          <NoGlances onRetry={() => void glances.refetch()} />
        )}
        <AutomationsTable
          automations={automations}
          glances={glances.data}
          chosen={chosen}
          grouped={filter.area === undefined}
        />
        <More
          key={JSON.stringify(filter)}
          list={list}
          says={automationsWords.further}
          end={automationsWords.noFurther}
        />
        <BulkBar
          chosen={automations.filter(({ id }) => chosen.ids.has(id))}
          onNone={chosen.none}
          onOrder={onOrder}
        />
      </>
    );
  if (list.data) return <Empty filter={filter} onFilter={onFilter} onMake={onMake} />;
  if (!list.error) return <LoadingRows />;
  return (
    <Failure
      error={list.error}
      title={automationsWords.failedToLoad}
      hint={automationsWords.failedHint}
      onRetry={() => void list.refetch()}
    />
  );
}

/** A house of an older version tells no glances: then there is nothing to show, and nothing is wrong. */
const isOlder = (error: Error) => error instanceof Refused && error.status === 404;

const NoGlances = ({ onRetry }: { readonly onRetry: () => void }): ReactNode => (
  <Strip
    state="warning"
    title={automationsWords.glancesFailed}
    action={
      <Button size="small" onClick={onRetry}>
        {words.failure.again}
      </Button>
    }
  >
    {automationsWords.glancesFailedHint}
  </Strip>
);

const everything = { state: undefined, owner: undefined, area: undefined, q: undefined };

/** Nothing here and nothing that matches are two things. */
const Empty = ({ filter, onFilter, onMake }: Omit<ListProps, 'chosen' | 'onOrder'>) =>
  Object.values(filter).some((value) => value !== undefined) ? (
    <NoneMatch
      title={automationsWords.noneMatch}
      actions={<Button onClick={() => onFilter(everything)}>{words.list.clear}</Button>}
    >
      {automationsWords.noneMatchHint}
    </NoneMatch>
  ) : (
    <NothingYet
      icon={Workflow}
      title={automationsWords.none}
      actions={
        onMake && (
          <>
            <Button look="primary" onClick={() => onMake('starter')}>
              {automationsWords.example}
            </Button>
            <Button onClick={() => onMake('blank')}>{automationsWords.blank}</Button>
          </>
        )
      }
    >
      {automationsWords.noneHint}
    </NothingYet>
  );
