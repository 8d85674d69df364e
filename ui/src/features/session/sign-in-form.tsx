import { type FormEvent, useState } from 'react';
import { Button } from '@/components/button';
import { Field } from '@/components/field';
import { Glyph } from '@/components/glyph';
import { PasswordField } from '@/components/password-field';
import { type Credentials, useSignIn } from '@/lib/api/session';
import { duration } from '@/lib/time';
import { words } from '@/lib/words';
import { useRefusal } from './refusal';

/** What the person has to fill in before anything is sent. */
function missing({ email, password }: Credentials) {
  return {
    email: email === '' ? words.signIn.mailMissing : undefined,
    password: password === '' ? words.signIn.passwordMissing : undefined,
  };
}

const read = (form: HTMLFormElement): Credentials => {
  const data = new FormData(form);
  return { email: String(data.get('email')).trim(), password: String(data.get('password')) };
};

export function SignInForm({ onSignedIn }: { readonly onSignedIn: () => void }) {
  const signIn = useSignIn();
  const refusal = useRefusal(signIn.error, signIn.submittedAt);
  const [gaps, setGaps] = useState<ReturnType<typeof missing>>();

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const credentials = read(event.currentTarget);
    const found = missing(credentials);
    setGaps(found);
    if (found.email || found.password || signIn.isPending || refusal?.pause) return;
    signIn.mutate(credentials, { onSuccess: onSignedIn });
  }

  return (
    <form onSubmit={submit} noValidate className="grid gap-3.5">
      <Field
        label={words.signIn.email}
        name="email"
        type="email"
        autoComplete="username"
        error={gaps?.email}
      />
      <PasswordField
        label={words.signIn.password}
        name="password"
        autoComplete="current-password"
        error={gaps?.password}
      />
      <Button
        type="submit"
        look="primary"
        size="large"
        busy={signIn.isPending || Boolean(refusal?.pause)}
      >
        {signIn.isPending ? words.signIn.submitting : words.signIn.submit}
      </Button>
      <Refusal sentence={refusal?.sentence} pause={refusal?.pause} />
    </form>
  );
}

interface RefusalProps {
  readonly sentence: string | undefined;
  readonly pause: number | undefined;
}

/** Always there, so that a screen reader hears the sentence when it comes. */
function Refusal({ sentence, pause }: RefusalProps) {
  return (
    <div role="alert">
      {sentence && (
        <p className="flex gap-2.5 rounded-2 bg-st-failed-tint px-3 py-2">
          <span className="mt-0.5 text-st-failed">
            <Glyph name="failed" size={14} />
          </span>
          <span>
            {sentence}{' '}
            <span aria-hidden="true">
              {pause ? words.signIn.tooManyFor(duration(pause * 1_000)) : ''}
            </span>
          </span>
        </p>
      )}
    </div>
  );
}
