import type { Run, Step, StepState } from './api/runs';
import { duration, spanOf } from './time';
import { words } from './words';

export type SegmentKind = 'waited' | 'worked' | 'retried' | 'running' | 'failed';

export interface Segment {
  readonly kind: SegmentKind;
  readonly span: number;
}

/** A run as a strip of what it did: solid where it worked, hatched where it waited. */
export function segmentsOf(run: Run, now: number): readonly Segment[] {
  const segments: Segment[] = [];
  let reached = run.queuedAt;
  for (const step of run.steps) {
    segments.push({ kind: 'waited', span: spanOf(reached, step.startedAt, now) });
    segments.push({ kind: kindOf(step), span: spanOf(step.startedAt, step.finishedAt, now) });
    reached = step.finishedAt ?? new Date(now).toISOString();
  }
  const rest = spanOf(reached, run.finishedAt, now);
  segments.push({ kind: run.state === 'finished' ? 'worked' : 'waited', span: rest });
  return segments.filter(({ kind, span }) => span > 0 || kind === 'failed');
}

export function kindOf(step: Step): SegmentKind {
  return step.state === 'finished' && step.attempts > 1 ? 'retried' : kinds[step.state];
}

const kinds = {
  running: 'running',
  waiting: 'waited',
  finished: 'worked',
  failed: 'failed',
  skipped: 'waited',
  unknown: 'waited',
} satisfies Record<StepState, SegmentKind>;

/** The same strip as a sentence, for those who do not see it. */
export function sentenceOf(segments: readonly Segment[]): string {
  if (segments.length === 0) return words.run.lineEmpty;
  const totals = new Map<SegmentKind, number>();
  for (const { kind, span } of segments) totals.set(kind, (totals.get(kind) ?? 0) + span);
  const parts = [...totals].map(([kind, span]) => said[kind](duration(span)));
  return words.run.lineOf(parts.join(', '));
}

const said = {
  worked: words.run.worked,
  waited: words.run.waited,
  retried: words.run.retried,
  running: words.run.runningFor,
  failed: words.run.failedFor,
} satisfies Record<SegmentKind, (span: string) => string>;

/** Where a step stands on the run's time axis, in parts of the whole. */
export function placeOf(step: Step, run: Run, now: number): { from: number; width: number } {
  const whole = Math.max(1, spanOf(run.queuedAt, run.finishedAt, now));
  const from = Math.min(1, spanOf(run.queuedAt, step.startedAt, now) / whole);
  const width = spanOf(step.startedAt, step.finishedAt, now) / whole;
  return { from, width: Math.max(0, Math.min(1 - from, width)) };
}
