import { createRoute, type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { Failure, NotThere } from '@/components/failure';
import { LoadingRows } from '@/components/loading-rows';
import { ConnectionStrip } from '@/features/house/connection-strip';
import { RunPage } from '@/features/runs/run-page';
import { runQuery } from '@/lib/api/runs';
import { Refused } from '@/lib/http';
import { words } from '@/lib/words';
import { houseRoute } from './house';

interface RunSearch {
  readonly step?: string | undefined;
}

export const runRoute = createRoute({
  getParentRoute: () => houseRoute,
  path: '/runs/$id',
  staticData: { railed: true },
  validateSearch: ({ step }): RunSearch => ({ step: typeof step === 'string' ? step : undefined }),
  loader: ({ context: { queries }, params: { id } }) => queries.ensureQueryData(runQuery(id)),
  pendingComponent: LoadingRows,
  errorComponent: NotLoaded,
  component: OneRun,
});

function OneRun() {
  const { id } = runRoute.useParams();
  const { step } = runRoute.useSearch();
  return (
    <>
      <title>{words.title(words.run.title(id))}</title>
      <ConnectionStrip />
      <RunPage id={id} step={step} />
    </>
  );
}

function NotLoaded({ error }: ErrorComponentProps) {
  const router = useRouter();
  if (error instanceof Refused && error.status === 404)
    return (
      <NotThere whole title={words.run.missing}>
        {words.run.missingHint}
      </NotThere>
    );
  return (
    <Failure
      whole
      error={error}
      title={words.run.failedToLoad}
      onRetry={() => void router.invalidate()}
    />
  );
}
