import { type FormEvent, type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import { type Company, useRenameCompany } from '@/lib/api/company';
import { Refused } from '@/lib/http';
import { welcomeWords } from '@/lib/words/welcome';
import { StepFrame } from './step-frame';

interface CompanyStepProps {
  readonly company: Company;
  readonly beside: ReactNode;
  readonly onNext: () => void;
}

export function CompanyStep({ company, beside, onNext }: CompanyStepProps) {
  const rename = useRenameCompany();
  const [name, setName] = useState(company.named ? company.name : '');
  const [asked, setAsked] = useState(false);
  const missing = asked && name.trim() === '' ? welcomeWords.company.missing : undefined;
  function submit(event: FormEvent): void {
    event.preventDefault();
    setAsked(true);
    if (name.trim() === '' || rename.isPending) return;
    rename.mutate(name.trim(), { onSuccess: onNext });
  }
  return (
    <StepFrame
      title={welcomeWords.company.title}
      lead={welcomeWords.company.lead}
      beside={beside}
      share="even"
    >
      <form onSubmit={submit} noValidate className="grid max-w-[420px] gap-3.5">
        <TextField
          label={welcomeWords.company.name}
          size="large"
          placeholder={welcomeWords.company.example}
          autoComplete="organization"
          maxLength={100}
          value={name}
          error={missing ?? refusalAt(rename.error)}
          onChange={(change) => setName(change.target.value)}
        />
        <p role="alert" className="text-st-failed empty:hidden">
          {rename.error && !refusalAt(rename.error)
            ? `${welcomeWords.company.refused} ${rename.error.message}`
            : ''}
        </p>
        <div className="flex flex-wrap gap-2">
          <Button type="submit" look="primary" size="large" busy={rename.isPending}>
            {rename.isPending ? welcomeWords.company.busy : welcomeWords.company.does}
          </Button>
          <Button look="quiet" size="large" onClick={onNext}>
            {welcomeWords.skip}
          </Button>
        </div>
      </form>
    </StepFrame>
  );
}

const refusalAt = (error: Error | null) =>
  error instanceof Refused ? error.errorAt('name') : undefined;
