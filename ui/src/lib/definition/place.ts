/** One floor of a definition around the cursor. */
export type Level =
  | {
      readonly kind: 'map';
      /** The key that leads further down, or at the last floor the one whose value is written. */
      readonly key: string | undefined;
      /** What stands beside it; values as they are written, lists and objects as ''. */
      readonly beside: ReadonlyMap<string, string>;
      /** Where it begins, which tells it from others. */
      readonly from: number;
    }
  | { readonly kind: 'list'; readonly from: number };

/** A name that other places go by: the id of a step, or an event that starts the whole. */
export interface Named {
  readonly value: string;
  readonly levels: readonly Level[];
}

/** Where somebody writes, and what. */
export interface Place {
  /** From the whole down to the cursor. */
  readonly levels: readonly Level[];
  readonly at: 'key' | 'value';
  /** What of it stands there already, and where it begins. */
  readonly written: string;
  readonly from: number;
}

/** Within `${…}`, or where an expression stands by itself: the word that is being written. */
export interface ExpressionPlace {
  readonly written: string;
  readonly from: number;
}

const bare: ReadonlySet<string> = new Set(['when', 'if', 'switch', 'for_each', 'collect']);

/** A name with its dots, up to the cursor. */
const word = /[A-Za-z_](?:[\w.?]|\[\d+\])*$|(?<=[\s(!&|=<>+\-*/,[{]|^)$/;

/** What of the expression around the cursor is being written, if there is one. */
export function expressionAt(
  text: string,
  cursor: number,
  place: Place | undefined,
): ExpressionPlace | undefined {
  const line = text.slice(text.lastIndexOf('\n', cursor - 1) + 1, cursor);
  const opened = line.lastIndexOf('${');
  const inside = opened >= 0 && !line.slice(opened).includes('}');
  if (!inside && !isBare(place)) return undefined;
  if (isInText(inside ? line.slice(opened + 2) : (place?.written ?? ''))) return undefined;
  const written = word.exec(inside ? line.slice(opened + 2) : line)?.[0];
  return written === undefined ? undefined : { written, from: cursor - written.length };
}

function isBare(place: Place | undefined): boolean {
  const last = place?.levels.at(-1);
  return place?.at === 'value' && last?.kind === 'map' && bare.has(last.key ?? '');
}

const whole = /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/g;

/** Within a text of the expression nothing is a name. The first mark of a bare one is its wrapping. */
const isInText = (expression: string) =>
  /['"]/.test(expression.replace(/^["']/, '').replaceAll('\\"', '"').replaceAll(whole, ''));
