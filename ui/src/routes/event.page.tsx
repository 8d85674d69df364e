import { useSuspenseQuery } from '@tanstack/react-query';
import { type ErrorComponentProps, getRouteApi, useRouter } from '@tanstack/react-router';
import { Failure, NotThere } from '@/components/failure';
import { Here } from '@/components/here';
import { EventPage } from '@/features/events/event-page';
import { ConnectionStrip } from '@/features/house/connection-strip';
import { type EntryFilter, entryQuery } from '@/lib/api/journal';
import { Refused } from '@/lib/http';
import { eventsWords } from '@/lib/words/events';

const route = getRouteApi('/house/events/$id');

/** Back to the list that stands beside it. */
const way = (search: EntryFilter) => [
  { name: eventsWords.title, to: '/events', search: { ...search } },
];

export function OneEvent() {
  const { id } = route.useParams();
  const filter = route.useSearch();
  const { subject, type } = useSuspenseQuery(entryQuery(id)).data;
  return (
    <>
      <Here title={`${subject} ${type}`.trim()} way={way(filter)} />
      <ConnectionStrip />
      <EventPage id={id} filter={filter} />
    </>
  );
}

export function EventNotLoaded({ error }: ErrorComponentProps) {
  const router = useRouter();
  const filter = route.useSearch();
  const isMissing = error instanceof Refused && error.status === 404;
  const title = isMissing ? eventsWords.one.missing : eventsWords.one.failed;
  return (
    <>
      <Here title={title} way={way(filter)} />
      {isMissing ? (
        <NotThere whole title={title}>
          {eventsWords.one.missingHint}
        </NotThere>
      ) : (
        <Failure whole error={error} title={title} onRetry={() => void router.invalidate()} />
      )}
    </>
  );
}
