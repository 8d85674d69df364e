import { Play } from 'lucide-react';
import { useMemo } from 'react';
import type { Automation } from '@/lib/api/automations';
import type { ManualTrigger } from '@/lib/chain/model';
import { type Command, useCommands } from '@/lib/commands';
import { useLatest } from '@/lib/latest';
import { startWords } from '@/lib/words/start';

interface StartCommands {
  readonly automation: Automation;
  readonly triggers: readonly ManualTrigger[];
  readonly off: string | undefined;
  readonly onPress: (trigger: ManualTrigger) => void;
}

/** The palette says what the buttons say. */
export function useStartCommands({ automation, triggers, off, onPress }: StartCommands): void {
  const { id, name } = automation;
  const press = useLatest(onPress);
  useCommands(
    useMemo<readonly Command[]>(
      () =>
        triggers.map((trigger) => ({
          id: `start ${id} ${trigger.label}`,
          says: startWords.command(saidOf(trigger)),
          group: 'do',
          about: name,
          icon: Play,
          ...(off !== undefined && { off }),
          does: () => press(trigger),
        })),
      [triggers, id, name, off, press],
    ),
  );
}

/** With an ellipsis where a dialog follows. */
export const saidOf = ({ label, input }: ManualTrigger) =>
  input === undefined ? label : startWords.asks(label);
