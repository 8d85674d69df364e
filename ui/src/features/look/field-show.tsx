import { useState } from 'react';
import { Tag } from '@/components/ui/chip';
import { PasswordField } from '@/components/ui/password-field';
import { SearchField } from '@/components/ui/search-field';
import { TextArea, TextField } from '@/components/ui/text-field';
import { livingWords } from '@/lib/words/living';
import { Section } from './section';

export function FieldShow() {
  const [search, setSearch] = useState('');
  return (
    <Section title={livingWords.fields}>
      <div className="grid gap-x-4 gap-y-3 two:grid-cols-2">
        <TextField
          label="Name"
          defaultValue="Won deal to onboarding"
          hint="As people call it, not a code."
        />
        <TextField label="Customer" placeholder="Alder & Pike" hint="Empty, with an example." />
        <TextField
          label="Amount"
          defaultValue="-40.00"
          trailing="EUR"
          error="More than 0. A credit is another action."
        />
        <TextField label="Limit" defaultValue="set by Finance" disabled />
        <PasswordField label="Password" defaultValue="a lamp in the window" autoComplete="off" />
        <div className="grid content-end">
          <SearchField label="Name, action, owner" value={search} onSearch={setSearch} />
        </div>
        <TextArea
          label="Why"
          needed
          defaultValue="Provider confirms refunds twice since 10:04. Hold all money until their incident is closed."
        />
        <p className="self-end pb-1">
          <Tag>deal.value.amount</Tag> &gt;= <span className="mono">10000</span>
        </p>
      </div>
    </Section>
  );
}
