import type { ReactNode } from 'react';
import { JsonTree } from '@/components/json-tree';
import { SpanText } from '@/components/span-text';
import { StateGlyph, StateMark } from '@/components/state-mark';
import { TimeText } from '@/components/time-text';
import type { Step } from '@/lib/api/runs';
import { second } from '@/lib/time';
import { words } from '@/lib/words';

/** One step from near: how it went, how often it was tried, what it handed on. */
export const StepPane = ({ step }: { readonly step: Step }) => (
  <section id="step" aria-labelledby="step-name" className="min-w-0">
    <div className="flex h-10 items-center gap-2 border-b border-line px-3 two:px-4">
      <StateGlyph state={step.state} />
      <h2 id="step-name" className="truncate">
        {step.name}
      </h2>
    </div>
    <Facts step={step} />
    {step.error && (
      <Part title={words.run.error}>
        <p className="wrap-anywhere whitespace-pre-wrap text-st-failed">{step.error.message}</p>
      </Part>
    )}
    <Part title={words.run.output}>
      <Output step={step} />
    </Part>
  </section>
);

const Facts = ({ step }: { readonly step: Step }) => (
  <dl className="grid grid-cols-[84px_minmax(0,1fr)] gap-x-3 gap-y-1 px-3 py-3 two:px-4">
    <Fact name={words.run.stepState}>
      <StateMark state={step.state} />
    </Fact>
    <Fact name={words.run.attempts}>{words.run.attempt(step.attempts)}</Fact>
    <Fact name={words.run.startedAt}>
      <TimeText at={step.startedAt} /> <span className="text-ink-3">{second(step.startedAt)}</span>
    </Fact>
    <Fact name={words.run.finishedAt}>
      {step.finishedAt ? second(step.finishedAt) : words.run.stillRuns}
      {', '}
      <SpanText from={step.startedAt} to={step.finishedAt} />
    </Fact>
  </dl>
);

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <>
    <dt className="text-ink-3">{name}</dt>
    <dd className="min-w-0">{children}</dd>
  </>
);

const Part = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <div className="border-t border-line px-3 py-3 two:px-4">
    <h3 className="mb-1.5">{title}</h3>
    {children}
  </div>
);

function Output({ step }: { readonly step: Step }) {
  if (step.output !== null && step.output !== undefined) return <JsonTree value={step.output} />;
  return (
    <p className="text-ink-3">
      {step.state === 'finished' ? words.run.noOutput : words.run.noOutputYet}
    </p>
  );
}
