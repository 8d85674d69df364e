import { useQuery } from '@tanstack/react-query';
import { type ErrorComponentProps, getRouteApi, useRouter } from '@tanstack/react-router';
import { useCallback } from 'react';
import { Failure, NotThere } from '@/components/failure';
import { Here } from '@/components/here';
import { ConnectionStrip } from '@/features/house/connection-strip';
import { RunPage } from '@/features/run/run-page';
import type { StepTab } from '@/features/run/tabs';
import { useMe } from '@/lib/api/me';
import { runQuery, titleOf } from '@/lib/api/runs';
import { path, Refused } from '@/lib/http';
import { runWords } from '@/lib/words/run';
import { runsWords } from '@/lib/words/runs';

const route = getRouteApi('/house/runs/$id');

const way = () => [{ name: runsWords.title, to: '/runs' }];

export function OneRun() {
  const { id } = route.useParams();
  const { step, tab } = route.useSearch();
  const navigate = route.useNavigate();
  const { data: run } = useQuery({ ...runQuery(id), enabled: false });
  const look = useCallback(
    (search: { readonly step?: string; readonly tab?: StepTab }) =>
      void navigate({ search, replace: true, resetScroll: false }),
    [navigate],
  );
  return (
    <>
      <Here
        title={run ? titleOf(run) : runWords.title(id)}
        way={[
          ...way(),
          ...(run
            ? [
                {
                  name: run.automation,
                  to: path`/automations/${run.automationId}/runs`,
                  beside: true,
                },
              ]
            : []),
        ]}
      />
      <ConnectionStrip />
      <RunPage key={id} id={id} step={step} tab={tab} onLook={look} role={useMe().role} />
    </>
  );
}

export function RunNotLoaded({ error }: ErrorComponentProps) {
  const router = useRouter();
  if (error instanceof Refused && error.status === 404)
    return (
      <>
        <Here title={runWords.missing} way={way()} />
        <NotThere whole title={runWords.missing}>
          {runWords.missingHint}
        </NotThere>
      </>
    );
  return (
    <>
      <Here title={runWords.failedToLoad} way={way()} />
      <Failure
        whole
        error={error}
        title={runWords.failedToLoad}
        onRetry={() => void router.invalidate()}
      />
    </>
  );
}
