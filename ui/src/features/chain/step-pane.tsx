import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Fact, Facts } from '@/components/facts';
import { StateMark } from '@/components/state-mark';
import { Icon } from '@/components/ui/icon';
import { JsonTree } from '@/components/ui/json-tree';
import { SpanText } from '@/components/ui/span-text';
import { useNamed } from '@/lib/api/actors';
import type { RunSummary } from '@/lib/api/runs';
import type { ChainStep } from '@/lib/chain/model';
import type { Result } from '@/lib/chain/results';
import { stepSaid } from '@/lib/chain/said';
import type { Json } from '@/lib/json';
import { stateOfStep } from '@/lib/states';
import { automationWords } from '@/lib/words/automation';
import { iconOf, timesOf } from './chain-card';
import type { Untold } from './use-last-run';

interface StepPaneProps {
  readonly step: ChainStep | undefined;
  readonly result: Result | undefined;
  /** Why there is none. */
  readonly untold: Untold | undefined;
  readonly run: RunSummary | undefined;
}

/** The chosen step from near: what it says, and how it went last. */
export const StepPane = ({ step, result, untold, run }: StepPaneProps) =>
  step ? (
    <section aria-labelledby="chain-step">
      <div className="flex h-10 items-center gap-2 border-b border-line px-3 two:px-4">
        <Icon of={iconOf(step)} />
        <h2 id="chain-step" className="min-w-0 flex-1 truncate">
          {stepSaid(step).name}
        </h2>
        <span className="mono truncate text-ink-3">{step.id}</span>
      </div>
      {run && (
        <Part title={automationWords.chain.last}>
          {result ? (
            <Last step={step} result={result} run={run} />
          ) : (
            <NotTold step={step} untold={untold} run={run} />
          )}
        </Part>
      )}
      <Part title={automationWords.chain.written}>
        <JsonTree value={ownOf(step)} />
      </Part>
    </section>
  ) : (
    <p className="max-three:hidden p-4 text-ink-3">{automationWords.chain.chooseOne}</p>
  );

const Part = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <div className="border-b border-line px-3 py-3 last:border-b-0 two:px-4">
    <h3 className="mb-1.5">{title}</h3>
    {children}
  </div>
);

interface OfRun {
  readonly step: ChainStep;
  readonly run: RunSummary;
}

function NotTold({ step, untold, run }: OfRun & Pick<StepPaneProps, 'untold'>) {
  const { chain } = automationWords;
  if (untold?.is === 'not reached') return <p className="text-ink-3">{chain.notReached}</p>;
  return (
    <>
      <p className="text-ink-2">{untold?.is === 'turns' ? chain.turnsInRun : chain.inRun}</p>
      <InRun step={step} run={run} at={untold?.is === 'turns' ? untold.loop : step.id} />
    </>
  );
}

/** The way to the same step, or to the loop around it, in the run. */
const InRun = ({ step, run, at }: OfRun & { readonly at: string }) => (
  <p className="mt-2">
    <Link
      to="/runs/$id"
      params={{ id: run.id }}
      search={{ step: at }}
      className="link"
      aria-label={`${automationWords.chain.openRun}: ${stepSaid(step).name}`}
    >
      {automationWords.chain.openRun}
    </Link>
  </p>
);

function Last({ step, result, run }: OfRun & { readonly result: Result }) {
  const { chain } = automationWords;
  const times = timesOf(result);
  const { step: last } = result;
  const said = useNamed(last.error?.message ?? last.reason ?? '');
  return (
    <>
      <Facts>
        <Fact name={chain.state}>
          <StateMark state={stateOfStep(result.state)} />
        </Fact>
        {times !== undefined && <Fact name={chain.times}>{times}</Fact>}
        {last.attempts > 1 && <Fact name={chain.attempts}>{last.attempts}</Fact>}
        <Fact name={chain.took}>
          <SpanText from={last.startedAt} to={last.finishedAt} />
        </Fact>
      </Facts>
      {said && (
        <p className={`mt-1.5 wrap-anywhere ${last.error ? 'text-st-failed' : ''}`}>{said}</p>
      )}
      <InRun step={step} run={run} at={last.id} />
    </>
  );
}

/** Steps within it have cards of their own: here they are only counted. */
function ownOf({ written }: ChainStep): Json {
  return Object.fromEntries(
    Object.entries(written).map(([name, value]) => [name, holds(name, value)]),
  );
}

const within = new Set(['then', 'else', 'steps', 'on_error']);
const under = new Set(['cases', 'parallel']);

function holds(name: string, value: Json): Json {
  if (within.has(name) && Array.isArray(value)) return automationWords.chain.steps(value.length);
  if (under.has(name) && typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([branch, steps]) => [
        branch,
        automationWords.chain.steps(Array.isArray(steps) ? steps.length : 0),
      ]),
    );
  return value;
}
