import type { ReactNode } from 'react';

interface SwitchProps {
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
  readonly children: ReactNode;
  readonly hint?: ReactNode;
  readonly off?: boolean;
}

/** For what holds at once, without a button to keep it. */
export const Switch = ({ on, onChange, children, hint, off = false }: SwitchProps) => (
  <label className="flex min-h-6 items-center gap-2">
    <span className="flex-1">
      {children}
      {hint && <span className="block text-xs text-ink-3">{hint}</span>}
    </span>
    <input
      type="checkbox"
      role="switch"
      aria-checked={on}
      checked={on}
      disabled={off}
      onChange={(event) => onChange(event.target.checked)}
      className="switch-track"
    />
  </label>
);
