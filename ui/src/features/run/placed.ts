import type { Through } from '@/components/station';
import type { RunRow } from '@/lib/run/rows';

/** A row among its siblings. */
export interface Placed {
  readonly row: RunRow;
  /** From 1, as those count who hear it. */
  readonly position: number;
  readonly size: number;
  readonly first: boolean;
  readonly last: boolean;
  readonly at: 'behind' | 'edge' | 'ahead';
  /** Lines of the rows around it that go on behind it. */
  readonly through: readonly Through[];
}

const reached = (row: RunRow | undefined) => row?.state !== 'queued' && row?.state !== 'skipped';

/** Which rows stand beside each other, and where the line that was walked ends. */
export function placed(rows: readonly RunRow[]): readonly Placed[] {
  const siblings = new Map<string, RunRow[]>();
  for (const row of rows) {
    const key = row.within ?? '';
    const known = siblings.get(key);
    if (known) known.push(row);
    else siblings.set(key, [row]);
  }
  const places = new Map<RunRow, Omit<Placed, 'row' | 'through'>>();
  for (const all of siblings.values())
    for (const [index, row] of all.entries())
      places.set(row, {
        position: index + 1,
        size: all.length,
        first: index === 0,
        last: index === all.length - 1,
        at: placeOf(row, all[index + 1]),
      });
  const done = new Map<string, Placed>();
  return rows.flatMap((row) => {
    const place = places.get(row);
    if (!place) return [];
    const around = row.within === undefined ? undefined : done.get(row.within);
    const whole = { row, ...place, through: around ? throughOf(around) : [] };
    done.set(row.key, whole);
    return [whole];
  });
}

const throughOf = ({ row, last, at, through }: Placed): readonly Through[] =>
  last ? through : [...through, { depth: row.level - 1, ahead: at !== 'behind' }];

function placeOf(row: RunRow, next: RunRow | undefined): Placed['at'] {
  if (!row.step && !reached(row)) return 'ahead';
  return next !== undefined && !next.step && !reached(next) ? 'edge' : 'behind';
}
