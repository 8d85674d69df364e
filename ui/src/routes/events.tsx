import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { flag, moment, searchOf, text } from '@/lib/search-of';
import { houseRoute } from './house';

const narrowed = { type: text, subject: text, source: text, from: moment, until: moment };

/** What a list of events is narrowed to; it goes along into each event and back. */
export const eventsSearch = searchOf(narrowed);

export const eventsRoute = createRoute({
  getParentRoute: () => houseRoute,
  path: '/events',
  validateSearch: searchOf({ refused: flag, ...narrowed }),
  component: lazyRouteComponent(() => import('./events.page'), 'Events'),
});
