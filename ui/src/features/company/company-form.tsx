import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import { useRenameCompany } from '@/lib/api/company';
import { Refused } from '@/lib/http';
import { toast } from '@/lib/toasts';
import { settingsWords } from '@/lib/words/settings';

/** What the company is called; an administrator says so. */
export function CompanyForm({ name: kept }: { readonly name: string }) {
  const rename = useRenameCompany();
  const [name, setName] = useState(kept);
  const missing = name.trim() === '';
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (missing || rename.isPending || name.trim() === kept) return;
    rename.mutate(name.trim(), {
      onSuccess: (company) =>
        toast({ tone: 'done', says: settingsWords.company.renamed(company.name) }),
    });
  }
  return (
    <form onSubmit={submit} noValidate className="flex max-w-[420px] flex-wrap items-end gap-2">
      <div className="min-w-0 flex-1">
        <TextField
          label={settingsWords.company.name}
          maxLength={100}
          autoComplete="organization"
          value={name}
          error={missing ? settingsWords.company.missing : refusalOf(rename.error)}
          onChange={(change) => setName(change.target.value)}
        />
      </div>
      <Button type="submit" busy={rename.isPending}>
        {rename.isPending ? settingsWords.company.renaming : settingsWords.company.rename}
      </Button>
    </form>
  );
}

function refusalOf(error: Error | null): string | undefined {
  if (error === null) return undefined;
  const told = error instanceof Refused ? error.errorAt('name') : undefined;
  return told ?? `${settingsWords.company.notRenamed} ${error.message}`;
}
