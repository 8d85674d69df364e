import { createRoute } from '@tanstack/react-router';
import { ConnectionStrip } from '@/features/house/connection-strip';
import { AllRuns } from '@/features/runs/all-runs';
import { words } from '@/lib/words';
import { houseRoute } from './house';

export const runsRoute = createRoute({
  getParentRoute: () => houseRoute,
  path: '/runs',
  staticData: { name: words.nav.runs },
  component: () => (
    <>
      <title>{words.title(words.runs.title)}</title>
      <h1 className="px-3 pt-3 pb-2.5 text-lg two:px-4">{words.runs.title}</h1>
      <ConnectionStrip />
      <AllRuns />
    </>
  ),
});
