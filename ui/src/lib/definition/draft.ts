import type { Source } from '../api/automations';

/** A draft as the server keeps it. */
export interface Kept {
  readonly source: Source;
  readonly etag: string | undefined;
  readonly savedAt: string;
  readonly savedByName: string;
}

/**
 * What somebody writes, and what it was made from. Nothing is overwritten unseen: where another one
 * was saved meanwhile, both are kept until the person has chosen.
 */
export interface Draft {
  readonly base: Kept;
  readonly source: Source;
  readonly phase: 'resting' | 'saving' | 'refused';
  /** Why it was not saved, in the words of the server. */
  readonly says: string | undefined;
  /** What somebody else saved while this one has changes of its own. */
  readonly theirs: Kept | undefined;
  /** What was sent since the last answer: any of it may have been kept, though nobody said so. */
  readonly sent: readonly Source[];
}

export type Happening =
  | { readonly type: 'written'; readonly source: Source }
  | { readonly type: 'saving' }
  | { readonly type: 'saved'; readonly kept: Kept }
  | { readonly type: 'refused'; readonly says: string }
  | { readonly type: 'seen'; readonly kept: Kept }
  | { readonly type: 'take theirs' }
  | { readonly type: 'keep mine' }
  | { readonly type: 'given up' };

export const draftOf = (kept: Kept): Draft => ({
  base: kept,
  source: kept.source,
  phase: 'resting',
  says: undefined,
  theirs: undefined,
  sent: [],
});

export const same = (one: Source, other: Source) =>
  one.text === other.text && one.format === other.format;

export const isChanged = ({ base, source }: Draft) => !same(base.source, source);

/** It may be sent: there is something to save, and nobody has to choose first. */
export const isToSave = (draft: Draft) =>
  isChanged(draft) && draft.phase === 'resting' && draft.theirs === undefined;

export function after(draft: Draft, happening: Happening): Draft {
  switch (happening.type) {
    case 'written':
      return {
        ...draft,
        source: happening.source,
        phase: draft.phase === 'refused' ? 'resting' : draft.phase,
        says: undefined,
      };
    case 'saving':
      return { ...draft, phase: 'saving', says: undefined, sent: [...draft.sent, draft.source] };
    case 'saved':
      // What was written meanwhile is not in it, and stays to be saved.
      return { ...draft, base: happening.kept, phase: 'resting', theirs: undefined, sent: [] };
    case 'refused':
      return { ...draft, phase: 'refused', says: happening.says };
    case 'seen':
      return seen(draft, happening.kept);
    case 'take theirs':
      return draft.theirs ? draftOf(draft.theirs) : draft;
    case 'keep mine':
      return draft.theirs
        ? { ...draft, base: draft.theirs, theirs: undefined, phase: 'resting' }
        : draft;
    case 'given up':
      return draftOf(draft.theirs ?? draft.base);
  }
}

/** Another one is taken in where nothing of one's own is lost by it; else the person is asked. */
function seen(draft: Draft, kept: Kept): Draft {
  if (kept.etag === draft.base.etag) return draft;
  // A pause or a publish gives it another mark: that is no other draft.
  if (same(kept.source, draft.base.source)) return { ...draft, base: kept, theirs: undefined };
  if (draft.sent.some((sent) => same(kept.source, sent))) return arrived(draft, kept);
  if (!isChanged(draft) && draft.phase !== 'saving') return draftOf(kept);
  return { ...draft, theirs: kept, phase: 'resting' };
}

/** One's own, of which no answer came: whoever wrote it is not asked to choose. */
function arrived(draft: Draft, kept: Kept): Draft {
  const isSaving = draft.phase === 'saving';
  return {
    ...draft,
    base: kept,
    theirs: undefined,
    says: undefined,
    phase: isSaving ? 'saving' : 'resting',
    // What is still on its way may be kept after this one.
    sent: isSaving ? draft.sent.slice(-1) : [],
  };
}
