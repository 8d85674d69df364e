/** An expression as it is worked out, whatever signs its surroundings made its author write. */
export interface WholeExpression {
  readonly text: string;
  /** It reads what only a run has: outputs of steps, variables, the items of a loop. */
  readonly needsRun: boolean;
}

const bare =
  /^\s*(?:- +)*"?(?:when|if|switch|for_each|collect)"?\s*:\s+("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|.+?)\s*,?\s*(?:\s#.*)?$/;

const namedItem = /^\s*(?:- +)*"?as"?\s*:\s*"?(\w+)/gm;

/** The one around the cursor: within `${…}`, or where a condition stands by itself on a line. */
export function wholeExpressionAt(text: string, cursor: number): WholeExpression | undefined {
  const from = text.lastIndexOf('\n', cursor - 1) + 1;
  const line = text.slice(from).split('\n', 1)[0] ?? '';
  const found = withinMarks(line, cursor - from) ?? bareIn(line);
  return found === undefined || found.trim() === ''
    ? undefined
    : { text: found, needsRun: readsOf(text).test(found) };
}

function withinMarks(line: string, cursor: number): string | undefined {
  for (const { index } of line.matchAll(/(?<!\$)\$\{/g)) {
    const end = endOf(line, index + 2);
    if (end !== undefined && index <= cursor && cursor <= end + 1)
      return bared(line.slice(index + 2, end));
  }
  return undefined;
}

/** Where its bracket closes; brackets in texts do not count. */
function endOf(line: string, begin: number): number | undefined {
  let depth = 0;
  let quote = '';
  for (let at = begin; at < line.length; at++) {
    const sign = line.charAt(at);
    if (quote !== '') quote = sign === quote ? '' : quote;
    else if (sign === "'" || sign === '"') quote = sign;
    else if (sign === '{') depth++;
    else if (sign === '}' && depth-- === 0) return at;
  }
  return undefined;
}

function bareIn(line: string): string | undefined {
  const written = bare.exec(line)?.[1];
  if (written === undefined || /^[|>[{]/.test(written)) return undefined;
  if (written.startsWith("'")) return written.slice(1, -1).replaceAll("''", "'");
  return written.startsWith('"') ? bared(written.slice(1, -1)) : written;
}

/** Quotation marks of a text between quotation marks. */
const bared = (written: string) => written.replaceAll(/\\(["\\/])/g, '$1');

function readsOf(text: string): RegExp {
  const items = [...text.matchAll(namedItem)].flatMap(([, name]) => [name, `${name}_index`]);
  const names = ['steps', 'vars', 'error', 'item', 'item_index', ...items];
  return new RegExp(`(?<![.\\w'"])(?:${names.join('|')})\\b`);
}
