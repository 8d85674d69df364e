import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { LoadingRows } from '@/components/ui/loading-rows';
import { runStates } from '@/lib/api/automation-runs';
import { automationQuery } from '@/lib/api/automations';
import { verdictKinds } from '@/lib/api/automation-verdicts';
import { oneOf, type Reader, searchOf, text } from '@/lib/search-of';
import { settingKeys } from '@/lib/setting-keys';
import { houseRoute } from './house';

/** What there is to see of an automation, in the order of the tabs. */
export const automationTabs = [
  'chain',
  'definition',
  'versions',
  'runs',
  'verdicts',
  'settings',
] as const;

export type AutomationTab = (typeof automationTabs)[number];

/** The number of a version, or the draft. */
const versionOf: Reader<number | 'draft'> = (found) =>
  found === 'draft' || Number.isInteger(found) ? (found as number | 'draft') : undefined;

/** What somebody wants done with it who is led here for that: it is asked for in a dialog. */
export const asks = ['start', 'pause', 'resume'] as const;

/** Without a tab: the chain. */
export const automationRoute = createRoute({
  getParentRoute: () => houseRoute,
  path: '/automations/$id',
  beforeLoad: ({ params: { id } }) => {
    throw redirect({ to: '/automations/$id/$tab', params: { id, tab: 'chain' }, replace: true });
  },
});

export const automationTabRoute = createRoute({
  getParentRoute: () => houseRoute,
  path: '/automations/$id/$tab',
  staticData: { railed: true },
  validateSearch: searchOf({
    ask: oneOf(asks),
    step: text,
    at: oneOf(Object.values(settingKeys)),
    of: oneOf(['draft']),
    from: versionOf,
    to: versionOf,
    state: oneOf(runStates),
    verdict: oneOf(verdictKinds),
  }),
  loader: ({ context: { queries }, params: { id } }) =>
    queries.ensureQueryData(automationQuery(id)),
  pendingComponent: () => <LoadingRows />,
  errorComponent: lazyRouteComponent(() => import('./automation.page'), 'AutomationNotLoaded'),
  component: lazyRouteComponent(() => import('./automation.page'), 'OneAutomation'),
});
