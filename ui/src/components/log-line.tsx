import { type Segment, type SegmentKind, sentenceOf } from '@/lib/run-line';

const textures = {
  worked: 'bg-st-neutral-fill',
  waited: 'texture-hatch [--f:var(--st-neutral-fill)]',
  retried: 'texture-ticks [--f:var(--st-paused-fill)]',
  running: 'bg-st-running-fill',
  failed: 'bg-st-failed-fill',
} satisfies Record<SegmentKind, string>;

export const textureOf = (kind: SegmentKind) => textures[kind];

/** A run as a strip of states: solid where it worked, hatched where it waited. */
export function LogLine({ segments }: { readonly segments: readonly Segment[] }) {
  return (
    <div role="img" aria-label={sentenceOf(segments)} className="flex h-4 items-center gap-px">
      {segments.map((segment, index) => (
        <i
          // A run only grows at its end, so that the place is the identity.
          // oxlint-disable-next-line react/no-array-index-key
          key={index}
          className={`h-full min-w-[3px] forced-color-adjust-none first:rounded-l-1 last:rounded-r-1 ${textures[segment.kind]}`}
          style={{ flexGrow: Math.max(1, segment.span), flexBasis: 0 }}
        />
      ))}
    </div>
  );
}
