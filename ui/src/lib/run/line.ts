import type { Run } from '../api/runs';
import { type Segment, type SegmentKind, widthsOf } from '../segments';
import { endOf, type Interval, intervalsOf, leavesOf, pausesOf } from './intervals';

/** What asks for somebody is told before what works, and that before what waits. */
const loudest: readonly SegmentKind[] = [
  'unknown',
  'failed',
  'running',
  'retried',
  'worked',
  'paused',
  'person',
  'time',
  'waited',
];

/** So many steps are told apart by hairlines; of more, what is alike is one stretch. */
const apart = 24;

/**
 * A run as a strip of what it did, from the queue to its end or to now. Where several steps were
 * under way together, the loudest is drawn.
 */
export function segmentsOf(run: Run, now: number, ahead = 0): readonly Segment[] {
  const begin = Date.parse(run.queuedAt);
  const end = endOf(run, now);
  const intervals = [
    ...leavesOf(run).flatMap((step) => intervalsOf(step, end)),
    ...pausesOf(run, end),
  ].map(({ from, to, kind }) => ({ from: within(from), to: within(to), kind }));
  function within(at: number) {
    return Math.min(end, Math.max(begin, at));
  }
  const segments = calm(run, swept(intervals, begin, end, run.steps.length > apart), end - begin);
  return [...segments, ...failure(run, segments), ...aheadOf(segments, ahead)];
}

/** Less than this between two steps, or in the queue, is nobody's wait. */
const moment = 1_000;
const unseen = 0.02;

/** What only shows how busy the house is goes; what a finished run does at last is work. */
function calm(run: Run, segments: readonly Segment[], whole: number): readonly Segment[] {
  const least = Math.max(moment, whole * unseen);
  const told = segments
    .map((segment, index) =>
      run.state === 'finished' && index === segments.length - 1 && segment.kind === 'waited'
        ? { ...segment, kind: 'worked' as const }
        : segment,
    )
    .filter(({ kind, span }) => kind !== 'waited' || span > least);
  return told.length === 0 ? segments : told;
}

interface Edge {
  readonly at: number;
  readonly kind: SegmentKind;
  readonly by: 1 | -1;
}

function swept(
  intervals: readonly Interval[],
  begin: number,
  end: number,
  join: boolean,
): readonly Segment[] {
  const edges: readonly Edge[] = intervals
    .filter(({ from, to }) => to > from)
    .flatMap(({ from, to, kind }): readonly Edge[] => [
      { at: from, kind, by: 1 },
      { at: to, kind, by: -1 },
    ])
    .toSorted((one, other) => one.at - other.at);
  const open = new Map<SegmentKind, number>();
  const segments: Segment[] = [];
  let reached = begin;
  const upTo = (at: number) => {
    if (at > reached) add(segments, kindOf(open), at - reached, join);
    reached = Math.max(reached, at);
  };
  for (const { at, kind, by } of edges) {
    upTo(at);
    open.set(kind, (open.get(kind) ?? 0) + by);
  }
  upTo(end);
  return segments;
}

const kindOf = (open: ReadonlyMap<SegmentKind, number>): SegmentKind =>
  loudest.find((kind) => (open.get(kind) ?? 0) > 0) ?? 'waited';

function add(segments: Segment[], kind: SegmentKind, span: number, join: boolean): void {
  const last = segments.at(-1);
  const alike = last?.kind === kind && (join || kind === 'waited');
  if (alike && last) segments[segments.length - 1] = { kind, span: last.span + span };
  else segments.push({ kind, span });
}

/** A failure shows even if it took no time. */
const failure = (run: Run, segments: readonly Segment[]): readonly Segment[] =>
  run.state === 'failed' && segments.every(({ kind }) => kind !== 'failed')
    ? [{ kind: 'failed', span: 0 }]
    : [];

const mostAhead = 5;

/** Nobody knows how long they will take: each is drawn as a small part of what is behind. */
function aheadOf(segments: readonly Segment[], ahead: number): readonly Segment[] {
  const drawn = widthsOf(segments).reduce((sum, width) => sum + width, 0);
  return Array.from({ length: Math.min(mostAhead, ahead) }, () => ({
    kind: 'ahead' as const,
    span: Math.max(1, drawn * 0.05),
  }));
}
