import { useMemo, useState } from 'react';
import { Button } from '@/components/ui/button';
import type { Automation } from '@/lib/api/automations';
import { type KeyBinding, useKeys } from '@/lib/keys';
import { useLatest } from '@/lib/latest';
import { definitionWords } from '@/lib/words/definition';
import { PublishDialog } from './publish-dialog';
import { usePublishCommand } from './publish-command';

interface PublishButtonProps {
  readonly automation: Automation;
  /** Of the draft that the person has seen: no other goes live. */
  readonly etag: string | undefined;
  readonly problems: number;
  /** Why it cannot be now. */
  readonly off: string | undefined;
  /** Before it is asked: what is written has to be what is kept. */
  readonly onBefore: () => Promise<boolean>;
}

export function PublishButton({ automation, etag, problems, off, onBefore }: PublishButtonProps) {
  const [open, setOpen] = useState(false);
  const says = problems > 0 ? definitionWords.fix(problems) : definitionWords.publish;
  const shut = problems > 0 ? says : off;
  const ask = useLatest<void>(() => void onBefore().then(setOpen));
  usePublishKey(shut === undefined, ask);
  usePublishCommand({ automation, offered: off === undefined, off: shut, hotkey: publishKey, ask });
  return (
    <>
      <Button look="primary" off={shut} hotkey={publishKey} onClick={() => ask()}>
        {says}
      </Button>
      {open && <PublishDialog automation={automation} etag={etag} onClose={() => setOpen(false)} />}
    </>
  );
}

const publishKey = 'Shift+P';
const none: readonly KeyBinding[] = [];

function usePublishKey(works: boolean, ask: () => void): void {
  useKeys(
    useMemo(
      () =>
        works
          ? [{ keys: [[publishKey]], says: definitionWords.publishKey, does: () => ask() }]
          : none,
      [works, ask],
    ),
  );
}
