/** What came since a list was shown: rows wait until somebody wants them, up to as many as this. */
const most = 200;

export interface Row {
  readonly id: string;
  readonly position: number;
}

export interface Waiting<R extends Row> {
  readonly rows: readonly R[];
  /** More came than are kept: the list is to be read anew. */
  readonly more: boolean;
}

export const nothingWaits: Waiting<never> = { rows: [], more: false };

/** The newest first; what is known already is not told again. */
export function joined<R extends Row>(fresh: readonly R[], known: readonly R[]): readonly R[] {
  const ids = new Set(known.map(({ id }) => id));
  const added = fresh.filter(({ id }) => !ids.has(id));
  return added.length === 0
    ? known
    : [...added, ...known].toSorted((one, other) => other.position - one.position);
}

export function waitingWith<R extends Row>(waiting: Waiting<R>, fresh: readonly R[]): Waiting<R> {
  const rows = joined(fresh, waiting.rows);
  return rows === waiting.rows
    ? waiting
    : { rows: rows.slice(0, most), more: waiting.more || rows.length > most };
}
