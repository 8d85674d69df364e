import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CornerDownRight, SkipForward } from 'lucide-react';
import type { ReactNode } from 'react';
import { Failure } from '@/components/failure';
import { StateGlyph, StateMark } from '@/components/state-mark';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { LoadingRows } from '@/components/ui/loading-rows';
import { Tabs } from '@/components/ui/tabs';
import { entryQuery } from '@/lib/api/journal';
import type { Run, Step } from '@/lib/api/runs';
import { number } from '@/lib/format';
import type { RunRow } from '@/lib/run/rows';
import { runWords } from '@/lib/words/run';
import { runLogWords } from '@/lib/words/run-log';
import { Part } from './part';
import { LogLine, useRunLog } from './run-log';
import { SayWhatHappened } from './say-what-happened';
import { StepAttempts } from './step-attempts';
import { StepEffect } from './step-effect';
import { StepValue } from './step-value';
import { type StepTab, stepTabs } from './tabs';
import { canBeginWith, canBeSkipped } from './what-can-be-done';

export interface StepPaneProps {
  readonly run: Run;
  readonly row: RunRow;
  readonly now: number;
  readonly tab: StepTab;
  readonly onTab: (tab: StepTab) => void;
  /** Somebody begins to write in it. */
  readonly onStay: () => void;
  readonly role: string;
  /** The step that comes after, as people call it. */
  readonly next: string | undefined;
  readonly onRerun: (from: Step) => void;
  readonly onSkip: (step: Step) => void;
}

/** One step from near: what it was given and handed on, how it went, what it did in the world. */
export function StepPane(props: StepPaneProps) {
  const { run, row, tab, onTab } = props;
  const { step } = row;
  return (
    <div className="flex h-full min-h-0 min-w-0 flex-col">
      <Head {...props} />
      {step && row.kind === 'step' ? (
        <Tabs
          label={runWords.tabsLabel}
          tabs={stepTabs.map((value) => ({
            value,
            name: runWords.tabs[value],
            count: countOf(step, value),
          }))}
          value={tab}
          onChange={onTab}
        >
          <div className="h-full overflow-auto">
            <Shown {...props} step={step} />
          </div>
        </Tabs>
      ) : row.kind === 'event' ? (
        <AboutEvent run={run} />
      ) : (
        <Part>
          <p className="text-ink-3">
            {row.kind === 'step' ? runWords.notReachedHint : runWords.openToSee}
          </p>
        </Part>
      )}
    </div>
  );
}

function Head({ run, row, onRerun, onSkip }: StepPaneProps) {
  const { step } = row;
  return (
    <div className="flex min-h-10 flex-none items-center gap-2 border-b border-line px-3 two:px-4">
      <span className="max-three:hidden">
        <StateGlyph state={row.state} />
      </span>
      <h2 className="min-w-0 flex-1 truncate max-three:sr-only" title={row.name}>
        {row.name}
      </h2>
      {/* Over the page the name stands above already. */}
      <span className="min-w-0 flex-1 three:hidden">
        <StateMark state={row.state} />
      </span>
      {step && canBeSkipped(run, step) && (
        <Button look="quiet" size="small" onClick={() => onSkip(step)}>
          <Icon of={SkipForward} size={14} />
          {runWords.skip}
        </Button>
      )}
      {step && canBeginWith(run, step) && (
        <Button look="quiet" size="small" onClick={() => onRerun(step)}>
          <Icon of={CornerDownRight} size={14} />
          {runWords.rerunFrom}
        </Button>
      )}
    </div>
  );
}

function countOf({ attempts, effect }: Step, tab: StepTab): string | undefined {
  if (tab === 'attempts') return number(attempts);
  return tab === 'effects' && effect && effect.class !== 'pure' ? number(1) : undefined;
}

const noOutput = {
  running: 'noOutputYet',
  finished: 'noOutput',
  failed: 'noOutputFailed',
  waiting: 'noOutputYet',
  skipped: 'noOutputSkipped',
  unknown: 'noOutputUnknown',
  cancelled: 'noOutputCancelled',
} as const satisfies Record<Step['state'], keyof typeof runWords>;

function Shown(props: StepPaneProps & { readonly step: Step }): ReactNode {
  const { run, step, now, tab } = props;
  switch (tab) {
    case 'input':
      return (
        <Part>
          <StepValue value={step.input} none={runWords.noInput} />
        </Part>
      );
    case 'output':
      return (
        <Part>
          <StepValue value={step.output} none={runWords[noOutput[step.state]]} />
        </Part>
      );
    case 'attempts':
      return <StepAttempts run={run} step={step} now={now} />;
    case 'log':
      return <StepLog run={run} step={step} />;
    case 'effects':
      return <Effects {...props} />;
  }
}

function Effects({ run, step, role, now, next, onStay }: StepPaneProps & { readonly step: Step }) {
  return (
    <>
      <StepEffect step={step} now={now} />
      {step.effect && step.state === 'unknown' && (
        <SayWhatHappened
          key={step.id}
          run={run}
          step={step}
          effect={step.effect}
          role={role}
          now={now}
          next={next}
          onStay={onStay}
        />
      )}
    </>
  );
}

function StepLog({ run, step }: { readonly run: Run; readonly step: Step }) {
  const { lines } = useRunLog(run);
  const own = lines.filter((line) => line.step === step.id);
  if (own.length === 0)
    return (
      <Part>
        <p className="text-ink-3">{runLogWords.noneOfStep}</p>
      </Part>
    );
  return (
    <ol className="py-1">
      {own.map((line) => (
        <LogLine key={line.key} line={line} onStep={undefined} />
      ))}
    </ol>
  );
}

/** The event that began it: what came, and the way to all that is known of it. */
function AboutEvent({ run }: { readonly run: Run }) {
  const { data, error, refetch } = useQuery(entryQuery(run.event.id));
  return (
    <Part>
      <p className="mb-2">
        <Link to="/events/$id" params={{ id: run.event.id }} className="link">
          {runWords.openEvent}
        </Link>
      </p>
      {data ? (
        <StepValue value={data.data} none={runWords.noEventData} />
      ) : error ? (
        <Failure
          error={error}
          title={runWords.eventFailed}
          hint={runWords.eventFailedHint}
          onRetry={() => void refetch()}
        />
      ) : (
        <LoadingRows />
      )}
    </Part>
  );
}
