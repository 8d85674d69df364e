import { Strip } from '@/components/strip';
import type { Run } from '@/lib/api/runs';
import { sentence, words } from '@/lib/words';

/** What it waits for comes first; then, for a run that failed or was cancelled, why. */
export function RunAsk({ run }: { readonly run: Run }) {
  switch (run.state) {
    case 'failed':
      return <WhyFailed run={run} />;
    case 'cancelled':
      return (
        <Strip tone="cancelled" title={run.reason ? sentence(run.reason) : words.run.cancelled}>
          {words.run.cancelledHint}
        </Strip>
      );
    case 'finished':
      return null;
    case 'needs_person':
      return <Waits run={run} tone="person" otherwise={words.run.needsPerson} />;
    case 'paused':
      return <Waits run={run} tone="paused" otherwise={`${words.states.paused}.`} />;
    case 'queued':
      return <Waits run={run} tone="waits" otherwise={words.run.queuedNow} />;
    case 'running':
    case 'waiting':
      return run.waitsFor === null ? null : <Waits run={run} tone="waits" otherwise="" />;
  }
}

interface WaitsProps {
  readonly run: Run;
  readonly tone: 'waits' | 'person' | 'paused';
  /** Said where the server says nothing. */
  readonly otherwise: string;
}

const Waits = ({ run, tone, otherwise }: WaitsProps) => (
  <Strip tone={tone} title={run.waitsFor === null ? otherwise : sentence(run.waitsFor)}>
    {run.reason}
  </Strip>
);

function WhyFailed({ run }: { readonly run: Run }) {
  const step = run.steps.find(({ state }) => state === 'failed');
  return (
    <Strip tone="failed" title={step ? words.run.failedAt(step.name) : words.run.failed}>
      {step?.error?.message ?? run.reason} {words.run.notDone}
    </Strip>
  );
}
