import { folded, type Piece, type Segment, type SegmentKind, sentenceOf } from '@/lib/segments';

const textures = {
  worked: 'bg-st-neutral-fill',
  took: 'texture-thin [--f:var(--st-neutral-fill)]',
  waited: 'texture-hatch [--f:var(--st-neutral-fill)]',
  person: 'texture-hatch [--f:var(--st-person-fill)]',
  time: 'texture-hatch [--f:var(--st-time-fill)]',
  paused: 'texture-hatch [--f:var(--st-paused-fill)]',
  retried: 'texture-ticks [--f:var(--st-paused-fill)]',
  running: 'bg-st-running-fill',
  failed: 'bg-st-failed-fill',
  unknown: 'bg-st-unknown-fill',
  halted: 'bg-st-halted-fill',
  ahead: 'texture-hollow',
} satisfies Record<SegmentKind, string>;

export const textureOf = (kind: SegmentKind) => textures[kind];

interface LogLineProps {
  readonly segments: readonly Segment[];
  /** In the head of a page; in a row it is half as high. */
  readonly tall?: boolean;
}

/**
 * A run as a strip of states: solid where it worked, hatched where it waited, ticked where it tried
 * again, thin where it did one or the other, hollow where it has not been. Idle time is folded, so that work stays visible.
 */
export const LogLine = ({ segments, tall = false }: LogLineProps) => (
  <div
    role="img"
    aria-label={sentenceOf(segments)}
    className={`flex w-full min-w-10 items-center gap-px ${tall ? 'h-4' : 'h-2'}`}
  >
    {folded(segments).map((piece, index) => (
      // A run only grows at its end, so that the place is the identity.
      // oxlint-disable-next-line react/no-array-index-key
      <Part key={index} piece={piece} />
    ))}
  </div>
);

const Part = ({ piece }: { readonly piece: Piece }) =>
  piece.kind === 'fold' ? (
    <i className="texture-fold h-[150%] flex-[0_0_7px] forced-color-adjust-none" />
  ) : (
    <i
      className={`h-full min-w-[3px] forced-color-adjust-none first:rounded-l-1 last:rounded-r-1 ${textures[piece.kind]}`}
      style={{ flexGrow: piece.width, flexBasis: 0 }}
    />
  );
