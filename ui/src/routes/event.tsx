import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { LoadingRows } from '@/components/ui/loading-rows';
import { entryQuery } from '@/lib/api/journal';
import { eventsSearch } from './events';
import { houseRoute } from './house';

export const eventRoute = createRoute({
  getParentRoute: () => houseRoute,
  path: '/events/$id',
  staticData: { railed: true },
  validateSearch: eventsSearch,
  loader: ({ context: { queries }, params: { id } }) => queries.ensureQueryData(entryQuery(id)),
  pendingComponent: () => <LoadingRows />,
  errorComponent: lazyRouteComponent(() => import('./event.page'), 'EventNotLoaded'),
  component: lazyRouteComponent(() => import('./event.page'), 'OneEvent'),
});
