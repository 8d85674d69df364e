import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { companyQuery } from '@/lib/api/company';
import { meQuery } from '@/lib/api/me';
import { firstSteps } from '@/lib/first-steps';
import { oneOf, searchOf, text } from '@/lib/search-of';
import { NobodyThere, Opening, signedIn, type Visit } from './house';
import { rootRoute } from './root';

/** They are an administrator's to take. */
async function admitted(visit: Visit): Promise<void> {
  await signedIn(visit);
  const { role } = await visit.context.queries.ensureQueryData(meQuery);
  if (role !== 'admin') throw redirect({ to: '/' });
}

/** The first steps of a new house. They have no doors around them: there is one way, and a way out. */
export const welcomeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/welcome',
  validateSearch: searchOf({ step: oneOf(firstSteps), starter: text, event: text }),
  beforeLoad: admitted,
  loader: ({ context: { queries } }) => queries.ensureQueryData(companyQuery),
  pendingComponent: Opening,
  errorComponent: NobodyThere,
  component: lazyRouteComponent(() => import('./welcome.page'), 'WelcomePage'),
});
