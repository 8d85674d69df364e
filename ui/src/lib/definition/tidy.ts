import type { Source } from '../api/automations';

/**
 * The same definition, evenly set: JSON anew, of YAML the ends of lines, tabs and empty lines at
 * the end. What somebody wrote for people, comments and order, stays. Undefined where it is no JSON.
 */
export function tidy({ format, text }: Source): string | undefined {
  return format === 'json' ? tidyJson(text) : tidyYaml(text);
}

function tidyJson(text: string): string | undefined {
  try {
    return `${JSON.stringify(JSON.parse(text), undefined, 2)}\n`;
  } catch {
    return undefined;
  }
}

const tidyYaml = (text: string) =>
  `${text
    .replaceAll('\r\n', '\n')
    .split('\n')
    .map((line) => line.replace(/^[ \t]+/, spaced).replace(/[ \t]+$/, ''))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd()}\n`;

/** YAML knows no tabs: whoever typed one meant to go in by one step. */
const spaced = (lead: string) => lead.replaceAll('\t', '  ');
