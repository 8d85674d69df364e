import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { runStates } from '@/lib/api/automation-runs';
import { manyOf, moment, searchOf, text } from '@/lib/search-of';
import { houseRoute } from './house';

export const runsRoute = createRoute({
  getParentRoute: () => houseRoute,
  path: '/runs',
  validateSearch: searchOf({
    state: manyOf(runStates),
    automation: text,
    subject: text,
    from: moment,
    until: moment,
    q: text,
  }),
  component: lazyRouteComponent(() => import('./runs.page'), 'RunsPage'),
});
