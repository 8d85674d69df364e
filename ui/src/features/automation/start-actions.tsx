import { useNavigate } from '@tanstack/react-router';
import { Play } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Menu, MenuItem } from '@/components/ui/menu';
import type { DraftedAutomation } from '@/lib/api/automations';
import type { Started } from '@/lib/api/starts';
import type { ManualTrigger } from '@/lib/chain/model';
import { Unreachable } from '@/lib/http';
import { may } from '@/lib/rights';
import { dismiss, toast } from '@/lib/toasts';
import { automationWords } from '@/lib/words/automation';
import { startWords } from '@/lib/words/start';
import { StartDialog } from './start-dialog';
import { useManualTriggers } from './use-manual-triggers';
import { useStart } from './use-start';
import { saidOf, useStartCommands } from './use-start-commands';

interface StartActionsProps {
  readonly automation: DraftedAutomation;
  readonly role: string;
  /** The address asks which one, and with what. */
  readonly asked: boolean;
  readonly onAnswered: () => void;
}

/** The buttons by which people start it: what asks for nothing starts at once, the rest in a dialog. */
export function StartActions({ automation, role, asked, onAnswered }: StartActionsProps) {
  const triggers = useManualTriggers(automation);
  const [open, setOpen] = useState<readonly ManualTrigger[]>();
  const start = useStart(automation.id);
  const goToRun = useGoToRun();
  const toasted = `start ${automation.id}`;
  const startAtOnce = ({ label }: ManualTrigger) =>
    start.mutate(
      { trigger: label },
      {
        onSuccess: (started) => {
          if (!goToRun(started)) tellNoRun(toasted, started);
        },
        onError: (error) => tellFailure(toasted, error),
      },
    );
  const press = (trigger: ManualTrigger) => {
    if (start.isPending) return;
    start.reset();
    dismiss(toasted);
    if (trigger.input === undefined) startAtOnce(trigger);
    else setOpen([trigger]);
  };
  const off = shutBy(automation, role);
  useStartCommands({ automation, triggers, off, onPress: press });
  const shown = open ?? (asked && off === undefined && triggers[0] ? triggers : undefined);
  const close = () => {
    setOpen(undefined);
    if (asked) onAnswered();
  };
  return (
    <>
      <StartButtons triggers={triggers} off={off} busy={start.isPending} onPress={press} />
      {shown && (
        <StartDialog
          automation={automation}
          triggers={shown}
          start={start}
          onStarted={(started) => {
            if (started.run !== null) close();
            goToRun(started);
          }}
          onClose={() => {
            close();
            if (!start.isPending) start.reset();
          }}
        />
      )}
    </>
  );
}

function shutBy({ state }: DraftedAutomation, role: string): string | undefined {
  if (!may(role, 'start')) return automationWords.mayNot;
  return state === 'published' ? undefined : startWords.off[state];
}

/** Whether there is a run to go to. */
function useGoToRun(): (started: Started) => boolean {
  const navigate = useNavigate();
  return ({ run, duplicate }) => {
    if (run === null) return false;
    if (duplicate) toast({ tone: 'told', says: startWords.before });
    void navigate({ to: '/runs/$id', params: { id: run } });
    return true;
  };
}

const tellNoRun = (id: string, { reason }: Started) =>
  toast({ id, tone: 'failed', says: `${startWords.noRun} ${reason}` });

const tellFailure = (id: string, error: Error) =>
  toast({
    id,
    tone: 'failed',
    says: error instanceof Unreachable ? startWords.lost : `${startWords.refused} ${error.message}`,
  });

interface StartButtonsProps {
  readonly triggers: readonly ManualTrigger[];
  readonly off: string | undefined;
  readonly busy: boolean;
  readonly onPress: (trigger: ManualTrigger) => void;
}

function StartButtons({ triggers, off, busy, onPress }: StartButtonsProps) {
  const [first, second] = triggers;
  if (!first) return null;
  const several = second !== undefined;
  const button = (
    <Button off={off} busy={busy} {...(!several && { onClick: () => onPress(first) })}>
      {!busy && <Icon of={Play} size={14} />}
      <span className="max-w-56 truncate">{several ? startWords.several : saidOf(first)}</span>
    </Button>
  );
  if (!several || off !== undefined) return button;
  return (
    <Menu trigger={button} align="end">
      {triggers.map((trigger) => (
        <MenuItem key={trigger.label} onClick={() => onPress(trigger)}>
          {saidOf(trigger)}
        </MenuItem>
      ))}
    </Menu>
  );
}
