import type { Run, ShownRun, Stop } from '@/lib/api/runs';

/** As lists show it: it stands at its last step, as long as it has not ended. */
export function shown(run: Run): ShownRun {
  const step = run.finishedAt === null ? run.steps.at(-1) : undefined;
  const stop = step && {
    kind: kindOf(step.kind),
    step: step.name,
    words: step.reason ?? step.waits?.reason ?? '',
    until: step.waits?.due ?? null,
  };
  return Object.assign({}, run, { stop: stop ?? null });
}

const kindOf = (step: string): Stop['kind'] =>
  step === 'wait' ? 'time' : step === 'call' ? 'run' : 'retry';
