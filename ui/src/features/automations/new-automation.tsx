import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { RadioGroup } from '@/components/ui/radio';
import { TextField } from '@/components/ui/text-field';
import { create } from '@/lib/api/definitions';
import { startersQuery } from '@/lib/api/starters';
import { words } from '@/lib/words';
import { automationsWords } from '@/lib/words/automations';
import { blank, type Begin, named } from './begin';

interface NewAutomationProps {
  readonly begin: Begin;
  readonly onClose: () => void;
  readonly onMade: (id: string) => void;
}

/** A name and what to begin with; the rest is the editor's. */
export function NewAutomation({ begin, onClose, onMade }: NewAutomationProps) {
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const { data: starters = [], error: notLoaded } = useQuery(startersQuery);
  const [chosen, setChosen] = useState<string>();
  const from = chosen ?? (begin === 'starter' ? (starters[0]?.key ?? 'blank') : 'blank');
  const form = useId();
  const make = useMutation({
    mutationFn: () => {
      const text = starters.find(({ key }) => key === from)?.text ?? blank;
      return create({ format: 'yaml', text: named(text, name.trim()) });
    },
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['automations'] });
      onMade(id);
    },
  });
  const missing = name.trim() === '';
  return (
    <Dialog
      open
      onClose={onClose}
      title={automationsWords.create.title}
      about={automationsWords.create.about}
      width="normal"
      actions={
        <>
          <Button onClick={onClose}>{words.dialog.close}</Button>
          <Button
            type="submit"
            form={form}
            look="primary"
            busy={make.isPending}
            off={missing ? words.field.required : undefined}
            className="ml-auto"
          >
            {automationsWords.create.does}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (!missing && !make.isPending) make.mutate();
        }}
      >
        <TextField
          label={automationsWords.create.name}
          placeholder={automationsWords.create.namePlaceholder}
          needed
          maxLength={200}
          value={name}
          error={make.error?.message}
          onChange={(event) => setName(event.target.value)}
        />
        <RadioGroup
          label={automationsWords.create.from}
          framed
          value={from}
          onChange={setChosen}
          options={[
            { value: 'blank', ...automationsWords.sheet },
            ...starters.map(({ key, definition }) => ({
              value: key,
              name: definition.name,
              about: definition.description,
            })),
          ]}
        />
        {notLoaded && <p className="text-xs text-ink-2">{automationsWords.startersFailed}</p>}
      </form>
    </Dialog>
  );
}
