import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { moment, searchOf, text } from '@/lib/search-of';
import { houseRoute } from './house';

/** What a list of events is narrowed to; it goes along into each event and back. */
export const eventsSearch = searchOf({
  type: text,
  subject: text,
  source: text,
  from: moment,
  until: moment,
});

export const eventsRoute = createRoute({
  getParentRoute: () => houseRoute,
  path: '/events',
  validateSearch: eventsSearch,
  component: lazyRouteComponent(() => import('./events.page'), 'Events'),
});
