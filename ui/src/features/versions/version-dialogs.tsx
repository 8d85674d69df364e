import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Confirm } from '@/components/ui/confirm';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/text-field';
import { type Automation, automationKey } from '@/lib/api/automations';
import { clone } from '@/lib/api/standing';
import { rollBack } from '@/lib/api/versions';
import { toast } from '@/lib/toasts';
import { words } from '@/lib/words';
import { automationsWords } from '@/lib/words/automations';
import { versionsWords } from '@/lib/words/versions';

interface RollBackDialogProps {
  readonly automation: Automation;
  readonly to: number;
  readonly onClose: () => void;
}

export function RollBackDialog({ automation, to, onClose }: RollBackDialogProps) {
  const queries = useQueryClient();
  const called = automationsWords.versionOf(to);
  const back = useMutation({
    mutationFn: (note: string) => rollBack(automation.id, to, note),
    onSuccess: async ({ warnings }) => {
      onClose();
      toast({
        tone: 'done',
        says:
          warnings.length === 0
            ? versionsWords.rolledBack(called)
            : versionsWords.rolledBackWarned(called, warnings.length),
      });
      await Promise.all([
        queries.invalidateQueries({ queryKey: automationKey(automation.id) }),
        queries.invalidateQueries({ queryKey: ['automations'] }),
      ]);
    },
  });
  return (
    <Confirm
      open
      onClose={onClose}
      title={versionsWords.rollBackTitle(called)}
      about={versionsWords.rollBackAbout}
      does={versionsWords.rollBackDoes}
      why="asked"
      busy={back.isPending}
      refused={back.error?.message}
      onConfirm={(note) => back.mutate(note)}
    />
  );
}

interface CloneDialogProps extends Omit<RollBackDialogProps, 'to'> {
  /** A number, or "draft". */
  readonly from: string;
  readonly onCloned: (id: string) => void;
}

export function CloneDialog({ automation, from, onClose, onCloned }: CloneDialogProps) {
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const form = useId();
  const made = useMutation({
    mutationFn: () => clone(automation.id, name.trim(), from === 'draft' ? undefined : from),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['automations'] });
      onCloned(id);
    },
  });
  const missing = name.trim() === '';
  const called = from === 'draft' ? versionsWords.draft : automationsWords.versionOf(Number(from));
  return (
    <Dialog
      open
      onClose={onClose}
      title={versionsWords.cloneTitle(called)}
      about={versionsWords.cloneAbout}
      actions={
        <>
          <Button onClick={onClose}>{words.dialog.close}</Button>
          <Button
            type="submit"
            form={form}
            look="primary"
            busy={made.isPending}
            off={missing ? words.field.required : undefined}
            className="ml-auto"
          >
            {versionsWords.cloneDoes}
          </Button>
        </>
      }
    >
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!missing && !made.isPending) made.mutate();
        }}
      >
        <TextField
          label={versionsWords.cloneName}
          needed
          maxLength={200}
          value={name}
          error={made.error?.message}
          onChange={(event) => setName(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
