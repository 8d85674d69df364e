import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { automationStates } from '@/lib/api/automations';
import { oneOf, searchOf, text } from '@/lib/search-of';
import { houseRoute } from './house';

export const automationsRoute = createRoute({
  getParentRoute: () => houseRoute,
  path: '/automations',
  validateSearch: searchOf({ state: oneOf(automationStates), area: text, owner: text, q: text }),
  component: lazyRouteComponent(() => import('./automations.page'), 'AutomationsPage'),
});
