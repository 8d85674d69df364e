import { duration } from './time';
import { words } from './words';

export type SegmentKind =
  | 'worked'
  /** Worked or waited: which of them is not known here. */
  | 'took'
  | 'waited'
  | 'person'
  | 'time'
  | 'paused'
  | 'retried'
  | 'running'
  | 'failed'
  | 'unknown'
  | 'halted'
  | 'ahead';

/** A stretch of a run in one state. */
export interface Segment {
  readonly kind: SegmentKind;
  /** Milliseconds; of what lies ahead, a guess. */
  readonly span: number;
  /** Whom it waited for. */
  readonly whom?: string;
}

/** What is drawn: parts of the line, and the marks where idle time was folded away. */
export type Piece =
  | { readonly kind: SegmentKind; readonly width: number }
  | { readonly kind: 'fold' };

const idle: ReadonlySet<SegmentKind> = new Set(['waited', 'person', 'time', 'paused', 'unknown']);

/** A wait takes at most half of the line for itself; what is more is folded. */
const share = 1;

/** Widths by time, but for what would leave no room for work: it is cut in the middle. */
export function folded(segments: readonly Segment[]): readonly Piece[] {
  const most = mostIdle(segments);
  return segments.flatMap(({ kind, span }): readonly Piece[] =>
    isFolded(kind, span, most)
      ? [{ kind, width: wide(most * 0.6) }, { kind: 'fold' }, { kind, width: wide(most * 0.4) }]
      : [{ kind, width: wide(span) }],
  );
}

/** How wide each is drawn among the others. */
export function widthsOf(segments: readonly Segment[]): readonly number[] {
  const most = mostIdle(segments);
  return segments.map(({ kind, span }) => (isFolded(kind, span, most) ? wide(most) : wide(span)));
}

const mostIdle = (segments: readonly Segment[]) =>
  share * segments.filter(({ kind }) => !idle.has(kind)).reduce((sum, { span }) => sum + span, 0);

const isFolded = (kind: SegmentKind, span: number, most: number) =>
  idle.has(kind) && most > 0 && span > most;

const wide = (span: number) => Math.max(1, span);

/** The same strip as a sentence, for those who do not see it. */
export function sentenceOf(segments: readonly Segment[]): string {
  const { lead, of, empty } = words.line;
  const totals = new Map<string, { segment: Segment; span: number }>();
  for (const segment of segments) {
    const key = `${segment.kind} ${segment.whom ?? ''}`;
    totals.set(key, { segment, span: (totals.get(key)?.span ?? 0) + segment.span });
  }
  const parts = [...totals.values()].map(({ segment, span }) => wordsOf({ ...segment, span }));
  return of(lead, parts.length === 0 ? empty : parts.join(', '));
}

/** "waited 1 h 7 min for Tomas" */
export function wordsOf({ kind, whom, span: milliseconds }: Segment): string {
  const { line } = words;
  const span = duration(milliseconds);
  switch (kind) {
    case 'worked':
    case 'took':
    case 'retried':
    case 'running':
    case 'failed':
    case 'unknown':
    case 'paused':
    case 'halted':
    case 'waited':
      return line[kind](span);
    case 'person':
      return whom ? line.waitedFor(span, whom) : line.waited(span);
    case 'time':
      return line.slept(span);
    case 'ahead':
      return line.ahead;
  }
}
