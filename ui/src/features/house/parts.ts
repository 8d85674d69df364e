import type { Part, Readiness } from '@/lib/api/readiness';
import { words } from '@/lib/words';

const names: Readonly<Record<string, string>> = words.parts.names;
const duties: Readonly<Record<string, string>> = words.parts.duties;

/** What people call a part; one this page does not know keeps its own name. */
export const nameOf = (part: string) => names[part] ?? part.charAt(0).toUpperCase() + part.slice(1);

export const sentenceOf = (name: string, part: Part) =>
  part.state === 'up' ? (duties[name] ?? words.parts.fine) : (part.reason ?? words.parts.noReason);

export const waitingParts = (readiness: Readiness) =>
  Object.entries(readiness.parts)
    .filter(([, part]) => part.state !== 'up')
    .map(([name]) => nameOf(name));
