import { type ComponentProps, type ReactNode, useId } from 'react';
import { Glyph } from './glyph';

interface FieldProps extends ComponentProps<'input'> {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  /** Stands inside the box, at its end. */
  readonly trailing?: ReactNode;
}

/** Label, box, hint; an error is told to those who do not see it too. */
export function Field({ label, hint, error, trailing, ...input }: FieldProps) {
  const id = useId();
  const about = `${id}-about`;
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      <span className={`${box} ${error ? bad : 'border-control'}`}>
        <input
          {...input}
          id={id}
          aria-invalid={error ? true : undefined}
          aria-describedby={error || hint ? about : undefined}
          className="h-full min-w-0 flex-1 bg-transparent pl-2.5 outline-none"
        />
        {trailing}
      </span>
      <FieldNote id={about} hint={hint} error={error} />
    </div>
  );
}

const box =
  'flex h-control-lg w-full items-center rounded-2 border bg-raised ' +
  'has-[input:focus-visible]:outline-2 has-[input:focus-visible]:outline-focus';
const bad = 'border-st-failed-fill shadow-[inset_2px_0_var(--st-failed-fill)]';

interface FieldNoteProps {
  readonly id: string;
  readonly hint: string | undefined;
  readonly error: string | undefined;
}

function FieldNote({ id, hint, error }: FieldNoteProps) {
  if (error)
    return (
      <p id={id} className="flex items-start gap-1.5 text-xs text-st-failed">
        <span className="mt-0.5">
          <Glyph name="failed" size={12} />
        </span>
        {error}
      </p>
    );
  return hint ? (
    <p id={id} className="text-xs text-ink-3">
      {hint}
    </p>
  ) : null;
}
