import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Archive, ArchiveRestore, Pause, Play } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Confirm } from '@/components/ui/confirm';
import { type Automation, automationKey } from '@/lib/api/automations';
import { order, type StandingOrder } from '@/lib/api/standing';
import { type Command, useCommands } from '@/lib/commands';
import { useLatest } from '@/lib/latest';
import { toast } from '@/lib/toasts';
import { automationWords } from '@/lib/words/automation';

interface StandingButtonProps {
  readonly automation: Automation;
  readonly what: StandingOrder;
  /** Why this person cannot. */
  readonly off?: string | undefined;
  /** The palette offers it, too. */
  readonly offered?: boolean;
  /** The address asks for it. */
  readonly asked?: boolean;
  readonly onAnswered?: (() => void) | undefined;
}

const icons = {
  pause: Pause,
  resume: Play,
  archive: Archive,
  restore: ArchiveRestore,
} satisfies Record<StandingOrder, typeof Pause>;

const nothing: readonly Command[] = [];

/** Asks why, orders it, and says what the server made of it. */
export function StandingButton(props: StandingButtonProps) {
  const { automation, what, off, asked = false, onAnswered } = props;
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const said = automationWords.standing[what];
  useOffer(props, () => setOpen(true));
  const close = () => {
    setOpen(false);
    if (asked) onAnswered?.();
  };
  const given = useMutation({
    mutationFn: (reason: string) => order(automation.id, what, reason),
    onSuccess: async () => {
      close();
      toast({ tone: 'done', says: said.done(automation.name) });
      await Promise.all([
        queries.invalidateQueries({ queryKey: automationKey(automation.id) }),
        queries.invalidateQueries({ queryKey: ['automations'] }),
      ]);
    },
  });
  return (
    <>
      <Button off={off} onClick={() => setOpen(true)}>
        {said.button}
      </Button>
      {(open || asked) && off === undefined && (
        <Confirm
          open
          onClose={() => {
            close();
            given.reset();
          }}
          title={said.title(automation.name)}
          about={said.about}
          does={said.does}
          why={what === 'pause' ? 'needed' : 'asked'}
          busy={given.isPending}
          refused={given.error?.message}
          onConfirm={(reason) => given.mutate(reason)}
        />
      )}
    </>
  );
}

function useOffer({ automation, what, off, offered }: StandingButtonProps, onAsk: () => void) {
  const { id, name } = automation;
  const ask = useLatest<void>(onAsk);
  useCommands(
    useMemo(
      () =>
        offered
          ? [
              {
                id: `${what} ${id}`,
                says: automationWords.standing[what].button,
                group: 'do',
                about: name,
                icon: icons[what],
                ...(off !== undefined && { off }),
                does: ask,
              },
            ]
          : nothing,
      [offered, id, name, what, off, ask],
    ),
  );
}
