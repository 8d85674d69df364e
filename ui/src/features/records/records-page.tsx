import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Plus, Table2 } from 'lucide-react';
import { useMemo } from 'react';
import { Arrived } from '@/components/ui/arrived';
import { NoneMatch, NothingYet } from '@/components/empty';
import { Failure } from '@/components/failure';
import { LineStrip } from '@/components/line-strip';
import { Button, buttonStyle } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { LoadingRows } from '@/components/ui/loading-rows';
import { More } from '@/components/ui/more';
import { Tabs } from '@/components/ui/tabs';
import { useMe } from '@/lib/api/me';
import { recordsQuery } from '@/lib/api/records';
import { type KeyBinding, useKeys } from '@/lib/keys';
import { useListKeys } from '@/lib/list-keys';
import { rowsOf } from '@/lib/paged';
import { type RecordKind, recordKinds } from '@/lib/records-of';
import { words } from '@/lib/words';
import { recordsWords } from '@/lib/words/records';
import { askedFor, type RecordSearch } from './asked';
import { useFollowing } from './following';
import { RecordFilters } from './record-filters';
import { RecordsTable } from './records-table';

export interface RecordsProps {
  readonly kind: RecordKind;
  readonly search: RecordSearch;
  readonly onSearch: (search: RecordSearch) => void;
}

/** One list at a time; the tabs lead from one to the other. */
export function RecordsPage(props: RecordsProps) {
  const { kind } = props;
  const navigate = useNavigate();
  const mayChange = useMe().role !== 'viewer';
  return (
    <Tabs
      label={recordsWords.choose}
      value={kind}
      onChange={(next) => void navigate({ to: '/records/$kind', params: { kind: next } })}
      tabs={recordKinds.map((value) => ({ value, name: recordsWords.kinds[value] }))}
    >
      <div className="flex flex-wrap items-center gap-2 border-b border-line px-3 py-2 two:px-4">
        <RecordFilters {...props} />
        {mayChange && <NewLink kind={kind} />}
      </div>
      <List key={kind} {...props} mayChange={mayChange} />
    </Tabs>
  );
}

function NewLink({ kind }: { readonly kind: RecordKind }) {
  const navigate = useNavigate();
  const keys = useMemo<readonly KeyBinding[]>(
    () => [
      {
        keys: [['N']],
        says: recordsWords.addKey,
        does: () => void navigate({ to: '/records/$kind/new', params: { kind } }),
      },
    ],
    [navigate, kind],
  );
  useKeys(keys);
  return (
    <Link
      to="/records/$kind/new"
      params={{ kind }}
      className={`${buttonStyle({ look: 'primary' })} two:ml-auto`}
    >
      <Icon of={Plus} size={14} />
      {recordsWords.add[kind]}
    </Link>
  );
}

function List({
  kind,
  search,
  onSearch,
  mayChange,
}: RecordsProps & { readonly mayChange: boolean }) {
  useListKeys('[data-row]', recordsWords.next);
  const asked = askedFor(kind, search, useMe().email);
  const list = useInfiniteQuery(recordsQuery(kind, asked));
  const { line, waiting, show } = useFollowing(kind, asked);
  const records = rowsOf(list.data);
  return (
    <>
      <LineStrip line={line} />
      <Arrived count={waiting} onShow={show} />
      {records.length > 0 && (
        <>
          <RecordsTable kind={kind} records={records} mayChange={mayChange} />
          <More
            key={JSON.stringify(asked)}
            list={list}
            says={recordsWords.older}
            end={recordsWords.noneOlder}
          />
        </>
      )}
      {list.data && records.length === 0 && (
        <None
          kind={kind}
          search={search}
          onClear={() => onSearch({ which: search.which && 'all' })}
        />
      )}
      {list.isPending && <LoadingRows />}
      {list.error && !list.data && (
        <Failure
          error={list.error}
          title={recordsWords.failed}
          hint={recordsWords.failedHint}
          onRetry={() => void list.refetch()}
        />
      )}
    </>
  );
}

interface NoneProps {
  readonly kind: RecordKind;
  readonly search: RecordSearch;
  readonly onClear: () => void;
}

function None({ kind, search, onClear }: NoneProps) {
  if (Object.values(search).some((value) => value !== undefined))
    return (
      <NoneMatch
        title={recordsWords.noneMatch}
        actions={<Button onClick={onClear}>{words.list.clear}</Button>}
      >
        {recordsWords.noneMatchHint}
      </NoneMatch>
    );
  return (
    <NothingYet icon={Table2} title={recordsWords.none[kind]}>
      {recordsWords.noneHint[kind]}
    </NothingYet>
  );
}
