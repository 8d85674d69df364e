import { ended, type RunState, type RunSummary } from '../api/runs';
import type { Segment, SegmentKind } from '../segments';
import { whatIsAsked } from '../states';
import { spanOf } from '../time';

const kinds = {
  queued: 'waited',
  running: 'running',
  waiting: 'time',
  needs_person: whatIsAsked(),
  paused: 'paused',
  finished: 'took',
  failed: 'failed',
  cancelled: 'took',
} satisfies Record<RunState, SegmentKind>;

/** A moment in the queue is nobody's wait. */
const moment = 1_000;
const unseen = 0.02;

/**
 * As much of its line as a row of a list knows: how long it was queued, and how it went since. Of one
 * that is over only how long it took: it may have slept for most of that.
 */
export function summaryLine(run: RunSummary, now: number): readonly Segment[] {
  const queued = spanOf(run.queuedAt, run.startedAt ?? run.finishedAt, now);
  if (run.startedAt === null) return [{ kind: 'waited', span: Math.max(1, queued) }];
  const since = Math.max(1, spanOf(run.startedAt, run.finishedAt, now));
  const waited: readonly Segment[] =
    queued > Math.max(moment, since * unseen) ? [{ kind: 'waited', span: queued }] : [];
  const went: Segment = { kind: kinds[run.state], span: since };
  const rest: readonly Segment[] = ended(run) ? [] : [{ kind: 'ahead', span: since * 0.2 }];
  return [...waited, went, ...rest];
}
