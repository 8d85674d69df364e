import type { Source } from '../api/automations';
import { keepUnsaved, unsavedOf } from '../unsaved';
import { after, type Draft, draftOf, isChanged, type Kept } from './draft';

/** Keeps what is written and not saved yet; what is saved needs no keeping. */
export function keepDraft(person: string, automation: string, draft: Draft): void {
  const { base, source, sent } = draft;
  // Of what was sent the last: many texts may be more than the storage holds.
  const unsaved = { base, source, sent: sent.slice(-1) };
  keepUnsaved(person, automation, isChanged(draft) ? JSON.stringify(unsaved) : undefined);
}

/** A draft that goes on from what was kept here; somebody else may have saved another meanwhile. */
export function regained(person: string, automation: string, kept: Kept): Draft {
  const unsaved = read(unsavedOf(person, automation));
  return unsaved
    ? after({ ...draftOf(unsaved.base), ...unsaved }, { type: 'seen', kept })
    : draftOf(kept);
}

function read(found: unknown): Pick<Draft, 'base' | 'source' | 'sent'> | undefined {
  const { base, source, sent = [] } = (found ?? {}) as Partial<Draft>;
  return base && isSource(base.source) && isSource(source)
    ? { base, source, sent: sent.filter(isSource) }
    : undefined;
}

const isSource = (found: Source | undefined): found is Source =>
  typeof found?.text === 'string' && (found.format === 'yaml' || found.format === 'json');
