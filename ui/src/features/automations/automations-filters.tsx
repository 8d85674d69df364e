import { useQuery } from '@tanstack/react-query';
import { Check, ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { FilterChip } from '@/components/ui/chip';
import { Icon } from '@/components/ui/icon';
import { Menu, MenuItem } from '@/components/ui/menu';
import { SearchField } from '@/components/ui/search-field';
import { Segments } from '@/components/ui/segments';
import { type AutomationFilter, type AutomationState, sharesQuery } from '@/lib/api/automations';
import { number } from '@/lib/format';
import { automationsWords } from '@/lib/words/automations';

type Share = 'all' | AutomationState;

const shares: readonly Share[] = ['all', 'published', 'draft', 'paused', 'archived'];

export interface FilterProps {
  readonly filter: AutomationFilter;
  readonly onFilter: (change: AutomationFilter) => void;
}

/** Which automations are shown; all of it stands in the address. */
export const AutomationsFilters = ({
  filter,
  onFilter,
  children,
}: FilterProps & { readonly children: ReactNode }) => (
  <div className="flex flex-none flex-wrap items-center gap-2 border-b border-line px-3 py-2 two:px-4">
    <div className="max-w-full overflow-x-auto p-0.5 -m-0.5 max-two:basis-full">
      <Segments
        label={automationsWords.state}
        segments={shares.map((value) => ({ value, name: automationsWords.shares[value] }))}
        value={shares.find((share) => share === filter.state) ?? 'all'}
        onChange={(share) => onFilter({ state: share === 'all' ? undefined : share })}
      />
    </div>
    <ShareMenu by="area" filter={filter} onFilter={onFilter} />
    <ShareMenu by="owner" filter={filter} onFilter={onFilter} />
    {(['area', 'owner'] as const).map(
      (by) =>
        filter[by] !== undefined && (
          <FilterChip key={by} onRemove={() => onFilter({ [by]: undefined })}>
            {automationsWords.filtered(automationsWords[by], filter[by])}
          </FilterChip>
        ),
    )}
    <span className="flex flex-1 flex-wrap justify-end gap-2 max-two:basis-full">
      <SearchField
        label={automationsWords.search}
        value={filter.q ?? ''}
        onSearch={(q) => onFilter({ q: q === '' ? undefined : q })}
      />
      {children}
    </span>
  </div>
);

type By = 'area' | 'owner';

const ShareMenu = ({ by, filter, onFilter }: FilterProps & { readonly by: By }) => (
  <Menu
    trigger={
      <Button look="quiet">
        {automationsWords[by]}
        <Icon of={ChevronDown} size={14} />
      </Button>
    }
  >
    <Names by={by} filter={filter} onFilter={onFilter} />
  </Menu>
);

/** Asked for when the menu opens. */
function Names({ by, filter, onFilter }: FilterProps & { readonly by: By }) {
  const { data } = useQuery(sharesQuery);
  const names = (by === 'area' ? data?.areas : data?.owners) ?? [];
  const item = (name: string, value: string | undefined) => (
    <MenuItem
      key={name}
      {...(filter[by] === value && { icon: Check })}
      onClick={() => onFilter({ [by]: value })}
    >
      {name}
    </MenuItem>
  );
  return (
    <>
      {item(automationsWords.any[by], undefined)}
      {names.map((name) => item(name, name))}
      {data && names.length === 0 && (
        <p className="max-w-60 px-2 py-1 text-xs text-ink-3">
          {automationsWords.noShares(automationsWords[by].toLocaleLowerCase())}
        </p>
      )}
      {data?.of !== undefined && (
        <p className="max-w-60 px-2 py-1 text-xs text-ink-3">
          {automationsWords.sharesOf(number(data.of))}
        </p>
      )}
    </>
  );
}
