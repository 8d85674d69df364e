import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { houseRoute } from './house';

/** For those who build pages: every control there is. */
export const lookRoute = createRoute({
  getParentRoute: () => houseRoute,
  path: '/ui',
  component: lazyRouteComponent(() => import('./look.page'), 'Look'),
});
