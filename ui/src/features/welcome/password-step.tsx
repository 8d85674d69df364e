import type { ReactNode } from 'react';
import { Note } from '@/components/strip';
import { Button } from '@/components/ui/button';
import { useMe } from '@/lib/api/me';
import { welcomeWords } from '@/lib/words/welcome';
import { StepFrame } from './step-frame';

interface PasswordStepProps {
  readonly beside: ReactNode;
  readonly onNext: () => void;
  /** The form in which it is changed. */
  readonly children: ReactNode;
}

/** The first password stays readable in a file until it is changed. */
export function PasswordStep({ beside, onNext, children }: PasswordStepProps) {
  const { firstPassword } = useMe();
  return (
    <StepFrame
      title={welcomeWords.password.title}
      lead={welcomeWords.password.lead}
      beside={beside}
      share="even"
    >
      <div className="grid max-w-[420px] gap-4">
        {firstPassword ? (
          children
        ) : (
          <Note state="finished">
            <b className="font-semibold">{welcomeWords.password.done}</b>{' '}
            {welcomeWords.password.doneHint}
          </Note>
        )}
        <div>
          <Button look={firstPassword ? 'quiet' : 'primary'} size="large" onClick={onNext}>
            {firstPassword ? welcomeWords.skip : welcomeWords.next}
          </Button>
        </div>
      </div>
    </StepFrame>
  );
}
