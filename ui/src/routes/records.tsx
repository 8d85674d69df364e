import { createRoute, redirect } from '@tanstack/react-router';
import { houseRoute } from './house';

/** Deals are what most people come for. */
export const recordsRoute = createRoute({
  getParentRoute: () => houseRoute,
  path: '/records',
  beforeLoad: () => {
    throw redirect({ to: '/records/$kind', params: { kind: 'deals' }, replace: true });
  },
});
