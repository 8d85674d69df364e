import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { LoadingRows } from '@/components/ui/loading-rows';
import { stepTabs } from '@/features/run/tabs';
import { runQuery } from '@/lib/api/runs';
import { oneOf, searchOf, text } from '@/lib/search-of';
import { houseRoute } from './house';

export const runRoute = createRoute({
  getParentRoute: () => houseRoute,
  path: '/runs/$id',
  staticData: { railed: true },
  validateSearch: searchOf({
    step: text,
    tab: oneOf(stepTabs),
  }),
  loader: ({ context: { queries }, params: { id } }) => queries.ensureQueryData(runQuery(id)),
  pendingComponent: () => <LoadingRows />,
  errorComponent: lazyRouteComponent(() => import('./run.page'), 'RunNotLoaded'),
  component: lazyRouteComponent(() => import('./run.page'), 'OneRun'),
});
