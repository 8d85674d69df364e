import { getRouteApi } from '@tanstack/react-router';
import { Here } from '@/components/here';
import { ConnectionStrip } from '@/features/house/connection-strip';
import { AllRuns } from '@/features/runs/all-runs';
import { runsWords } from '@/lib/words/runs';

const route = getRouteApi('/house/runs');

export function RunsPage() {
  const filter = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <>
      <Here title={runsWords.title} heading />
      <ConnectionStrip />
      <AllRuns
        filter={filter}
        onFilter={(search) => void navigate({ search, replace: true, resetScroll: true })}
      />
    </>
  );
}
