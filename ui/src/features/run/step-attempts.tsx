import { Link } from '@tanstack/react-router';
import { Gauge } from '@/components/chart-scale';
import { Fact, Facts } from '@/components/facts';
import { StateMark } from '@/components/state-mark';
import { JsonTree } from '@/components/ui/json-tree';
import { TimeText } from '@/components/ui/time-text';
import { useNamed } from '@/lib/api/actors';
import type { Progress, Run, Step } from '@/lib/api/runs';
import { sleeps } from '@/lib/run/intervals';
import { countedOf } from '@/lib/run/outcomes';
import { stateOfRun, stateOfStep } from '@/lib/states';
import { duration, second, spanOf, spoken } from '@/lib/time';
import { sentence } from '@/lib/words';
import { runWords } from '@/lib/words/run';
import { EarlierAttempts } from './earlier-attempts';
import { Part } from './part';

interface StepAttemptsProps {
  readonly run: Run;
  readonly step: Step;
  readonly now: number;
}

/** How it went: how often it was tried, when, what went wrong, what it waits for. */
export const StepAttempts = ({ run, step, now }: StepAttemptsProps) => (
  <>
    <Part>
      <Facts>
        <Fact name={runWords.stepState}>
          <StateMark state={stateOfStep(step.state)} />
        </Fact>
        <Fact name={runWords.attempts}>{runWords.attempt(step.attempts)}</Fact>
        <Fact name={runWords.beganAt}>
          <TimeText at={step.startedAt} precise />
        </Fact>
        {step.effect?.sentAt && step.attempts > 1 && (
          <Fact name={runWords.sent}>
            <TimeText at={step.effect.sentAt} precise />
          </Fact>
        )}
        <Ended run={run} step={step} now={now} />
        {step.waits && (
          <Fact name={sleeps(step) ? runWords.comesDue : runWords.nextTry}>
            <TimeText at={step.waits.due} precise />
          </Fact>
        )}
        <Origins run={run} step={step} />
      </Facts>
    </Part>
    {step.progress && <HowFar step={step} progress={step.progress} />}
    {step.error && <WhatWentWrong error={step.error} />}
    {(step.reason ?? step.waits) && (
      <Part title={runWords.why}>
        <Why said={step.reason ?? step.waits?.reason ?? ''} now={now} />
      </Part>
    )}
    {step.attempts > 1 && <EarlierAttempts run={run} step={step} />}
    <Letters run={run} step={step} />
  </>
);

const Why = ({ said, now }: { readonly said: string; readonly now: number }) => (
  <p className="wrap-anywhere">{sentence(useNamed(spoken(said, now)))}</p>
);

/** What a run that ended had under way ended with it. */
const Ended = ({ run, step, now }: StepAttemptsProps) => {
  const end = step.finishedAt ?? run.finishedAt;
  const took = duration(spanOf(step.startedAt, end, now));
  return (
    <Fact name={runWords.ended}>
      {end ? <TimeText at={end} precise /> : runWords.stillRuns}
      <span className="text-ink-3">, {end ? runWords.took(took) : took}</span>
    </Fact>
  );
};

/** Runs that this step leads to, or that it was done by. */
function Origins({ run, step }: Pick<StepAttemptsProps, 'run' | 'step'>) {
  const called = run.called.filter((it) => it.step === step.id);
  return (
    <>
      {step.keptFrom && (
        <Fact name={runWords.keptFrom}>
          <Link to="/runs/$id" params={{ id: step.keptFrom }} className="link">
            {runWords.earlierRun}
          </Link>
        </Fact>
      )}
      {called.map(({ run: id, automation, state }) => (
        <Fact key={id} name={runWords.called}>
          <Link to="/runs/$id" params={{ id }} className="link mr-2">
            {automation}
          </Link>
          <StateMark state={stateOfRun(state)} />
        </Fact>
      ))}
    </>
  );
}

interface HowFarProps {
  readonly step: Step;
  readonly progress: Progress;
}

function HowFar({ step, progress: { items, done } }: HowFarProps) {
  const says = countedOf(step) ?? '';
  const share = step.state === 'finished' || items === 0 ? 1 : done / items;
  return (
    <Part title={runWords.progress}>
      <p className="mb-1.5">{says}</p>
      <Gauge label={runWords.progress} says={says} share={share} />
    </Part>
  );
}

const kinds = new Set(['user', 'outside', 'policy', 'ours']);

function WhatWentWrong({ error }: { readonly error: NonNullable<Step['error']> }) {
  const helps = kinds.has(error.kind)
    ? runWords.errorKinds[error.kind as keyof typeof runWords.errorKinds]
    : undefined;
  return (
    <Part title={runWords.error}>
      <p className="wrap-anywhere whitespace-pre-wrap text-st-failed">{error.message}</p>
      {helps && <p className="mt-1 text-ink-2">{helps}</p>}
      <p className="mono mt-1 text-ink-3">{error.code}</p>
    </Part>
  );
}

const Letters = ({ run, step }: Pick<StepAttemptsProps, 'run' | 'step'>) =>
  run.letters
    .filter((letter) => letter.step === step.id)
    .map((letter) => (
      <Part key={letter.at} title={`${runWords.letters}, ${runWords.letterAt(second(letter.at))}`}>
        <JsonTree value={letter.body} />
      </Part>
    ));
