import { type ComponentProps, type ReactNode, useEffect, useRef } from 'react';

/** The browser's own boxes, drawn by us: keyboard, forms and screen readers know them already. */
const box =
  'grid size-4 flex-none appearance-none place-items-center border border-control bg-raised ' +
  'checked:border-ink checked:bg-ink indeterminate:border-ink indeterminate:bg-ink ' +
  'disabled:border-dashed disabled:bg-sunken forced-colors:appearance-auto';

interface CheckboxProps extends Omit<ComponentProps<'input'>, 'type' | 'onChange' | 'className'> {
  readonly onChange: (on: boolean) => void;
  /** Some of what it stands for is chosen. */
  readonly some?: boolean;
}

function Box({ some = false, onChange, ...input }: CheckboxProps) {
  const self = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (self.current) self.current.indeterminate = some;
  }, [some]);
  return (
    <input
      {...input}
      ref={self}
      type="checkbox"
      onChange={(event) => onChange(event.target.checked)}
      className={`checkmark rounded-1 ${box}`}
    />
  );
}

interface LabelledProps extends CheckboxProps {
  readonly children: ReactNode;
  readonly hint?: ReactNode;
}

/** The label belongs to the target. */
export const Checkbox = ({ children, hint, ...input }: LabelledProps) => (
  <label className="inline-flex min-h-6 items-start gap-2">
    <span className="grid h-4.5 place-items-center">
      <Box {...input} />
    </span>
    <span>
      {children}
      {hint && <span className="block text-xs text-ink-3">{hint}</span>}
    </span>
  </label>
);

/** In a row of a table; what it chooses is told to screen readers. The target is the whole cell. */
export const RowCheckbox = ({ label, ...input }: CheckboxProps & { readonly label: string }) => (
  // The box brings its label; this one only makes its target larger.
  // oxlint-disable-next-line jsx-a11y/label-has-associated-control
  <label className="relative z-1 -my-1 -ml-1.5 inline-grid size-7 place-items-center align-middle">
    <Box {...input} aria-label={label} />
  </label>
);
