import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import type { EntryFilter } from '@/lib/api/journal';
import { fromField, toField } from '@/lib/local-time';
import { eventsWords } from '@/lib/words/events';

export interface FiltersProps {
  readonly filter: EntryFilter;
  readonly onFilter: (filter: EntryFilter) => void;
}

export interface FilterFormProps extends FiltersProps {
  /** Of what was refused it is not known what it was about. */
  readonly ofRefused?: boolean;
}

const hour = 3_600_000;

/** Times that are asked for most, as the beginning of a span that ends now. */
const spans = {
  hour: () => Date.now() - hour,
  day: () => new Date().setHours(0, 0, 0, 0),
  week: () => Date.now() - 7 * 24 * hour,
};

const names = Object.keys(spans) as readonly (keyof typeof spans)[];

export function FilterForm({ filter, onFilter, ofRefused = false }: FilterFormProps) {
  const [wrong, setWrong] = useState(false);
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const next = read(new FormData(event.currentTarget), filter);
    const turned = next.from && next.until && next.until <= next.from;
    setWrong(Boolean(turned));
    if (!turned) onFilter(next);
  }
  return (
    <form onSubmit={submit} className="grid w-72 gap-2.5">
      {!ofRefused && (
        <TextField
          label={eventsWords.filter.subject}
          name="subject"
          defaultValue={filter.subject}
          hint={eventsWords.filter.subjectHint}
        />
      )}
      <TextField
        label={eventsWords.filter.source}
        name="source"
        defaultValue={filter.source}
        hint={eventsWords.filter.sourceHint}
      />
      <Spans onChoose={(from) => onFilter({ ...filter, from, until: undefined })} />
      <TextField
        label={eventsWords.filter.from}
        name="from"
        type="datetime-local"
        defaultValue={toField(filter.from)}
      />
      <TextField
        label={eventsWords.filter.until}
        name="until"
        type="datetime-local"
        defaultValue={toField(filter.until)}
        error={wrong ? eventsWords.filter.untilFirst : undefined}
      />
      <Button type="submit" look="primary" className="justify-self-start">
        {eventsWords.filter.apply}
      </Button>
    </form>
  );
}

const Spans = ({ onChoose }: { readonly onChoose: (from: string) => void }) => (
  <div className="flex flex-wrap gap-1.5">
    {names.map((name) => (
      <Button
        key={name}
        size="small"
        onClick={() => onChoose(new Date(spans[name]()).toISOString())}
      >
        {eventsWords.filter.spans[name]}
      </Button>
    ))}
  </div>
);

const read = (data: FormData, { type }: EntryFilter): EntryFilter => {
  const text = (name: string) => String(data.get(name) ?? '').trim();
  return {
    type,
    subject: text('subject') || undefined,
    source: text('source') || undefined,
    from: fromField(text('from')),
    until: fromField(text('until')),
  };
};
