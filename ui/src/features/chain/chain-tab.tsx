import { usePrefetchQuery, useQuery } from '@tanstack/react-query';
import { Workflow } from 'lucide-react';
import { useMemo } from 'react';
import { NothingYet } from '@/components/empty';
import { Failure } from '@/components/failure';
import { LoadingRows } from '@/components/ui/loading-rows';
import { lastRunQuery } from '@/lib/api/automation-runs';
import type { DraftedAutomation } from '@/lib/api/automations';
import { versionQuery } from '@/lib/api/versions';
import { layoutOf } from '@/lib/chain/layout';
import { allSteps, chainOf } from '@/lib/chain/model';
import type { Json } from '@/lib/json';
import { automationWords } from '@/lib/words/automation';
import { ChainBar } from './chain-bar';
import { ChainCanvas } from './chain-canvas';
import { StepPane } from './step-pane';
import { useLastRun } from './use-last-run';

export interface ChainTabProps {
  readonly automation: DraftedAutomation;
  /** The draft, although a version is in force. */
  readonly draft: boolean;
  readonly onDraft: (draft: boolean) => void;
  /** The id of the chosen step. */
  readonly step: string | undefined;
  readonly onStep: (step: string | undefined) => void;
}

/** The definition as a picture, with how each step went in the last run. */
export function ChainTab(props: ChainTabProps) {
  const { automation, draft } = props;
  if (automation.number === null || draft)
    return <Drawn {...props} definition={automation.draft} />;
  return <InForce {...props} number={automation.number} />;
}

function InForce(props: ChainTabProps & { readonly number: number }) {
  // It is drawn on the chain, and comes beside it.
  usePrefetchQuery(lastRunQuery(props.automation.id));
  const { data, error, refetch } = useQuery(
    versionQuery(props.automation.id, String(props.number)),
  );
  if (data) return <Drawn {...props} definition={data.definition} />;
  if (!error) return <LoadingRows />;
  return (
    <Failure
      error={error}
      title={automationWords.chain.failedToLoad}
      onRetry={() => void refetch()}
    />
  );
}

function Drawn(props: ChainTabProps & { readonly definition: Json }) {
  const { automation, definition, step, onStep } = props;
  const chain = useMemo(() => chainOf(definition), [definition]);
  const layout = useMemo(() => layoutOf(chain), [chain]);
  const chosen = useMemo(() => allSteps(chain.steps).find(({ id }) => id === step), [chain, step]);
  const { last, results, untold, failed } = useLastRun(automation.id, chain.steps);
  return (
    <div className="flex h-full min-h-[420px] flex-col">
      <ChainBar {...props} last={last} failed={failed} />
      {chain.steps.length === 0 && chain.triggers.length === 0 ? (
        <NothingYet icon={Workflow} title={automationWords.chain.none}>
          {automationWords.chain.noneHint}
        </NothingYet>
      ) : (
        <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)] three:grid-cols-[minmax(0,1fr)_372px]">
          <ChainCanvas layout={layout} results={results} chosen={chosen?.id} onChoose={onStep} />
          <div className="border-line max-three:border-t three:overflow-auto three:border-l">
            <StepPane
              step={chosen}
              result={chosen && results.get(chosen.id)}
              untold={chosen && untold(chosen.id)}
              run={last ?? undefined}
            />
          </div>
        </div>
      )}
    </div>
  );
}
