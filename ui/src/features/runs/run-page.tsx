import { useSuspenseQuery } from '@tanstack/react-query';
import { type Run, runQuery, type Step } from '@/lib/api/runs';
import { RunAsk } from './run-ask';
import { RunChain } from './run-chain';
import { RunHead } from './run-head';
import { useStepKeys } from './run-keys';
import { RunLine } from './run-line';
import { StepPane } from './step-pane';

interface RunPageProps {
  readonly id: string;
  /** The step named in the address; without one, the step that matters most. */
  readonly step: string | undefined;
}

export function RunPage({ id, step }: RunPageProps) {
  useStepKeys();
  const { data: run } = useSuspenseQuery(runQuery(id));
  const chosen = chosenStep(run, step);
  return (
    <div className="flex min-h-full flex-col">
      <RunHead run={run} />
      <RunAsk run={run} />
      <RunLine run={run} />
      <div className="grid flex-1 grid-cols-[minmax(0,1fr)] content-start three:content-stretch three:grid-cols-[minmax(0,1fr)_412px]">
        <RunChain run={run} chosen={chosen} />
        {chosen && (
          <div className="border-line three:border-l">
            <StepPane step={chosen} />
          </div>
        )}
      </div>
    </div>
  );
}

function chosenStep(run: Run, id: string | undefined): Step | undefined {
  return (
    run.steps.find((step) => step.id === id) ??
    run.steps.find((step) => step.state === 'failed' || step.state === 'unknown') ??
    run.steps.at(-1)
  );
}
