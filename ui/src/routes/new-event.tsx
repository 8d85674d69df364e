import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { LoadingRows } from '@/components/ui/loading-rows';
import { entryQuery } from '@/lib/api/journal';
import { searchOf, text } from '@/lib/search-of';
import { houseRoute } from './house';

/** Begins empty, with a subject, or with an event that is to be sent again. */
const search = searchOf({ again: text, subject: text });

export const newEventRoute = createRoute({
  getParentRoute: () => houseRoute,
  path: '/events/new',
  validateSearch: search,
  loaderDeps: ({ search: { again } }) => ({ again }),
  loader: ({ context: { queries }, deps: { again } }) =>
    again === undefined ? undefined : queries.ensureQueryData(entryQuery(again)),
  pendingComponent: () => <LoadingRows />,
  errorComponent: lazyRouteComponent(() => import('./event.page'), 'EventNotLoaded'),
  component: lazyRouteComponent(() => import('./new-event.page'), 'NewEvent'),
});
