import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { type DraftedAutomation, automationKey, automationQuery } from '@/lib/api/automations';
import { saveDraft } from '@/lib/api/definitions';
import { useMe } from '@/lib/api/me';
import {
  after,
  type Draft,
  draftOf,
  type Happening,
  isChanged,
  isToSave,
  type Kept,
  same,
} from '@/lib/definition/draft';
import { keepDraft, regained } from '@/lib/definition/unsaved';
import { type Marked, Refused } from '@/lib/http';
import { toast } from '@/lib/toasts';
import { words } from '@/lib/words';
import { definitionWords } from '@/lib/words/definition';

/** Whoever stops writing for so long has it saved. */
const pause = 2_000;

const keptOf = ({ body, etag }: Marked<DraftedAutomation>): Kept => ({
  source: body.source,
  etag,
  savedAt: body.savedAt,
  savedByName: body.savedByName,
});

/** The draft of one automation while somebody writes it. */
export function useDraft(marked: Marked<DraftedAutomation>, mayWrite: boolean) {
  const queries = useQueryClient();
  const { id } = marked.body;
  const { draft, now, tell } = useTold(marked, mayWrite);

  const send = async (): Promise<boolean> => {
    const { source, base } = now.current;
    tell({ type: 'saving' });
    await queries.cancelQueries({ queryKey: automationKey(id) });
    try {
      const { body, etag } = await saveDraft(id, source, base.etag);
      const { savedAt, savedByName } = body;
      queries.setQueryData(
        automationQuery(id).queryKey,
        // Whether it says anything else than what is in force, the next look tells; until then it may.
        (before) =>
          before && {
            etag,
            body: { ...before.body, savedAt, savedByName, source, unpublishedChanges: true },
          },
      );
      tell({ type: 'saved', kept: { source, etag, savedAt, savedByName } });
      void queries.invalidateQueries({ queryKey: automationKey(id) });
      return true;
    } catch (error) {
      const isStale = error instanceof Refused && error.status === 412;
      // One's own that was thought lost was seen meanwhile: it goes on from there.
      if (isStale && now.current.base.etag !== base.etag && !now.current.theirs) return send();
      const says = error instanceof Error ? error.message : definitionWords.refused;
      tell({ type: 'refused', says });
      // Somebody was quicker: what they saved comes with the next look.
      if (isStale) await queries.invalidateQueries({ queryKey: automationKey(id) });
      return false;
    }
  };

  const underWay = useRef<Promise<boolean>>(undefined);
  /** One at a time: a second with the same mark would be refused. */
  const save = () =>
    (underWay.current ??= send().finally(() => {
      underWay.current = undefined;
    }));
  /** With what is written while it is saved, even where that is what was there before. */
  const saveAll = async (): Promise<boolean> => {
    while (underWay.current || isChanged(now.current))
      // Each waits for the one before on purpose.
      // oxlint-disable-next-line no-await-in-loop
      if (!(await save())) return false;
    return true;
  };

  useSeen(marked, draft, (kept) => tell({ type: 'seen', kept }));
  useSavedByItself(mayWrite && isToSave(draft) ? draft.source.text : undefined, save);
  return { draft, textNow: () => now.current.source.text, tell, saveAll };
}

/** The draft as it is drawn, and as it is now: what is asked between two drawings goes by the latter. */
function useTold(marked: Marked<DraftedAutomation>, mayWrite: boolean) {
  const { email } = useMe();
  const { id } = marked.body;
  const [draft, draw] = useState(() =>
    mayWrite ? regained(email, id, keptOf(marked)) : draftOf(keptOf(marked)),
  );
  const now = useRef(draft);
  useEffect(() => {
    if (isChanged(now.current)) toast({ tone: 'told', says: words.regained });
  }, []);
  useEffect(() => keepDraft(email, id, draft), [email, id, draft]);
  const tell = (happening: Happening) => {
    now.current = after(now.current, happening);
    draw(now.current);
  };
  return { draft, now, tell };
}

/** What the server has now, whoever saved it. */
function useSeen(
  marked: Marked<DraftedAutomation>,
  draft: Draft,
  onSeen: (kept: Kept) => void,
): void {
  const latest = useRef({ draft, onSeen });
  // Both with the drawing itself: a letter between what is told and what is drawn of it would be
  // put into the text of before, and that be saved over a colleague's draft that nobody has seen.
  useLayoutEffect(() => {
    latest.current = { draft, onSeen };
  });
  useLayoutEffect(() => {
    const { draft: before, onSeen: tellIt } = latest.current;
    const kept = keptOf(marked);
    if (kept.etag === before.base.etag) return;
    tellIt(kept);
    if (isChanged(before) || same(kept.source, before.base.source)) return;
    toast({ tone: 'told', says: definitionWords.arrived(kept.savedByName) });
  }, [marked]);
}

function useSavedByItself(text: string | undefined, save: () => Promise<boolean>): void {
  const latest = useRef(save);
  useEffect(() => {
    latest.current = save;
  });
  useEffect(() => {
    if (text === undefined) return undefined;
    const timer = setTimeout(() => void latest.current(), pause);
    return () => clearTimeout(timer);
  }, [text]);
}
