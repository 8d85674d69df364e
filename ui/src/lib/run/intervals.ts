import type { Run, Step } from '../api/runs';
import type { SegmentKind } from '../segments';

/** A stretch of time in one state, in milliseconds. */
export interface Interval {
  readonly from: number;
  readonly to: number;
  readonly kind: SegmentKind;
}

const sleepers = new Set(['wait', 'call']);
const frames = new Set(['for_each', 'parallel']);

/** It waits for a time, an event or another run, and works at nothing meanwhile. */
export const sleeps = ({ kind }: Step) => sleepers.has(kind);

/** Other steps stand in it: what it takes is theirs. */
export const isFrame = ({ kind }: Step) => frames.has(kind);

/** What one step did when: of one that was tried again, only when it was sent last is told with it. */
export function intervalsOf(step: Step, now: number): readonly Interval[] {
  const from = Date.parse(step.startedAt);
  const to = step.finishedAt === null ? now : Date.parse(step.finishedAt);
  switch (step.state) {
    case 'unknown':
      return [...retried(step, from, to, 'worked'), { from: to, to: now, kind: 'unknown' }];
    case 'waiting':
      return waiting(step, from, now);
    case 'running':
      return retried(step, from, to, 'running');
    case 'failed':
      return retried(step, from, to, 'failed');
    case 'cancelled':
    case 'finished':
      return sleeps(step) ? [{ from, to, kind: 'time' }] : retried(step, from, to, 'worked');
    case 'skipped':
      return [{ from, to, kind: 'waited' }];
  }
}

const waiting = (step: Step, from: number, now: number): readonly Interval[] => [
  { from, to: now, kind: sleeps(step) ? 'time' : 'retried' },
];

function retried(step: Step, from: number, to: number, last: SegmentKind): readonly Interval[] {
  const sent = Date.parse(step.effect?.sentAt ?? '');
  if (step.attempts < 2) return [{ from, to, kind: last }];
  if (Number.isNaN(sent) || sent <= from)
    return [{ from, to, kind: last === 'worked' ? 'retried' : last }];
  return [
    { from, to: sent, kind: 'retried' },
    { from: sent, to, kind: last },
  ];
}

/** From a pause that was followed to the resuming of it. */
export function pausesOf(run: Run, now: number): readonly Interval[] {
  const pauses: Interval[] = [];
  let since: number | undefined;
  for (const { order, carriedOutAt } of run.orders.toSorted((one, other) => one.id - other.id)) {
    if (carriedOutAt === null) continue;
    if (order === 'pause') since = Date.parse(carriedOutAt);
    if (order !== 'resume' || since === undefined) continue;
    pauses.push({ from: since, to: Date.parse(carriedOutAt), kind: 'paused' });
    since = undefined;
  }
  if (since !== undefined && run.state === 'paused')
    pauses.push({ from: since, to: now, kind: 'paused' });
  return pauses;
}

/** Steps whose own time counts: what only holds others does not, where all of these are known. */
export function leavesOf(run: Run): readonly Step[] {
  const known = run.steps.length > 1 && !run.moreSteps;
  return known ? run.steps.filter((step) => !isFrame(step)) : run.steps;
}

/** When there is nothing more to draw: its end, or now. */
export const endOf = (run: Run, now: number) =>
  run.finishedAt === null ? Math.max(now, Date.parse(run.queuedAt)) : Date.parse(run.finishedAt);

/** How long it was at work, on whatever: what was done together counts once. */
export function workOf(run: Run, now: number): number {
  const end = endOf(run, now);
  const worked = leavesOf(run)
    .flatMap((step) => intervalsOf(step, end))
    .filter(({ kind }) => kind === 'worked' || kind === 'running' || kind === 'failed')
    .toSorted((one, other) => one.from - other.from);
  let reached = Number.NEGATIVE_INFINITY;
  let sum = 0;
  for (const { from, to } of worked) {
    sum += Math.max(0, to - Math.max(from, reached));
    reached = Math.max(reached, to);
  }
  return sum;
}
