import type { ComponentProps } from 'react';
import { fieldBox, fieldEdge, FieldFrame, type FieldProps } from './field';

interface CodeFieldProps extends FieldProps, Omit<ComponentProps<'textarea'>, 'className'> {}

/** A text for machines: one width for all letters, nothing corrected, no line broken by itself. */
export const CodeField = ({ label, bare, hint, error, needed, aside, ...area }: CodeFieldProps) => (
  <FieldFrame label={label} bare={bare} hint={hint} error={error} needed={needed} aside={aside}>
    {({ id, describedBy }) => (
      <span className={`${fieldBox} ${fieldEdge(Boolean(error))}`}>
        <textarea
          rows={14}
          spellCheck={false}
          autoCapitalize="none"
          autoComplete="off"
          wrap="off"
          {...area}
          id={id}
          required={needed}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy}
          className="mono min-h-40 min-w-0 flex-1 resize-y bg-transparent px-2.5 py-2 leading-[18px] outline-none"
        />
      </span>
    )}
  </FieldFrame>
);
