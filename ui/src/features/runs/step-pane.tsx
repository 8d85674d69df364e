import type { ReactNode } from 'react';
import { JsonTree } from '@/components/json-tree';
import { SpanText } from '@/components/span-text';
import { StateGlyph, StateMark } from '@/components/state-mark';
import { TimeText } from '@/components/time-text';
import type { Step } from '@/lib/api/runs';
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
    {step.reason && (
      <Part title={words.run.why}>
        <p className="wrap-anywhere">{step.reason}</p>
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
      <TimeText at={step.startedAt} precise />
    </Fact>
    <Fact name={words.run.finishedAt}>
      {step.finishedAt ? <TimeText at={step.finishedAt} precise /> : words.run.stillRuns}
      <span className="text-ink-3">
        {', '}
        {step.finishedAt && words.run.took} <SpanText from={step.startedAt} to={step.finishedAt} />
      </span>
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

const noOutput = {
  running: words.run.noOutputYet,
  finished: words.run.noOutput,
  failed: words.run.noOutputFailed,
  waiting: words.run.noOutputYet,
  skipped: words.run.noOutputSkipped,
  unknown: words.run.noOutputUnknown,
} satisfies Record<Step['state'], string>;

const Output = ({ step }: { readonly step: Step }) =>
  step.output === null || step.output === undefined ? (
    <p className="text-ink-3">{noOutput[step.state]}</p>
  ) : (
    <JsonTree value={step.output} />
  );
