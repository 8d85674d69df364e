import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/text-field';
import { type Automation, automationKey } from '@/lib/api/automations';
import { publish } from '@/lib/api/definitions';
import { diffQuery } from '@/lib/api/versions';
import { Refused } from '@/lib/http';
import { toast } from '@/lib/toasts';
import { words } from '@/lib/words';
import { definitionWords } from '@/lib/words/definition';

interface PublishDialogProps {
  readonly automation: Automation;
  /** Of the draft that the person has seen: no other goes live. */
  readonly etag: string | undefined;
  readonly onClose: () => void;
}

/** Says what changes, and takes a note of what for. */
export function PublishDialog({ automation, etag, onClose }: PublishDialogProps) {
  const queries = useQueryClient();
  // As it was when this was opened: a draft that comes meanwhile the person has not chosen to publish.
  const [seen] = useState(etag);
  const [note, setNote] = useState('');
  const form = useId();
  const going = useMutation({
    mutationFn: () => publish(automation.id, note.trim(), seen),
    onSuccess: async ({ number }) => {
      onClose();
      toast({ tone: 'done', says: definitionWords.published(number ?? 0) });
      await Promise.all([
        queries.invalidateQueries({ queryKey: automationKey(automation.id) }),
        queries.invalidateQueries({ queryKey: ['automations'] }),
      ]);
    },
    onError: (error) =>
      isStale(error)
        ? queries.invalidateQueries({ queryKey: automationKey(automation.id) })
        : undefined,
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={definitionWords.publishTitle(automation.name)}
      about={aboutOf(automation)}
      width="normal"
      actions={
        <>
          <Button onClick={onClose}>{words.dialog.keep}</Button>
          <Button
            type="submit"
            form={form}
            look="primary"
            busy={going.isPending}
            className="ml-auto"
          >
            {definitionWords.publishDoes}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (!going.isPending) going.mutate();
        }}
      >
        {automation.number !== null && <Changes id={automation.id} />}
        <TextField
          label={definitionWords.note}
          placeholder={definitionWords.notePlaceholder}
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <p role="alert" className="text-st-failed">
          {isStale(going.error) ? definitionWords.publishStale : going.error?.message}
        </p>
      </form>
    </Dialog>
  );
}

const isStale = (error: Error | null) => error instanceof Refused && error.status === 412;

function aboutOf({ state, number }: Automation): string {
  if (state === 'paused') return definitionWords.pausedAbout;
  return number === null ? definitionWords.firstAbout : definitionWords.publishAbout;
}

/** In words, as the server compares them: what runs will do otherwise. */
function Changes({ id }: { readonly id: string }) {
  const { data, error } = useQuery({ ...diffQuery(id, undefined, 'draft'), gcTime: 0 });
  return (
    <section aria-label={definitionWords.changes}>
      <h3 className="mb-1">{definitionWords.changes}</h3>
      {error && <p className="text-ink-3">{definitionWords.changesFailed}</p>}
      {data?.same && <p className="text-ink-3">{definitionWords.noChanges}</p>}
      <ul className="grid max-h-56 gap-1 overflow-auto">
        {data?.changes.map(({ path, words: said }) => (
          <li key={`${path} ${said}`} className="wrap-anywhere text-ink-2">
            {said}
          </li>
        ))}
      </ul>
    </section>
  );
}
