import { useSuspenseQuery } from '@tanstack/react-query';
import { type ErrorComponentProps, getRouteApi, useRouter } from '@tanstack/react-router';
import { Failure, Forbidden, NotThere } from '@/components/failure';
import { Here } from '@/components/here';
import { ConnectionStrip } from '@/features/house/connection-strip';
import { NewRecord } from '@/features/records/new-record';
import { RecordPage } from '@/features/records/record-page';
import { RecordsPage } from '@/features/records/records-page';
import { useMe } from '@/lib/api/me';
import { nameOf, recordQuery } from '@/lib/api/records';
import { Refused } from '@/lib/http';
import { kindNamed, type RecordKind } from '@/lib/records-of';
import { recordsWords } from '@/lib/words/records';

const list = getRouteApi('/house/records/$kind');
const adding = getRouteApi('/house/records/$kind/new');
const one = getRouteApi('/house/records/$kind/$id');

const wayTo = (kind: RecordKind) => [
  { name: recordsWords.title, to: '/records' },
  { name: recordsWords.kinds[kind], to: `/records/${kind}` },
];

const NoKind = () => (
  <>
    <Here title={recordsWords.page.noKind} way={[{ name: recordsWords.title, to: '/records' }]} />
    <NotThere whole title={recordsWords.page.noKind} />
  </>
);

export function RecordList() {
  const kind = kindNamed(list.useParams().kind);
  const search = list.useSearch();
  const navigate = list.useNavigate();
  if (kind === undefined) return <NoKind />;
  return (
    <>
      <Here title={recordsWords.title} heading />
      <ConnectionStrip />
      <RecordsPage
        kind={kind}
        search={search}
        onSearch={(next) => void navigate({ search: next, replace: true })}
      />
    </>
  );
}

export function AddRecord() {
  const kind = kindNamed(adding.useParams().kind);
  const isViewer = useMe().role === 'viewer';
  if (kind === undefined) return <NoKind />;
  return (
    <>
      <Here title={recordsWords.add[kind]} way={wayTo(kind)} heading />
      <ConnectionStrip />
      {isViewer ? (
        <Forbidden whole={false} detail={recordsWords.page.readOnly} />
      ) : (
        <NewRecord key={kind} kind={kind} />
      )}
    </>
  );
}

export function OneRecord() {
  const { kind, id } = one.useParams();
  // The loader has let nothing else through.
  return <Shown kind={kind as RecordKind} id={id} />;
}

function Shown({ kind, id }: { readonly kind: RecordKind; readonly id: string }) {
  const { body } = useSuspenseQuery(recordQuery(kind, id)).data;
  return (
    <>
      <Here title={nameOf(body)} way={wayTo(kind)} />
      <ConnectionStrip />
      <RecordPage kind={kind} id={id} />
    </>
  );
}

export function RecordNotLoaded({ error }: ErrorComponentProps) {
  const router = useRouter();
  const isMissing = error instanceof Refused && error.status === 404;
  const title = isMissing ? recordsWords.page.missing : recordsWords.page.failed;
  return (
    <>
      <Here title={title} way={[{ name: recordsWords.title, to: '/records' }]} />
      {isMissing ? (
        <NotThere whole title={title}>
          {recordsWords.page.missingHint}
        </NotThere>
      ) : (
        <Failure whole error={error} title={title} onRetry={() => void router.invalidate()} />
      )}
    </>
  );
}
