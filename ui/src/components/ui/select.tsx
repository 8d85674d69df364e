import { Select as Base } from '@base-ui/react/select';
import { Check, ChevronsUpDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { words } from '@/lib/words';
import { fieldEdge, FieldFrame, type FieldProps } from './field';
import { floating, floatItem } from './floating';
import { Icon } from './icon';

export interface SelectOption<Value extends string> {
  readonly value: Value;
  readonly name: string;
  /** Quiet, at the right; why not, where it is off. */
  readonly about?: ReactNode;
  readonly off?: boolean;
}

interface SelectProps<Value extends string> extends FieldProps {
  readonly options: readonly SelectOption<Value>[];
  readonly value: Value | undefined;
  readonly onChange: (value: Value) => void;
  readonly placeholder?: string;
  readonly off?: boolean;
}

/** One of a few that are known; for many, `Combobox`. */
export function Select<Value extends string>({
  options,
  value,
  onChange,
  placeholder = words.field.choose,
  off = false,
  ...field
}: SelectProps<Value>) {
  const items = options.map(({ value, name }) => ({ value, label: name }));
  return (
    <FieldFrame {...field}>
      {({ id, labelledBy, describedBy }) => (
        <Base.Root
          items={items}
          value={value ?? null}
          onValueChange={(next) => next !== null && onChange(next)}
          disabled={off}
        >
          <Base.Trigger
            id={id}
            aria-labelledby={`${labelledBy} ${id}`}
            aria-describedby={describedBy}
            aria-invalid={field.error ? true : undefined}
            className={`${trigger} ${fieldEdge(Boolean(field.error))}`}
          >
            <Base.Value
              placeholder={placeholder}
              className="flex-1 truncate text-left data-placeholder:text-ink-3"
            />
            <Base.Icon className="text-ink-3">
              <Icon of={ChevronsUpDown} size={14} />
            </Base.Icon>
          </Base.Trigger>
          <Base.Portal>
            <Base.Positioner
              sideOffset={4}
              alignItemWithTrigger={false}
              className="z-20 outline-none"
            >
              <Base.Popup
                className={`${floating} max-h-(--available-height) min-w-(--anchor-width) overflow-auto p-1`}
              >
                {options.map((option) => (
                  <Item key={option.value} option={option} />
                ))}
              </Base.Popup>
            </Base.Positioner>
          </Base.Portal>
        </Base.Root>
      )}
    </FieldFrame>
  );
}

const trigger =
  'flex min-h-(--control-h) w-full items-center gap-1.5 rounded-2 border bg-raised px-2 data-disabled:border-dashed data-disabled:bg-sunken data-disabled:text-ink-3 data-popup-open:outline-2 data-popup-open:outline-focus';

const Item = ({ option }: { readonly option: SelectOption<string> }) => (
  <Base.Item value={option.value} disabled={option.off ?? false} className={floatItem}>
    <span className="w-3.5">
      <Base.ItemIndicator>
        <Icon of={Check} size={14} />
      </Base.ItemIndicator>
    </span>
    <Base.ItemText>{option.name}</Base.ItemText>
    {option.about && <span className="ml-auto pl-3 text-xs text-ink-3">{option.about}</span>}
  </Base.Item>
);
