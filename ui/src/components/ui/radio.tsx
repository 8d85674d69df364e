import { type ReactNode, useId } from 'react';

export interface Option<Value extends string> {
  readonly value: Value;
  readonly name: ReactNode;
  /** One quiet sentence of what it means. */
  readonly about?: ReactNode;
  readonly off?: boolean;
}

interface RadioGroupProps<Value extends string> {
  readonly label: string;
  readonly options: readonly Option<Value>[];
  readonly value: Value | undefined;
  readonly onChange: (value: Value) => void;
  /** Each choice in a frame of its own, for those that matter. */
  readonly framed?: boolean;
  /** Where a heading above says it already; it is still told. */
  readonly bare?: boolean;
}

/** Arrows move, one is chosen: the browser's own. */
export function RadioGroup<Value extends string>({
  label,
  options,
  value,
  onChange,
  framed = false,
  bare = false,
}: RadioGroupProps<Value>) {
  const name = useId();
  return (
    <fieldset className={framed ? 'grid gap-1.5' : 'grid gap-1'}>
      <legend className={bare ? 'sr-only' : 'mb-1 font-medium'}>{label}</legend>
      {options.map((option) => (
        <Choice
          key={option.value}
          option={option}
          group={name}
          chosen={option.value === value}
          framed={framed}
          onChoose={() => onChange(option.value)}
        />
      ))}
    </fieldset>
  );
}

interface ChoiceProps<Value extends string> {
  readonly option: Option<Value>;
  readonly group: string;
  readonly chosen: boolean;
  readonly framed: boolean;
  readonly onChoose: () => void;
}

const frame =
  'rounded-2 border bg-raised px-2.5 py-1.5 has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-offset-2 has-[:focus-visible]:outline-focus ';

function Choice<Value extends string>({
  option,
  group,
  chosen,
  framed,
  onChoose,
}: ChoiceProps<Value>) {
  const edge = chosen
    ? 'border-ink inset-ring inset-ring-ink'
    : 'border-line-strong hover:border-control';
  return (
    <label className={`flex min-h-6 items-start gap-2 ${framed ? frame + edge : ''}`}>
      <span className="grid h-4.5 place-items-center">
        <input
          type="radio"
          name={group}
          value={option.value}
          checked={chosen}
          disabled={option.off}
          onChange={onChoose}
          className={`radio-mark ${framed ? 'outline-none' : ''}`}
        />
      </span>
      <span className={`min-w-0 flex-1 ${option.off ? 'text-ink-3' : ''}`}>
        <span className={framed ? 'font-medium' : ''}>{option.name}</span>
        {option.about && <span className="block text-xs text-ink-2">{option.about}</span>}
      </span>
    </label>
  );
}
