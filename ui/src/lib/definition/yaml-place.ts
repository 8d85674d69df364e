import type { Level, Named, Place } from './place';

/** A line of YAML as far as it tells where one is. */
interface Row {
  /** Where its key stands, behind all dashes. */
  readonly indent: number;
  /** Where its last dash stands; -1 without one. */
  readonly dash: number;
  readonly key: string | undefined;
  readonly value: string;
  readonly blank: boolean;
}

const keyed = /^("(?:[^"\\]|\\.)*"|'[^']*'|[^\s#:{}[\],&*!|>%@`"'][^:#]*?):(?:\s+(.*))?$/;

function rowOf(line: string): Row {
  const lead = /^ */.exec(line)?.[0].length ?? 0;
  const dashes = /^(?:- +|-$)*/.exec(line.slice(lead))?.[0] ?? '';
  const rest = line.slice(lead + dashes.length);
  const pair = keyed.exec(rest.trimEnd());
  return {
    indent: lead + dashes.length,
    dash: dashes === '' ? -1 : lead + dashes.trimEnd().length - 1,
    key: pair?.[1] === undefined ? undefined : unquoted(pair[1]),
    value: unquoted((pair?.[2] ?? '').replace(/\s+#.*$/, '')),
    blank: rest.trim() === '' && dashes === '' ? true : rest.startsWith('#'),
  };
}

const unquoted = (text: string) => text.replace(/^(["'])(.*)\1$/, '$2');

/** Opens a text of several lines, in which nothing is a key. */
const opensText = ({ value }: Row) => /^[|>][+-]?\d?$/.test(value);

/**
 * Where the cursor is, told by lines and how far they are set in: this works while half of a line
 * is written, which a parser would refuse. Nothing within a text of several lines or a `{ }`.
 */
export function yamlPlace(text: string, cursor: number): Place | undefined {
  const before = text.slice(0, cursor);
  const at = before.split('\n').length - 1;
  const rows = text.split('\n').map(rowOf);
  const written = before.slice(before.lastIndexOf('\n') + 1);
  const here = rowOf(written);
  if (isInText(rows, at, written) || isInFlow(written)) return undefined;
  const levels = levelsAt(rows, at, here);
  if (here.key !== undefined || /:\s+$/.test(written))
    return valuePlace(levels, written, cursor, here);
  const key = written.slice(here.indent);
  if (!/^[\w.-]*$/.test(key)) return undefined;
  return { levels, at: 'key', written: key, from: cursor - key.length };
}

/** What is around the cursor, also within a `{ }` or a text of several lines. */
export function yamlLevels(text: string, cursor: number): readonly Level[] {
  const before = text.slice(0, cursor).split('\n');
  return levelsAt(text.split('\n').map(rowOf), before.length - 1, rowOf(before.at(-1) ?? ''));
}

/** All names of this kind above the line that this place is in. */
export function yamlNamed(text: string, upTo: number, key: 'id' | 'event'): readonly Named[] {
  const rows = text.split('\n').map(rowOf);
  const lines = text.slice(0, upTo).split('\n').length - 1;
  const above: Above = new Map();
  return rows
    .slice(0, lines)
    .flatMap((row, at) =>
      row.key === key && row.value !== ''
        ? [{ value: row.value, levels: levelsAt(rows, at, row, above) }]
        : [],
    );
}

function valuePlace(
  levels: readonly Level[],
  written: string,
  cursor: number,
  here: Row,
): Place | undefined {
  const key = here.key ?? keyed.exec(written.trim())?.[1];
  const colon = /:\s+/.exec(written.slice(here.indent));
  if (key === undefined || colon === null) return undefined;
  const value = written.slice(here.indent + colon.index + colon[0].length);
  const last = levels.at(-1);
  const beside = last?.kind === 'map' ? last.beside : new Map<string, string>();
  return {
    levels: [
      ...levels.slice(0, -1),
      { kind: 'map', key: unquoted(key), beside, from: last?.from ?? 0 },
    ],
    at: 'value',
    written: value,
    from: cursor - value.length,
  };
}

function isInFlow(written: string): boolean {
  const bared = written
    .replaceAll(/\$\{[^}]*\}?/g, '')
    .replaceAll(/"(?:[^"\\]|\\.)*"|'[^']*'/g, '');
  const count = (sign: string) => bared.split(sign).length;
  return count('{') > count('}') || count('[') > count(']');
}

/** The nearest line above that is set in less: does it open a text? */
function isInText(rows: readonly Row[], at: number, written: string): boolean {
  const indent = /^ */.exec(written)?.[0].length ?? 0;
  for (let n = at - 1; n >= 0; n--) {
    const row = rows[n];
    if (!row || row.blank) continue;
    if (opensText(row) && lead(row) < indent) return true;
    if (lead(row) < indent) return false;
  }
  return false;
}

const lead = ({ indent, dash }: Row) => (dash >= 0 ? dash : indent);

type Above = Map<number, readonly Level[]>;

/** @param above what lies above a line and was worked out before */
function levelsAt(
  rows: readonly Row[],
  at: number,
  here: Row,
  above: Above = new Map(),
): readonly Level[] {
  const { beside, first, dash } = mapAround(rows, at, here);
  const line = parentOf(rows, first, dash, here.indent);
  const list: readonly Level[] = dash < 0 ? [] : [{ kind: 'list', from: line }];
  const map: Level = { kind: 'map', key: undefined, beside, from: first };
  return [...levelsAbove(rows, line, above), ...list, map];
}

function levelsAbove(rows: readonly Row[], line: number, above: Above): readonly Level[] {
  const row = rows[line];
  const known = above.get(line);
  if (!row || known) return known ?? [];
  const levels = [...levelsAt(rows, line, row, above)];
  const last = levels.pop();
  if (last?.kind === 'map') levels.push({ ...last, key: row.key });
  above.set(line, levels);
  return levels;
}

/** All keys of the object that the line is a part of, and the dash that begins it. */
function mapAround(rows: readonly Row[], at: number, here: Row) {
  const beside = new Map<string, string>();
  const add = (row: Row) => row.key !== undefined && beside.set(row.key, row.value);
  let first = at;
  let { dash } = here;
  for (let n = at - 1; n >= 0 && dash < 0; n--) {
    const row = rows[n];
    if (!row || row.blank) continue;
    if (row.indent < here.indent) break;
    if (row.indent > here.indent) continue;
    add(row);
    first = n;
    dash = row.dash;
  }
  for (let n = at + 1; n < rows.length; n++) {
    const row = rows[n];
    if (!row || row.blank) continue;
    if (lead(row) < here.indent) break;
    if (row.indent === here.indent) add(row);
  }
  return { beside, first, dash };
}

/** The line whose key holds it: set in less, or of a list as far as its dash. */
function parentOf(rows: readonly Row[], first: number, dash: number, indent: number): number {
  for (let n = first - 1; n >= 0; n--) {
    const row = rows[n];
    if (!row || row.blank || row.key === undefined) continue;
    const holds =
      dash >= 0 ? row.indent <= dash && (row.dash < 0 || row.dash < dash) : row.indent < indent;
    if (holds && row.value === '') return n;
  }
  return -1;
}
