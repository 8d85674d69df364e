import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { houseRoute } from './house';

/** A subject has slashes in it: all that follows is its name. */
export const aboutRoute = createRoute({
  getParentRoute: () => houseRoute,
  path: '/events/about/$',
  component: lazyRouteComponent(() => import('./about.page'), 'About'),
});
