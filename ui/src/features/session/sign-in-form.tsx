import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import { Note } from '@/components/strip';
import { PasswordField } from '@/components/ui/password-field';
import type { Me } from '@/lib/api/me';
import { type Credentials, useSignIn } from '@/lib/api/session';
import { duration } from '@/lib/time';
import { sessionWords } from '@/lib/words/session';
import { useRefusal } from './refusal';

/** What the person has to fill in before anything is sent. */
function missing({ email, password }: Credentials) {
  return {
    email: email === '' ? sessionWords.signIn.mailMissing : undefined,
    password: password === '' ? sessionWords.signIn.passwordMissing : undefined,
  };
}

const read = (form: HTMLFormElement): Credentials => {
  const data = new FormData(form);
  return { email: String(data.get('email')).trim(), password: String(data.get('password')) };
};

export function SignInForm({ onSignedIn }: { readonly onSignedIn: (me: Me) => void }) {
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
      <TextField
        label={sessionWords.signIn.email}
        name="email"
        type="email"
        size="large"
        autoComplete="username"
        error={gaps?.email}
      />
      <PasswordField
        label={sessionWords.signIn.password}
        name="password"
        size="large"
        autoComplete="current-password"
        error={gaps?.password}
      />
      <Button
        type="submit"
        look="primary"
        size="large"
        busy={signIn.isPending || Boolean(refusal?.pause)}
      >
        {signIn.isPending ? sessionWords.signIn.submitting : sessionWords.signIn.submit}
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
        <Note state="failed">
          {sentence}{' '}
          <span aria-hidden="true">
            {pause ? sessionWords.signIn.tooManyFor(duration(pause * 1_000)) : ''}
          </span>
        </Note>
      )}
    </div>
  );
}
