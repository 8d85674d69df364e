import { type Segment, type SegmentKind, widthsOf, wordsOf } from '../segments';

export interface LineLabel {
  /** The middle of what it tells of, 0 to 1. */
  readonly place: number;
  readonly says: string;
}

const silent: ReadonlySet<SegmentKind> = new Set(['worked', 'ahead', 'running']);
const most = 2;
/** What was over in less is nobody's concern. */
const shortest = 1_000;
/** Nearer to an end stands what is said of the end. */
const margin = 0.16;
const apart = 0.22;

/** What the longest stretches are that are not just work: two at most, and none over another. */
export function labelsOf(segments: readonly Segment[]): readonly LineLabel[] {
  const widths = widthsOf(segments);
  const whole = widths.reduce((sum, width) => sum + width, 0);
  let left = 0;
  const labels = segments.map((segment, index) => {
    const width = widths[index] ?? 0;
    const place = (left + width / 2) / Math.max(1, whole);
    left += width;
    return { segment, width, place, says: wordsOf(segment) };
  });
  const chosen: typeof labels = [];
  for (const label of labels.toSorted((one, other) => other.width - one.width))
    if (
      chosen.length < most &&
      !silent.has(label.segment.kind) &&
      label.segment.span >= shortest &&
      label.place > margin &&
      label.place < 1 - margin &&
      chosen.every(({ place }) => Math.abs(place - label.place) > apart)
    )
      chosen.push(label);
  return chosen;
}
