import { useState } from 'react';
import { TextDiff } from '@/components/ui/diff';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Strip } from '@/components/strip';
import type { Draft, Happening } from '@/lib/definition/draft';
import { words } from '@/lib/words';
import { definitionWords } from '@/lib/words/definition';

interface ConflictProps {
  readonly draft: Draft;
  readonly tell: (happening: Happening) => void;
}

/** Two people wrote: both texts are there, and one of them chooses. */
export function Conflict({ draft, tell }: ConflictProps) {
  const [compared, compare] = useState(false);
  if (!draft.theirs) return null;
  const choices = (
    <>
      <Button onClick={() => tell({ type: 'take theirs' })}>{definitionWords.takeTheirs}</Button>
      <Button onClick={() => tell({ type: 'keep mine' })}>{definitionWords.keepMine}</Button>
    </>
  );
  return (
    <>
      <Strip
        state="warning"
        title={definitionWords.stale(draft.theirs.savedByName)}
        action={
          <span className="flex flex-wrap gap-2">
            <Button onClick={() => compare(true)}>{definitionWords.compare}</Button>
            {choices}
          </span>
        }
      >
        {definitionWords.staleHint}
      </Strip>
      <Dialog
        open={compared}
        onClose={() => compare(false)}
        title={definitionWords.stale(draft.theirs.savedByName)}
        width="large"
        actions={
          <>
            <Button onClick={() => compare(false)}>{words.dialog.close}</Button>
            <span className="ml-auto flex flex-wrap gap-2">{choices}</span>
          </>
        }
      >
        <div className="mono">
          <TextDiff before={draft.theirs.source.text} after={draft.source.text} />
        </div>
      </Dialog>
    </>
  );
}
