import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { Reader } from '@/lib/search-of';
import { searchOf } from '@/lib/search-of';
import { rootRoute } from './root';

/** Where the person wanted to go; a path of this page and nothing else. */
const ownPath: Reader<string> = (found) =>
  typeof found === 'string' && /^\/(?![/\\])/.test(found) ? found : undefined;

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: searchOf({ from: ownPath }),
  component: lazyRouteComponent(() => import('./sign-in.page'), 'SignInPage'),
});
