import type { SegmentKind } from '@/lib/segments';

/** Too thin for textures: what was not normal is known by its colour here, and by its name in the list. */
const fills = {
  worked: 'bg-line-strong',
  took: 'bg-line-strong',
  waited: 'bg-st-neutral-fill',
  person: 'bg-st-person-fill',
  time: 'bg-st-time-fill',
  paused: 'bg-st-paused-fill',
  retried: 'bg-st-paused-fill',
  running: 'bg-st-running-fill',
  failed: 'bg-st-failed-fill',
  unknown: 'bg-st-unknown-fill',
  halted: 'bg-st-halted-fill',
  ahead: 'bg-line',
} satisfies Record<SegmentKind, string>;

export interface Bar {
  /** 0 to 1. */
  readonly height: number;
  readonly kind: SegmentKind;
}

/** The last runs, the newest at the right; what was normal is grey. */
export const Spark = ({ bars, says }: { readonly bars: readonly Bar[]; readonly says: string }) => (
  <span role="img" aria-label={says} className="inline-flex h-4 items-end gap-px align-middle">
    {bars.map(({ height, kind }, index) => (
      <i
        // The place is the identity: the oldest goes, the others move on.
        // oxlint-disable-next-line react/no-array-index-key
        key={index}
        className={`min-h-0.5 w-[3px] rounded-[0.5px] forced-color-adjust-none ${fills[kind]}`}
        style={{ height: `${Math.round(height * 100)}%` }}
      />
    ))}
  </span>
);
