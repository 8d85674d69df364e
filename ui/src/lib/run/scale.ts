import type { Run, Step } from '../api/runs';
import { endOf, intervalsOf, leavesOf, sleeps } from './intervals';

/** A piece of the time axis: in it, time passes evenly; what is folded is drawn as a narrow band. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  /** Parts of the whole width, 0 to 1. */
  readonly left: number;
  readonly right: number;
  readonly folded: boolean;
}

/** When something is at work. */
export interface Busy {
  readonly from: number;
  readonly to: number;
}

const bandWide = 0.03;
const mostBands = 6;
const shortest = 1_000;

/** Idle time that is longer than half of all work leaves no room for the work: it is folded. */
export function scaleOf(busy: readonly Busy[], from: number, to: number): readonly Stretch[] {
  const end = Math.max(to, from + 1);
  const clusters = merged(busy, from, end);
  const work = clusters.reduce((sum, it) => sum + it.to - it.from, 0);
  const edge = Math.max(work * 0.12, shortest / 5);
  const gaps = idleBetween(clusters, from, end)
    .filter((gap) => gap.to - gap.from > Math.max(shortest, work / 2, 4 * edge))
    .toSorted((one, other) => other.to - other.from - (one.to - one.from))
    .slice(0, mostBands)
    .map((gap) => ({ from: gap.from + edge, to: gap.to - edge }))
    .toSorted((one, other) => one.from - other.from);
  return laidOut(gaps, from, end);
}

function merged(busy: readonly Busy[], from: number, to: number): readonly Busy[] {
  const sorted = busy
    .map((it) => ({ from: Math.max(from, it.from), to: Math.min(to, it.to) }))
    .filter((it) => it.to >= it.from)
    .toSorted((one, other) => one.from - other.from);
  const clusters: { from: number; to: number }[] = [];
  for (const it of sorted) {
    const last = clusters.at(-1);
    if (last && it.from <= last.to) last.to = Math.max(last.to, it.to);
    else clusters.push({ ...it });
  }
  return clusters;
}

function idleBetween(clusters: readonly Busy[], from: number, to: number): readonly Busy[] {
  const starts = [from, ...clusters.map((it) => it.to)];
  const ends = [...clusters.map((it) => it.from), to];
  return starts.map((start, index) => ({ from: start, to: ends[index] ?? to }));
}

function laidOut(gaps: readonly Busy[], from: number, to: number): readonly Stretch[] {
  const cuts = [from, ...gaps.flatMap((gap) => [gap.from, gap.to]), to];
  const pieces = cuts.slice(1).map((cut, index) => ({
    from: cuts[index] ?? from,
    to: cut,
    folded: index % 2 === 1,
  }));
  const open = pieces.filter(({ folded }) => !folded);
  const span = open.reduce((sum, it) => sum + it.to - it.from, 0);
  const room = 1 - bandWide * gaps.length;
  // A moment of work beside minutes of it stays wide enough to be seen.
  const least = Math.min(0.14, 0.6 / open.length);
  const wish = (it: Busy) => Math.max(least, span === 0 ? 1 : (it.to - it.from) / span);
  const wished = open.reduce((sum, it) => sum + wish(it), 0);
  let left = 0;
  return pieces.map((piece): Stretch => {
    const begins = left;
    left += piece.folded ? bandWide : (wish(piece) / wished) * room;
    const { from, to, folded } = piece;
    return { from, to, folded, left: begins, right: Math.min(1, left) };
  });
}

/** Where a moment stands, 0 to 1. */
export function placeOf(scale: readonly Stretch[], at: number): number {
  const piece = scale.find(({ to }) => at <= to) ?? scale.at(-1);
  if (!piece) return 0;
  const part = (at - piece.from) / Math.max(1, piece.to - piece.from);
  return piece.left + Math.min(1, Math.max(0, part)) * (piece.right - piece.left);
}

/** Which moment stands there; undefined within a fold. */
export function momentAt(scale: readonly Stretch[], place: number): number | undefined {
  const piece = scale.find(({ right }) => place < right) ?? scale.at(-1);
  if (!piece || piece.folded) return undefined;
  const part = (place - piece.left) / Math.max(Number.EPSILON, piece.right - piece.left);
  return piece.from + part * (piece.to - piece.from);
}

/** When a run was at work: what only waits is there at its two ends, so that both are seen. */
export function busyOf(run: Run, now: number): readonly Busy[] {
  const end = endOf(run, now);
  const start = Date.parse(run.startedAt ?? run.queuedAt);
  const steps = leavesOf(run);
  return [
    moment(Date.parse(run.queuedAt)),
    moment(start),
    ...steps.map((step) => moment(Date.parse(step.startedAt))),
    ...steps.map(({ finishedAt }) => moment(finishedAt === null ? end : Date.parse(finishedAt))),
    ...steps.flatMap((step) => workOf(step, end)),
    moment(end),
  ];
}

const idle = new Set(['retried', 'unknown', 'waited']);

const workOf = (step: Step, end: number): readonly Busy[] =>
  sleeps(step) || step.state === 'waiting'
    ? []
    : intervalsOf(step, end).filter(({ kind }) => !idle.has(kind));

const moment = (at: number): Busy => ({ from: at, to: at });

/** The time axis of a run, from the queue to its end or to now. */
export const runScale = (run: Run, now: number) =>
  scaleOf(busyOf(run, now), Date.parse(run.queuedAt), endOf(run, now));
