import { getRouteApi } from '@tanstack/react-router';
import { Here } from '@/components/here';
import { EventsPage } from '@/features/events/events-page';
import { RefusedPage } from '@/features/events/refused-page';
import { ConnectionStrip } from '@/features/house/connection-strip';
import { eventsWords } from '@/lib/words/events';

const route = getRouteApi('/house/events');

export function Events() {
  const { refused, ...filter } = route.useSearch();
  const { source, from, until } = filter;
  const navigate = route.useNavigate();
  const show = (search: ReturnType<typeof route.useSearch>) =>
    void navigate({ search, replace: true, resetScroll: true });
  return (
    <>
      <Here title={eventsWords.title} heading />
      <ConnectionStrip />
      {refused ? (
        <RefusedPage
          filter={{ source, from, until }}
          onFilter={(next) => show({ ...next, refused })}
          onAccepted={() => show({ source, from, until })}
        />
      ) : (
        <EventsPage
          filter={filter}
          onFilter={show}
          onRefused={() => show({ source, from, until, refused: true })}
        />
      )}
    </>
  );
}
