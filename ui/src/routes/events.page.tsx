import { getRouteApi } from '@tanstack/react-router';
import { Here } from '@/components/here';
import { EventsPage } from '@/features/events/events-page';
import { ConnectionStrip } from '@/features/house/connection-strip';
import { eventsWords } from '@/lib/words/events';

const route = getRouteApi('/house/events');

export function Events() {
  const filter = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <>
      <Here title={eventsWords.title} heading />
      <ConnectionStrip />
      <EventsPage
        filter={filter}
        onFilter={(search) => void navigate({ search, replace: true, resetScroll: true })}
      />
    </>
  );
}
