import type { Source } from '../api/automations';

/** In which line of a definition one of its own keys stands; undefined where it is not written. */
export function lineOfKey({ format, text }: Source, key: string): number | undefined {
  const at = format === 'json' ? inJson(text, key) : inYaml(text, key);
  return at < 0 ? undefined : text.slice(0, at).split('\n').length;
}

const inYaml = (text: string, key: string) =>
  text.search(new RegExp(`^(["']?)${key}\\1\\s*:`, 'm'));

const token = /"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\]]/g;

/** What lies deeper may have a key of the same name. */
function inJson(text: string, key: string): number {
  let depth = 0;
  for (const { 0: sign, 1: colon, index } of text.matchAll(token)) {
    if (sign === '{' || sign === '[') depth++;
    else if (sign === '}' || sign === ']') depth--;
    else if (depth === 1 && colon !== undefined && sign.startsWith(`"${key}"`)) return index;
  }
  return -1;
}
