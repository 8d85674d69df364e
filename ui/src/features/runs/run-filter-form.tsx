import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Combobox } from '@/components/ui/combobox';
import { TextField } from '@/components/ui/text-field';
import { automationNamesQuery, type RunFilter } from '@/lib/api/run-list';
import { fromField, toField } from '@/lib/local-time';
import { runListWords } from '@/lib/words/run-list';
import type { RunFiltersProps } from './run-filters';

const hour = 3_600_000;

/** Times that are asked for most, as the beginning of a span that ends now. */
const spans = {
  hour: () => Date.now() - hour,
  day: () => new Date().setHours(0, 0, 0, 0),
  week: () => Date.now() - 7 * 24 * hour,
};

const names = Object.keys(spans) as readonly (keyof typeof spans)[];

export function RunFilterForm({ filter, onFilter }: RunFiltersProps) {
  const [automation, setAutomation] = useState(filter.automation);
  const [wrong, setWrong] = useState(false);
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const next = { ...filter, automation, ...read(new FormData(event.currentTarget)) };
    const turned = next.from && next.until && next.until <= next.from;
    setWrong(Boolean(turned));
    if (!turned) onFilter(next);
  }
  return (
    <form onSubmit={submit} className="grid w-72 gap-2.5">
      <Automations value={automation} onChange={setAutomation} />
      <TextField
        label={runListWords.subject}
        name="subject"
        defaultValue={filter.subject}
        hint={runListWords.subjectHint}
      />
      <div className="flex flex-wrap gap-1.5">
        {names.map((name) => (
          <Button
            key={name}
            size="small"
            onClick={() =>
              onFilter({
                ...filter,
                automation,
                from: new Date(spans[name]()).toISOString(),
                until: undefined,
              })
            }
          >
            {runListWords.spans[name]}
          </Button>
        ))}
      </div>
      <TextField
        label={runListWords.from}
        name="from"
        type="datetime-local"
        defaultValue={toField(filter.from)}
      />
      <TextField
        label={runListWords.until}
        name="until"
        type="datetime-local"
        defaultValue={toField(filter.until)}
        error={wrong ? runListWords.untilFirst : undefined}
      />
      <Button type="submit" look="primary" className="justify-self-start">
        {runListWords.apply}
      </Button>
    </form>
  );
}

interface AutomationsProps {
  readonly value: string | undefined;
  readonly onChange: (name: string | undefined) => void;
}

/** Looked for by the server: there may be thousands. */
function Automations({ value, onChange }: AutomationsProps) {
  const [typed, setTyped] = useState('');
  const { data } = useQuery(automationNamesQuery(typed === value ? '' : typed));
  const found = data ?? [];
  const all = value === undefined || found.includes(value) ? found : [value, ...found];
  return (
    <Combobox
      label={runListWords.automation}
      placeholder={runListWords.anyAutomation}
      options={all.map((name) => ({ value: name, name }))}
      value={value}
      onChange={onChange}
      onType={setTyped}
    />
  );
}

const read = (data: FormData): Pick<RunFilter, 'subject' | 'from' | 'until'> => {
  const text = (name: string) => String(data.get(name) ?? '').trim();
  return {
    subject: text('subject') || undefined,
    from: fromField(text('from')),
    until: fromField(text('until')),
  };
};
