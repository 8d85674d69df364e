import { useState } from 'react';
import { Note } from '@/components/strip';
import { Button } from '@/components/ui/button';
import { Confirm } from '@/components/ui/confirm';
import { Drawer } from '@/components/ui/dialog';
import { toast } from '@/lib/toasts';
import { livingWords } from '@/lib/words/living';
import { Section } from './section';

const nothing = () => undefined;

const undone = () =>
  toast({
    tone: 'done',
    says: 'Approved, goes out in 7 s',
    action: { says: 'Undo', key: 'Z', does: nothing },
  });
const refused = () =>
  toast({
    tone: 'failed',
    says: 'Not saved: Tomas changed it',
    action: { says: 'Compare', does: nothing },
  });
const working = () => toast({ id: 'pausing', tone: 'running', says: 'Pausing 212 of 340' });

export function DialogShow() {
  const [open, setOpen] = useState<'dialog' | 'drawer'>();
  const close = () => setOpen(undefined);
  return (
    <Section title={livingWords.dialogs}>
      <div className="mb-3 flex flex-wrap gap-2">
        <Button onClick={() => setOpen('dialog')}>Dialog…</Button>
        <Button onClick={() => setOpen('drawer')}>Drawer</Button>
        <Button onClick={undone}>Toast: done</Button>
        <Button onClick={refused}>Toast: failed</Button>
        <Button onClick={working}>Toast: at work</Button>
      </div>
      <div className="grid gap-2">
        <Note state="warning">A note inside a page: what is so, and what to do.</Note>
        <Note state="halted">
          <b className="font-medium">Payments are on hold since 10:44.</b> What you asked for is
          kept.
        </Note>
      </div>
      <Confirm
        open={open === 'dialog'}
        onClose={close}
        title="Cancel RF-2291?"
        about="The unknown effect stays: cancelling does not say what happened. Steps ahead will not run: ledger, mail, lease."
        does="Cancel the run"
        danger
        why="needed"
        onConfirm={close}
      />
      <Drawer open={open === 'drawer'} onClose={close} title="Pay back €1,284.00">
        <p className="p-4 text-ink-2">The third pane, where there is no room for it beside.</p>
      </Drawer>
    </Section>
  );
}
