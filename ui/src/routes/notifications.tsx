import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { flag, searchOf } from '@/lib/search-of';
import { houseRoute } from './house';

export const notificationsRoute = createRoute({
  getParentRoute: () => houseRoute,
  path: '/notifications',
  validateSearch: searchOf({ unread: flag }),
  component: lazyRouteComponent(() => import('./notifications.page'), 'Notifications'),
});
