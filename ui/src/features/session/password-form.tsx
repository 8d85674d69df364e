import { type FormEvent, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { PasswordField } from '@/components/ui/password-field';
import { useMe } from '@/lib/api/me';
import { type PasswordChange, useChangePassword } from '@/lib/api/password';
import { Refused } from '@/lib/http';
import { sessionWords } from '@/lib/words/session';

type Errors = Readonly<Partial<Record<keyof PasswordChange, string | undefined>>>;

function found({ current, next }: PasswordChange): Errors {
  return {
    current: current === '' ? sessionWords.password.currentMissing : undefined,
    next:
      next === ''
        ? sessionWords.password.nextMissing
        : next === current
          ? sessionWords.password.same
          : undefined,
  };
}

function told(error: Error | null): Errors {
  if (!(error instanceof Refused)) return {};
  if (error.status === 403) return { current: sessionWords.password.wrongCurrent };
  return { current: error.errorAt('current'), next: error.errorAt('next') };
}

const hasNone = (errors: Errors) => !errors.current && !errors.next;

export function PasswordForm() {
  const change = useChangePassword();
  const form = useRef<HTMLFormElement>(null);
  const [gaps, setGaps] = useState<Errors>({});
  const errors = hasNone(gaps) ? told(change.error) : gaps;

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const wanted = { current: String(data.get('current')), next: String(data.get('next')) };
    setGaps(found(wanted));
    if (!hasNone(found(wanted)) || change.isPending) return;
    change.mutate(wanted, { onSuccess: () => form.current?.reset() });
  }

  return (
    <form ref={form} onSubmit={submit} noValidate className="grid max-w-[380px] gap-3.5">
      <Account />
      <PasswordField
        label={sessionWords.password.current}
        name="current"
        autoComplete="current-password"
        error={errors.current}
      />
      <PasswordField
        label={sessionWords.password.next}
        name="next"
        autoComplete="new-password"
        hint={sessionWords.password.nextHint}
        error={errors.next}
      />
      <Button type="submit" look="primary" busy={change.isPending} className="justify-self-start">
        {change.isPending ? sessionWords.password.submitting : sessionWords.password.submit}
      </Button>
      <Outcome
        done={change.isSuccess && hasNone(gaps)}
        error={hasNone(errors) ? change.error : null}
      />
    </form>
  );
}

/** Tells password safes whose password this is. */
const Account = () => (
  <input type="hidden" name="username" autoComplete="username" value={useMe().email} />
);

function Outcome({ done, error }: { readonly done: boolean; readonly error: Error | null }) {
  return (
    <>
      <p role="status" className="text-ink-2">
        {done && sessionWords.password.done}
      </p>
      <p role="alert" className="text-st-failed">
        {error && `${sessionWords.password.failed} ${error.message}`}
      </p>
    </>
  );
}
