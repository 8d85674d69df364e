import { Upload } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Automation } from '@/lib/api/automations';
import { type Command, useCommands } from '@/lib/commands';
import type { Key } from '@/lib/keys';
import { useLatest } from '@/lib/latest';
import { definitionWords } from '@/lib/words/definition';
import { PublishDialog } from './publish-dialog';

const none: readonly Command[] = [];

interface Publishing {
  readonly automation: Automation;
  /** Whether there is something to publish. */
  readonly offered: boolean;
  readonly off?: string | undefined;
  /** Where a key does it, too. */
  readonly hotkey?: Key;
  readonly ask: () => void;
}

/** The palette offers it where there is something to publish. */
export function usePublishCommand({ automation, offered, off, hotkey, ask }: Publishing): void {
  const { id, name } = automation;
  useCommands(
    useMemo(
      () =>
        offered
          ? [
              {
                id: `publish ${id}`,
                says: definitionWords.publish,
                group: 'do',
                about: name,
                icon: Upload,
                ...(hotkey !== undefined && { key: hotkey }),
                ...(off !== undefined && { off }),
                does: ask,
              },
            ]
          : none,
      [offered, id, name, hotkey, off, ask],
    ),
  );
}

interface PublishCommandProps {
  readonly automation: Automation;
  /** Of the draft as it is kept. */
  readonly etag: string | undefined;
}

/** Publishing from beside the editor: what was written there is kept by then. */
export function PublishCommand({ automation, etag }: PublishCommandProps) {
  const [open, setOpen] = useState(false);
  const ask = useLatest<void>(() => setOpen(true));
  const { state, number, unpublishedChanges } = automation;
  const drafted = number === null || unpublishedChanges;
  usePublishCommand({ automation, offered: drafted && state !== 'archived', ask });
  return (
    open && <PublishDialog automation={automation} etag={etag} onClose={() => setOpen(false)} />
  );
}
