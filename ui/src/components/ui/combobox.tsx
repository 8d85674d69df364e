import { Combobox as Base } from '@base-ui/react/combobox';
import { Check, ChevronsUpDown, X } from 'lucide-react';
import { useRef } from 'react';
import { words } from '@/lib/words';
import { fieldBox, fieldEdge, FieldFrame, type FieldProps } from './field';
import { floating, floatItem } from './floating';
import { Icon } from './icon';
import type { SelectOption } from './select';

interface ComboboxProps<Value extends string> extends FieldProps {
  readonly options: readonly SelectOption<Value>[];
  readonly value: Value | undefined;
  /** Nothing chosen is undefined. */
  readonly onChange: (value: Value | undefined) => void;
  readonly placeholder?: string;
  /** Where the server looks: what is typed. Without it, the options at hand are filtered. */
  readonly onType?: (text: string) => void;
  readonly off?: boolean;
}

/** One of many: what is typed narrows the list. */
export function Combobox<Value extends string>({
  options,
  value,
  onChange,
  placeholder,
  onType,
  off = false,
  ...field
}: ComboboxProps<Value>) {
  const box = useRef<HTMLSpanElement>(null);
  const chosen = options.find((option) => option.value === value) ?? null;
  return (
    <FieldFrame {...field}>
      {({ id, describedBy }) => (
        <Base.Root
          items={options}
          value={chosen}
          onValueChange={(next) => onChange(next?.value)}
          itemToStringLabel={(option) => option.name}
          isItemEqualToValue={(one, other) => one.value === other.value}
          disabled={off}
          {...(onType && { onInputValueChange: onType, filter: null })}
        >
          <span
            ref={box}
            className={`${fieldBox} min-h-(--control-h) ${fieldEdge(Boolean(field.error))}`}
          >
            <Base.Input
              id={id}
              placeholder={placeholder}
              aria-describedby={describedBy}
              aria-invalid={field.error ? true : undefined}
              className="min-w-0 flex-1 self-stretch bg-transparent px-2 outline-none placeholder:text-ink-3"
            />
            <Base.Clear aria-label={words.field.clear} className={inside}>
              <Icon of={X} size={14} />
            </Base.Clear>
            <Base.Trigger aria-label={words.field.choose} className={inside}>
              <Icon of={ChevronsUpDown} size={14} />
            </Base.Trigger>
          </span>
          <Base.Portal>
            <Base.Positioner anchor={box} sideOffset={4} className="z-20 outline-none">
              <Base.Popup
                className={`${floating} max-h-[min(var(--available-height),320px)] w-(--anchor-width) overflow-auto p-1`}
              >
                <Base.Empty className="px-2 py-1.5 text-ink-3 empty:hidden">
                  {words.field.none}
                </Base.Empty>
                <Base.List>
                  {(option: SelectOption<Value>) => <Item key={option.value} option={option} />}
                </Base.List>
              </Base.Popup>
            </Base.Positioner>
          </Base.Portal>
        </Base.Root>
      )}
    </FieldFrame>
  );
}

const inside =
  'grid size-6 flex-none place-items-center rounded-1 text-ink-3 hover:bg-hover hover:text-ink';

const Item = ({ option }: { readonly option: SelectOption<string> }) => (
  <Base.Item value={option} disabled={option.off ?? false} className={floatItem}>
    <span className="w-3.5">
      <Base.ItemIndicator>
        <Icon of={Check} size={14} />
      </Base.ItemIndicator>
    </span>
    <span className="truncate">{option.name}</span>
    {option.about && <span className="ml-auto pl-3 text-xs text-ink-3">{option.about}</span>}
  </Base.Item>
);
