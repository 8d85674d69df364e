import type { Part, Readiness } from '@/lib/api/readiness';
import { homeWords } from '@/lib/words/home';

const names = (): Readonly<Record<string, string>> => homeWords.parts.names;
const duties = (): Readonly<Record<string, string>> => homeWords.parts.duties;

/** What people call a part; one this page does not know keeps its own name. */
export const nameOf = (part: string) =>
  names()[part] ?? part.charAt(0).toUpperCase() + part.slice(1);

export const sentenceOf = (name: string, part: Part) =>
  part.state === 'up'
    ? (duties()[name] ?? homeWords.parts.fine)
    : (part.reason ?? homeWords.parts.noReason);

export const waitingParts = (readiness: Readiness) =>
  Object.entries(readiness.parts)
    .filter(([, part]) => part.state !== 'up')
    .map(([name]) => nameOf(name));
