import type { ComponentProps, ReactNode } from 'react';
import { fieldBox, fieldEdge, FieldFrame, fieldHeights, type FieldProps } from './field';

interface TextFieldProps extends FieldProps, Omit<ComponentProps<'input'>, 'size' | 'className'> {
  /** Inside the box, at its ends. */
  readonly leading?: ReactNode;
  readonly trailing?: ReactNode;
  readonly size?: keyof typeof fieldHeights;
}

export const TextField = ({
  label,
  bare,
  hint,
  error,
  needed,
  aside,
  leading,
  trailing,
  size = 'normal',
  ...input
}: TextFieldProps) => (
  <FieldFrame label={label} bare={bare} hint={hint} error={error} needed={needed} aside={aside}>
    {({ id, describedBy }) => (
      <span className={`${fieldBox} ${fieldHeights[size]} ${fieldEdge(Boolean(error))}`}>
        {leading && <span className="pl-2 text-ink-3">{leading}</span>}
        <input
          {...input}
          id={id}
          required={needed}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy}
          className="min-w-0 flex-1 self-stretch bg-transparent px-2 outline-none placeholder:text-ink-3 placeholder:opacity-100"
        />
        {trailing && (
          <span className="flex flex-none items-center pr-2 text-ink-3">{trailing}</span>
        )}
      </span>
    )}
  </FieldFrame>
);

interface TextAreaProps extends FieldProps, Omit<ComponentProps<'textarea'>, 'className'> {}

/** Grows with what is written, up to a third of the window. */
export const TextArea = ({ label, bare, hint, error, needed, aside, ...area }: TextAreaProps) => (
  <FieldFrame label={label} bare={bare} hint={hint} error={error} needed={needed} aside={aside}>
    {({ id, describedBy }) => (
      <span className={`${fieldBox} ${fieldEdge(Boolean(error))}`}>
        <textarea
          rows={3}
          {...area}
          id={id}
          required={needed}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy}
          className="field-sizing-content max-h-[33dvh] min-h-14 min-w-0 flex-1 resize-y bg-transparent px-2 py-1.5 outline-none placeholder:text-ink-3 placeholder:opacity-100"
        />
      </span>
    )}
  </FieldFrame>
);
