import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { houseRoute } from './house';

export const settingsRoute = createRoute({
  getParentRoute: () => houseRoute,
  path: '/settings',
  component: lazyRouteComponent(() => import('./settings.page'), 'Settings'),
});
