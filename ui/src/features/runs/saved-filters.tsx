import { Bookmark, ChevronDown, X } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Icon } from '@/components/ui/icon';
import { IconButton } from '@/components/ui/icon-button';
import { Popover } from '@/components/ui/popover';
import { TextField } from '@/components/ui/text-field';
import { isFiltered, written } from '@/lib/api/run-list';
import { useMe } from '@/lib/api/me';
import { forgetFilter, saveFilter, useSavedFilters } from '@/lib/saved-filters';
import { toast } from '@/lib/toasts';
import { words } from '@/lib/words';
import { runListWords } from '@/lib/words/run-list';
import type { RunFiltersProps } from './run-filters';

/** Filters that somebody comes back to, by names of their own. */
export function SavedFilters({ filter, onFilter }: RunFiltersProps) {
  const { email } = useMe();
  const saved = useSavedFilters(email);
  const [open, setOpen] = useState(false);
  const [saving, setSaving] = useState(false);
  return (
    <>
      <Popover
        align="end"
        title={runListWords.savedTitle}
        open={open}
        onOpen={setOpen}
        trigger={
          <Button look="quiet">
            <Icon of={Bookmark} size={14} />
            {runListWords.saved}
            <Icon of={ChevronDown} size={14} />
          </Button>
        }
      >
        <ul className="grid w-64 gap-px">
          {saved.map(({ name, filter: kept }) => (
            <li key={name} className="flex items-center gap-1">
              <Button
                look="quiet"
                className="min-w-0 flex-1 justify-start!"
                onClick={() => {
                  setOpen(false);
                  onFilter(written(kept));
                }}
              >
                <span className="truncate">{name}</span>
              </Button>
              <IconButton
                icon={X}
                size="small"
                label={runListWords.forget(name)}
                onClick={() => forgetFilter(email, name)}
              />
            </li>
          ))}
        </ul>
        {saved.length === 0 && <p className="text-ink-2">{runListWords.savedNone}</p>}
        <p className="mt-1.5 mb-2.5 text-xs text-ink-3">{runListWords.savedHint}</p>
        <Button
          off={isFiltered(filter) ? undefined : runListWords.saveOff}
          onClick={() => {
            setOpen(false);
            setSaving(true);
          }}
        >
          {runListWords.save}
        </Button>
      </Popover>
      {saving && <SaveDialog filter={filter} person={email} onClose={() => setSaving(false)} />}
    </>
  );
}

interface SaveDialogProps extends Pick<RunFiltersProps, 'filter'> {
  readonly person: string;
  readonly onClose: () => void;
}

function SaveDialog({ filter, person, onClose }: SaveDialogProps) {
  const [name, setName] = useState('');
  const form = useId();
  const missing = name.trim() === '';
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (missing) return;
    saveFilter(person, { name: name.trim(), filter: written(filter) });
    onClose();
    toast({ tone: 'done', says: runListWords.savedDone(name.trim()) });
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={runListWords.saveTitle}
      about={runListWords.savedHint}
      actions={
        <>
          <Button onClick={onClose}>{words.dialog.close}</Button>
          <Button
            type="submit"
            form={form}
            look="primary"
            off={missing ? words.field.required : undefined}
            className="ml-auto"
          >
            {runListWords.saveDoes}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit}>
        <TextField
          needed
          label={runListWords.saveName}
          hint={runListWords.saveNameHint}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
