import type { Source } from '../api/automations';
import { after, type Draft, draftOf, isChanged, type Kept } from './draft';

/** Of one tab: it outlives a session that ends and a page that is loaded anew, not the tab. */
const placeOf = (person: string, automation: string) =>
  `pilothouse.unsaved.${person}.${automation}`;

/** Keeps what is written and not saved yet; what is saved needs no keeping. */
export function keepUnsaved(person: string, automation: string, draft: Draft): void {
  const place = placeOf(person, automation);
  try {
    if (isChanged(draft))
      sessionStorage.setItem(place, JSON.stringify({ base: draft.base, source: draft.source }));
    else sessionStorage.removeItem(place);
  } catch {
    // Storage may be full or switched off: then an unsaved text lives as long as its page.
  }
}

/** A draft that goes on from what was kept here; somebody else may have saved another meanwhile. */
export function regained(person: string, automation: string, kept: Kept): Draft {
  const unsaved = read(placeOf(person, automation));
  return unsaved
    ? after({ ...draftOf(unsaved.base), source: unsaved.source }, { type: 'seen', kept })
    : draftOf(kept);
}

/** Storage holds whatever somebody put there: what cannot be read is left out. */
function read(place: string): { readonly base: Kept; readonly source: Source } | undefined {
  try {
    const { base, source } = JSON.parse(sessionStorage.getItem(place) ?? '{}') as Partial<Draft>;
    return base && isSource(base.source) && isSource(source) ? { base, source } : undefined;
  } catch {
    return undefined;
  }
}

const isSource = (found: Source | undefined): found is Source =>
  typeof found?.text === 'string' && (found.format === 'yaml' || found.format === 'json');
