import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Confirm } from '@/components/ui/confirm';
import { type Automation, automationKey } from '@/lib/api/automations';
import { order, type StandingOrder } from '@/lib/api/standing';
import { toast } from '@/lib/toasts';
import { automationWords } from '@/lib/words/automation';

interface StandingButtonProps {
  readonly automation: Automation;
  readonly what: StandingOrder;
  /** Why this person cannot. */
  readonly off?: string | undefined;
}

/** Asks why, orders it, and says what the server made of it. */
export function StandingButton({ automation, what, off }: StandingButtonProps) {
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const said = automationWords.standing[what];
  const given = useMutation({
    mutationFn: (reason: string) => order(automation.id, what, reason),
    onSuccess: async () => {
      setOpen(false);
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
      {open && (
        <Confirm
          open
          onClose={() => {
            setOpen(false);
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
