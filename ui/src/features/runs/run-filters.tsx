import { useQuery } from '@tanstack/react-query';
import { ListFilter } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { StateMark } from '@/components/state-mark';
import { Button } from '@/components/ui/button';
import { FilterChip } from '@/components/ui/chip';
import { Icon } from '@/components/ui/icon';
import { Popover } from '@/components/ui/popover';
import { SearchField } from '@/components/ui/search-field';
import { runStates } from '@/lib/api/automation-runs';
import { type RunFilter, runCountsQuery } from '@/lib/api/run-list';
import type { RunCounts, RunState } from '@/lib/api/runs';
import { number } from '@/lib/format';
import { useNow } from '@/lib/now';
import { chosenOf } from '@/lib/search-of';
import { stateOfRun } from '@/lib/states';
import { when } from '@/lib/time';
import { runListWords } from '@/lib/words/run-list';
import { RunFilterForm } from './run-filter-form';
import { SavedFilters } from './saved-filters';

export interface RunFiltersProps {
  readonly filter: RunFilter;
  readonly onFilter: (filter: RunFilter) => void;
}

/** Which runs are shown; all of it stands in the address. */
export const RunFilters = ({ filter, onFilter }: RunFiltersProps) => (
  <div className="flex flex-none flex-col gap-2 border-b border-line px-3 py-2 two:px-4">
    <div className="flex flex-wrap items-center gap-2">
      <SearchField
        label={runListWords.find}
        value={filter.q ?? ''}
        onSearch={(q) => onFilter({ ...filter, q: q.trim() === '' ? undefined : q.trim() })}
      />
      <MoreFilters filter={filter} onFilter={onFilter} />
      <Chips filter={filter} onFilter={onFilter} />
      <span className="two:ml-auto">
        <SavedFilters filter={filter} onFilter={onFilter} />
      </span>
    </div>
    <States filter={filter} onFilter={onFilter} />
  </div>
);

function MoreFilters({ filter, onFilter }: RunFiltersProps) {
  const [open, setOpen] = useState(false);
  return (
    <Popover
      title={runListWords.filterTitle}
      open={open}
      onOpen={setOpen}
      trigger={
        <Button look="quiet">
          <Icon of={ListFilter} size={14} />
          {runListWords.filter}
        </Button>
      }
    >
      <RunFilterForm
        filter={filter}
        onFilter={(next) => {
          setOpen(false);
          onFilter(next);
        }}
      />
    </Popover>
  );
}

function Chips({ filter, onFilter }: RunFiltersProps) {
  const now = useNow(60_000);
  const said = runListWords.chips;
  const chips = [
    ['automation', filter.automation && said.automation(filter.automation)],
    ['subject', filter.subject && said.subject(filter.subject)],
    ['from', filter.from && said.from(when(filter.from, now))],
    ['until', filter.until && said.until(when(filter.until, now))],
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

/** Several at once, each with how many there are. */
function States({ filter, onFilter }: RunFiltersProps) {
  const { data: counts } = useQuery(runCountsQuery(filter));
  const chosen = chosenOf(filter.state);
  const toggle = (state: RunState) => {
    const next = runStates.filter((it) =>
      it === state ? !chosen.includes(it) : chosen.includes(it),
    );
    onFilter({ ...filter, state: next.join(',') || undefined });
  };
  return (
    <div role="group" aria-label={runListWords.states} className="flex flex-wrap gap-1.5">
      <Toggle
        pressed={chosen.length === 0}
        onPress={() => onFilter({ ...filter, state: undefined })}
      >
        {runListWords.all}
      </Toggle>
      {runStates.map((state) => (
        <Toggle key={state} pressed={chosen.includes(state)} onPress={() => toggle(state)}>
          <StateMark state={stateOfRun(state)} />
          <span className="text-ink-3">{countSaid(counts?.get(state))}</span>
        </Toggle>
      ))}
    </div>
  );
}

const countSaid = (count: RunCounts['items'][number] | undefined) =>
  count && (count.more ? runListWords.atLeast(number(count.runs)) : number(count.runs));

interface ToggleProps {
  readonly pressed: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

const Toggle = ({ pressed, onPress, children }: ToggleProps) => (
  <button
    type="button"
    aria-pressed={pressed}
    onClick={onPress}
    className={`flex h-control-sm flex-none items-center gap-1.5 rounded-2 border px-2 text-xs whitespace-nowrap ${pressed ? 'border-ink bg-selected font-medium text-ink forced-colors:outline' : 'border-line-strong bg-raised text-ink-2 hover:border-control hover:bg-hover'}`}
  >
    {children}
  </button>
);
