import type { Level, Named, Place } from './place';

interface Open {
  readonly kind: 'map' | 'list';
  key: string | undefined;
  readonly beside: Map<string, string>;
  /** A colon has come: what follows is the value. */
  valued: boolean;
  readonly from: number;
}

const open = (kind: Open['kind'], from: number): Open => ({
  kind,
  from,
  key: undefined,
  beside: new Map(),
  valued: false,
});

const token = /"(?:[^"\\]|\\.)*"?|[{}[\]:,]|[^\s{}[\]:,"]+/g;

/** Where the cursor is, told by what stands before it; half of a document is enough. */
export function jsonPlace(text: string, cursor: number): Place | undefined {
  const before = text.slice(0, cursor);
  const stack: Open[] = [];
  let last = { sign: '', from: cursor };
  for (const found of before.matchAll(token)) {
    const [sign] = found;
    last = { sign, from: found.index };
    take(stack, sign, found.index);
  }
  const top = stack.at(-1);
  if (!top || top.kind !== 'map') return undefined;
  const unfinished = isUnfinished(last.sign, last.from + last.sign.length === cursor);
  const written = unfinished ? last.sign.replace(/^"/, '') : '';
  return {
    levels: stack.map(levelOf),
    at: top.valued ? 'value' : 'key',
    written,
    from: cursor - written.length,
  };
}

/** A text without its end, or a bare word that the cursor touches. */
const isUnfinished = (sign: string, touched: boolean) =>
  touched && (sign.startsWith('"') ? !/^"(?:[^"\\]|\\.)*"$/.test(sign) : /^\w/.test(sign));

const levelOf = ({ kind, key, beside, valued, from }: Open): Level =>
  kind === 'list' ? { kind, from } : { kind, key: valued ? key : undefined, beside, from };

/** What is around the cursor, whatever is written there. */
export function jsonLevels(text: string, cursor: number): readonly Level[] {
  const stack: Open[] = [];
  for (const { 0: sign, index } of text.slice(0, cursor).matchAll(token)) take(stack, sign, index);
  return stack.map(levelOf);
}

/** All names of this kind up to there; what stands beside each is filled in as it comes. */
export function jsonNamed(text: string, upTo: number, key: 'id' | 'event'): readonly Named[] {
  const stack: Open[] = [];
  const found: Named[] = [];
  for (const { 0: sign, index } of text.slice(0, upTo).matchAll(token)) {
    const top = stack.at(-1);
    if (top?.valued && top.key === key && sign.startsWith('"'))
      found.push({ value: unquoted(sign), levels: stack.map(levelOf) });
    take(stack, sign, index);
  }
  return found;
}

function take(stack: Open[], sign: string, from: number): void {
  const top = stack.at(-1);
  if (sign === '{' || sign === '[') {
    if (top?.kind === 'map' && top.key !== undefined) top.beside.set(top.key, '');
    stack.push(open(sign === '{' ? 'map' : 'list', from));
  } else if (sign === '}' || sign === ']') stack.pop();
  else if (!top) return;
  else if (sign === ',') top.valued = false;
  else if (sign === ':') top.valued = true;
  else if (top.valued && top.key !== undefined) top.beside.set(top.key, unquoted(sign));
  else top.key = unquoted(sign);
}

const unquoted = (sign: string) => sign.replace(/^"|"$/g, '');
