import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { houseRoute } from './house';

export const passwordRoute = createRoute({
  getParentRoute: () => houseRoute,
  path: '/settings/password',
  component: lazyRouteComponent(() => import('./password.page'), 'PasswordPage'),
});
