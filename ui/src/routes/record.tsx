import { createRoute, lazyRouteComponent, notFound } from '@tanstack/react-router';
import { LoadingRows } from '@/components/ui/loading-rows';
import { recordQuery } from '@/lib/api/records';
import { kindNamed } from '@/lib/records-of';
import { houseRoute } from './house';

export const newRecordRoute = createRoute({
  getParentRoute: () => houseRoute,
  path: '/records/$kind/new',
  component: lazyRouteComponent(() => import('./records.page'), 'AddRecord'),
});

export const recordRoute = createRoute({
  getParentRoute: () => houseRoute,
  path: '/records/$kind/$id',
  loader: ({ context: { queries }, params: { kind, id } }) => {
    const known = kindNamed(kind);
    if (known === undefined) throw notFound();
    return queries.ensureQueryData(recordQuery(known, id));
  },
  pendingComponent: () => <LoadingRows />,
  errorComponent: lazyRouteComponent(() => import('./records.page'), 'RecordNotLoaded'),
  component: lazyRouteComponent(() => import('./records.page'), 'OneRecord'),
});
