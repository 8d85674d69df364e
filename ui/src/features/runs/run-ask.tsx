import { Strip } from '@/components/strip';
import type { Run } from '@/lib/api/runs';
import { sentence, words } from '@/lib/words';

/** What it waits for comes first; then, for a failed run, why, and what was not done. */
export function RunAsk({ run }: { readonly run: Run }) {
  if (run.state === 'failed') return <WhyFailed run={run} />;
  if (run.state === 'finished') return null;
  if (run.waitsFor !== null) return <Strip tone="waits" title={sentence(run.waitsFor)} />;
  return run.state === 'queued' ? <Strip tone="waits" title={words.run.queuedNow} /> : null;
}

function WhyFailed({ run }: { readonly run: Run }) {
  const step = run.steps.find(({ state }) => state === 'failed');
  return (
    <Strip tone="failed" title={step ? words.run.failedAt(step.name) : words.run.failed}>
      {step?.error?.message} {words.run.notDone}
    </Strip>
  );
}
