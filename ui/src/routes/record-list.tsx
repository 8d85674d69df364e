import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { oneOf, searchOf, text } from '@/lib/search-of';
import { houseRoute } from './house';

const which = ['open', 'mine', 'due', 'done', 'all'] as const;

export const recordListRoute = createRoute({
  getParentRoute: () => houseRoute,
  path: '/records/$kind',
  validateSearch: searchOf({ q: text, stage: text, which: oneOf(which) }),
  component: lazyRouteComponent(() => import('./records.page'), 'RecordList'),
});
