import { Plus } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { CopyText } from '@/components/ui/copy-button';
import { Dialog } from '@/components/ui/dialog';
import { Icon } from '@/components/ui/icon';
import { Select } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-field';
import { type KeyRole, keyRoles, type MadeKey, useMakeKey } from '@/lib/api/keys';
import { Refused } from '@/lib/http';
import { words } from '@/lib/words';
import { settingsWords } from '@/lib/words/settings';
import { roleName } from './role-name';

/** Asks for a name and a role, then shows the secret once. */
export function NewKey() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        <Icon of={Plus} size={14} />
        {settingsWords.apiKeys.make}
      </Button>
      {open && <Making onClose={() => setOpen(false)} />}
    </>
  );
}

function Making({ onClose }: { readonly onClose: () => void }) {
  const make = useMakeKey();
  return make.data ? (
    <Made made={make.data} onClose={onClose} />
  ) : (
    <Asking make={make} onClose={onClose} />
  );
}

interface AskingProps {
  readonly make: ReturnType<typeof useMakeKey>;
  readonly onClose: () => void;
}

function Asking({ make, onClose }: AskingProps) {
  const form = useId();
  const [name, setName] = useState('');
  const [role, setRole] = useState<KeyRole>('member');
  const [tried, setTried] = useState(false);
  const missing = name.trim() === '';
  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (!missing && !make.isPending) make.mutate({ name: name.trim(), role });
  }
  const told = make.error instanceof Refused ? make.error.errorAt('name') : undefined;
  return (
    <Dialog
      open
      onClose={onClose}
      title={settingsWords.apiKeys.makeTitle}
      actions={
        <>
          <Button onClick={onClose}>{words.dialog.close}</Button>
          <Button
            type="submit"
            form={form}
            look="primary"
            busy={make.isPending}
            className="ml-auto"
          >
            {make.isPending ? settingsWords.apiKeys.making : settingsWords.apiKeys.makeDoes}
          </Button>
        </>
      }
    >
      <form id={form} noValidate onSubmit={submit} className="grid gap-3.5 pb-1">
        <TextField
          label={settingsWords.apiKeys.name}
          needed
          autoComplete="off"
          value={name}
          hint={settingsWords.apiKeys.nameHint}
          error={tried && missing ? settingsWords.apiKeys.nameMissing : told}
          onChange={(event) => setName(event.target.value)}
        />
        <Select
          label={settingsWords.apiKeys.role}
          value={role}
          onChange={setRole}
          options={keyRoles.map((value) => ({ value, name: roleName(value) }))}
        />
        <p role="alert" className="text-st-failed empty:hidden">
          {make.error && !told && `${settingsWords.apiKeys.refused} ${make.error.message}`}
        </p>
      </form>
    </Dialog>
  );
}

/** Closed by its button: whoever lets it go by accident has to make another one. */
const Made = ({ made, onClose }: { readonly made: MadeKey; readonly onClose: () => void }) => (
  <Dialog
    open
    onClose={onClose}
    width="normal"
    title={settingsWords.apiKeys.madeTitle}
    about={settingsWords.apiKeys.madeAbout}
    actions={
      <>
        <CopyText text={made.key} label={settingsWords.apiKeys.copy} />
        <Button look="primary" onClick={onClose} className="ml-auto">
          {settingsWords.apiKeys.done}
        </Button>
      </>
    }
  >
    <TextField
      label={made.name}
      readOnly
      value={made.key}
      spellCheck={false}
      onFocus={(event) => event.currentTarget.select()}
    />
  </Dialog>
);
