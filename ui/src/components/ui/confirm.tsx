import { type ReactNode, useId, useRef, useState } from 'react';
import { words } from '@/lib/words';
import { Button } from './button';
import { Dialog } from './dialog';
import { TextArea } from './text-field';

interface ConfirmProps {
  readonly open: boolean;
  readonly onClose: () => void;
  /** "Cancel RF-2291?" */
  readonly title: string;
  /** What will be, and what will not. */
  readonly about: ReactNode;
  /** The verb and its object: "Cancel the run". Never "OK". */
  readonly does: string;
  readonly onConfirm: (why: string) => void;
  readonly danger?: boolean;
  /** A reason is kept with it; where it is needed, nothing goes without one. */
  readonly why?: 'asked' | 'needed';
  readonly busy?: boolean;
  /** Why it was refused, in the words of the server. */
  readonly refused?: string | undefined;
  /** What is to be chosen beside the reason. */
  readonly children?: ReactNode;
}

/** The safe choice has the focus and is called what it does: nothing. */
export function Confirm({
  open,
  onClose,
  title,
  about,
  does,
  onConfirm,
  danger = false,
  why,
  busy = false,
  refused,
  children,
}: ConfirmProps) {
  const [reason, setReason] = useState('');
  const keep = useRef<HTMLButtonElement>(null);
  const form = useId();
  const missing = why === 'needed' && reason.trim() === '';
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={title}
      about={about}
      {...(why ? {} : { first: keep })}
      actions={
        <>
          <Button ref={keep} onClick={onClose}>
            {words.dialog.keep}
          </Button>
          <Button
            type="submit"
            form={form}
            look={danger ? 'danger' : 'primary'}
            busy={busy}
            off={missing ? words.field.required : undefined}
            className="ml-auto"
          >
            {does}
          </Button>
        </>
      }
    >
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!missing && !busy) onConfirm(reason.trim());
        }}
      >
        {children}
        {why && (
          <TextArea
            label={words.dialog.why}
            needed={why === 'needed'}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
        <p role="alert" className="text-st-failed">
          {refused}
        </p>
      </form>
    </Dialog>
  );
}
