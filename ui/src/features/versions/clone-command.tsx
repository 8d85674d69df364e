import { CopyPlus } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Automation } from '@/lib/api/automations';
import { useCommands } from '@/lib/commands';
import { versionsWords } from '@/lib/words/versions';
import { CloneDialog } from './version-dialogs';

interface CloneCommandProps {
  readonly automation: Automation;
  readonly onCloned: (id: string) => void;
}

/** The palette clones what is in force; the draft where nothing was published yet. */
export function CloneCommand({ automation, onCloned }: CloneCommandProps) {
  const { id, name, number } = automation;
  const [open, setOpen] = useState(false);
  useCommands(
    useMemo(
      () => [
        {
          id: `clone ${id}`,
          says: versionsWords.clone,
          group: 'do',
          about: name,
          icon: CopyPlus,
          does: () => setOpen(true),
        },
      ],
      [id, name],
    ),
  );
  return (
    open && (
      <CloneDialog
        automation={automation}
        from={String(number ?? 'draft')}
        onClose={() => setOpen(false)}
        onCloned={(clone) => {
          setOpen(false);
          onCloned(clone);
        }}
      />
    )
  );
}
