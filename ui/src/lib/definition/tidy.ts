import type { Source } from '../api/automations';
import { faultyLine } from './json-fault';

export type Tidied =
  | { readonly text: string }
  /** It is no JSON: the line in which it stops being it. */
  | { readonly text?: undefined; readonly wrongIn: number };

/**
 * The same definition, evenly set: JSON anew, of YAML the ends of lines, tabs and empty lines at
 * the end. What somebody wrote for people, comments and order, stays.
 */
export const tidy = ({ format, text }: Source): Tidied =>
  format === 'json' ? tidyJson(text) : { text: tidyYaml(text) };

function tidyJson(text: string): Tidied {
  try {
    return { text: `${JSON.stringify(JSON.parse(text), undefined, 2)}\n` };
  } catch {
    return { wrongIn: faultyLine(text) };
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
