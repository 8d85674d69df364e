type Wanted = 'value' | 'item or end' | 'key' | 'key or end' | 'colon' | 'comma or end' | 'nothing';

const sign =
  /\s*("(?:[^"\\\n]|\\.)*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[{}[\],:])/y;

/**
 * The line in which a text stops being JSON. Browsers refuse it each in words of their own, and most
 * of them without the place.
 */
export function faultyLine(text: string): number {
  const open: string[] = [];
  let wanted: Wanted = 'value';
  let read = 0;
  while (wanted !== 'nothing') {
    sign.lastIndex = read;
    const found = sign.exec(text)?.[1];
    const next: Wanted | undefined = found === undefined ? undefined : after(found, wanted, open);
    if (next === undefined) break;
    wanted = next;
    read = sign.lastIndex;
  }
  const rest = text.slice(read);
  const at = rest.trim() === '' ? text.trimEnd().length : read + rest.search(/\S/);
  return text.slice(0, at).split('\n').length;
}

/** What may follow; undefined where it may not stand there. */
function after(found: string, wanted: Wanted, open: string[]): Wanted | undefined {
  if (wanted === 'colon') return found === ':' ? 'value' : undefined;
  if (wanted === 'comma or end' && found === ',') return open.at(-1) === '{' ? 'key' : 'value';
  if (found === '}' || found === ']') return closed(found, wanted, open);
  if (wanted === 'key' || wanted === 'key or end')
    return found.startsWith('"') ? 'colon' : undefined;
  if (wanted === 'comma or end' || found === ',' || found === ':') return undefined;
  if (found === '{' || found === '[') {
    open.push(found);
    return found === '{' ? 'key or end' : 'item or end';
  }
  return behindValue(open);
}

function closed(found: string, wanted: Wanted, open: string[]): Wanted | undefined {
  const fits = open.at(-1) === (found === '}' ? '{' : '[') && wanted.endsWith('or end');
  if (!fits) return undefined;
  open.pop();
  return behindValue(open);
}

const behindValue = (open: readonly string[]): Wanted =>
  open.length === 0 ? 'nothing' : 'comma or end';
