import { Tabs as Base } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';

export interface Tab<Value extends string> {
  readonly value: Value;
  readonly name: string;
  readonly count?: string | undefined;
  /** What is inside asks for somebody: the count is told in its colour. */
  readonly alarm?: boolean;
}

interface TabsProps<Value extends string> {
  readonly label: string;
  readonly tabs: readonly Tab<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  /** What the chosen tab shows. */
  readonly children: ReactNode;
}

/** Parts of one thing, one at a time. Which one belongs in the address. */
export const Tabs = <Value extends string>({
  label,
  tabs,
  value,
  onChange,
  children,
}: TabsProps<Value>) => (
  <Base.Root
    value={value}
    onValueChange={(next: Value) => onChange(next)}
    className="flex min-h-0 flex-1 flex-col"
  >
    <Base.List
      aria-label={label}
      className="flex flex-none gap-4 overflow-x-auto overflow-y-hidden border-b border-line px-3 two:px-4"
    >
      {tabs.map((tab) => (
        <Base.Tab key={tab.value} value={tab.value} className={style}>
          {tab.name}
          {tab.count && (
            <span className={`text-xs font-normal ${tab.alarm ? 'text-st-failed' : 'text-ink-3'}`}>
              {tab.count}
            </span>
          )}
        </Base.Tab>
      ))}
    </Base.List>
    <Base.Panel value={value} tabIndex={-1} className="min-h-0 flex-1 outline-none">
      {children}
    </Base.Panel>
  </Base.Root>
);

const style =
  '-mb-px flex h-[34px] items-center gap-1.5 border-b-2 border-transparent whitespace-nowrap text-ink-2 -outline-offset-2 hover:text-ink ' +
  'data-active:border-ink data-active:font-medium data-active:text-ink ' +
  'forced-colors:border-[Canvas] forced-colors:data-active:border-[Highlight]';
