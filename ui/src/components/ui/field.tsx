import { type ReactNode, useId } from 'react';
import { words } from '@/lib/words';
import { Glyph } from '../glyph';

/** The box of every field; what is wrong has a red edge, never a red surface. */
export const fieldBox =
  'flex w-full items-center rounded-2 border bg-raised ' +
  'has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-focus has-[:disabled]:border-dashed has-[:disabled]:bg-sunken has-[:disabled]:text-ink-3';

export const fieldEdge = (wrong: boolean) =>
  wrong ? 'border-st-failed-fill shadow-[inset_2px_0_var(--st-failed-fill)]' : 'border-control';

export const fieldHeights = { normal: 'min-h-(--control-h)', large: 'min-h-(--control-h-lg)' };

export interface FieldProps {
  readonly label: string;
  /** For fields whose place says what they are; the label is still told. */
  readonly bare?: boolean | undefined;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly needed?: boolean | undefined;
  /** Beside the label, at its end: the switch to an expression, a link. */
  readonly aside?: ReactNode;
}

interface FieldFrameProps extends FieldProps {
  readonly children: (ids: FieldIds) => ReactNode;
}

export interface FieldIds {
  readonly id: string;
  readonly labelledBy: string;
  readonly describedBy: string | undefined;
}

/** Label, control, hint; an error is told to those who do not see it too. */
export function FieldFrame({ label, bare, hint, error, needed, aside, children }: FieldFrameProps) {
  const id = useId();
  const about = error || hint ? `${id}-about` : undefined;
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <div className={bare ? 'sr-only' : 'flex items-baseline gap-1.5'}>
        <label id={`${id}-label`} htmlFor={id} className="font-medium">
          {label}
        </label>
        {needed && <span className="text-xs text-ink-3">{words.field.required}</span>}
        {aside && <span className="ml-auto">{aside}</span>}
      </div>
      {children({ id, labelledBy: `${id}-label`, describedBy: about })}
      {about && <FieldNote id={about} hint={hint} error={error} />}
    </div>
  );
}

interface FieldNoteProps extends Pick<FieldProps, 'hint' | 'error'> {
  readonly id: string;
}

const FieldNote = ({ id, hint, error }: FieldNoteProps) =>
  error ? (
    <p id={id} className="flex items-start gap-1.5 text-xs whitespace-pre-line text-st-failed">
      <span className="mt-0.5">
        <Glyph name="failed" size={12} />
      </span>
      {error}
    </p>
  ) : (
    <p id={id} className="text-xs text-ink-3">
      {hint}
    </p>
  );
