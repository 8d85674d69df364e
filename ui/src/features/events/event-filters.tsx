import { useNavigate } from '@tanstack/react-router';
import { ListFilter } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { FilterChip } from '@/components/ui/chip';
import { Icon } from '@/components/ui/icon';
import { Popover } from '@/components/ui/popover';
import { SearchField } from '@/components/ui/search-field';
import { isEntryId } from '@/lib/api/journal';
import { useNow } from '@/lib/now';
import { when } from '@/lib/time';
import { eventsWords } from '@/lib/words/events';
import { FilterForm, type FilterFormProps, type FiltersProps } from './filter-form';

/** What is looked for: a type by its beginning, or one event by its id; the rest behind a button. */
export function EventFilters({ filter, onFilter }: FiltersProps) {
  const navigate = useNavigate();
  const find = (typed: string) => {
    const wanted = typed.trim();
    if (isEntryId(wanted)) void navigate({ to: '/events/$id', params: { id: wanted } });
    else onFilter({ ...filter, type: wanted === '' ? undefined : wanted });
  };
  return (
    <>
      <SearchField label={eventsWords.filter.find} value={filter.type ?? ''} onSearch={find} />
      <FilterMenu filter={filter} onFilter={onFilter} />
      <FilterChips filter={filter} onFilter={onFilter} />
    </>
  );
}

export function FilterMenu({ onFilter, ...asked }: FilterFormProps) {
  const [open, setOpen] = useState(false);
  return (
    <Popover
      title={eventsWords.filter.title}
      open={open}
      onOpen={setOpen}
      trigger={
        <Button look="quiet">
          <Icon of={ListFilter} size={14} />
          {eventsWords.filter.button}
        </Button>
      }
    >
      <FilterForm
        {...asked}
        onFilter={(next) => {
          setOpen(false);
          onFilter(next);
        }}
      />
    </Popover>
  );
}

export function FilterChips({ filter, onFilter }: FiltersProps) {
  const now = useNow(60_000);
  const chips = [
    ['subject', filter.subject && eventsWords.filter.about(filter.subject)],
    ['source', filter.source && eventsWords.filter.ofSource(filter.source)],
    ['from', filter.from && eventsWords.filter.since(when(filter.from, now))],
    ['until', filter.until && eventsWords.filter.before(when(filter.until, now))],
  ] as const;
  return chips.map(
    ([name, says]) =>
      says && (
        <FilterChip key={name} onRemove={() => onFilter({ ...filter, [name]: undefined })}>
          {says}
        </FilterChip>
      ),
  );
}
