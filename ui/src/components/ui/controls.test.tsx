import { act, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { dismiss, toast } from '@/lib/toasts';
import { Button } from './button';
import { RowCheckbox } from './checkbox';
import { Combobox } from './combobox';
import { Confirm } from './confirm';
import { Menu, MenuItem } from './menu';
import { RadioGroup } from './radio';
import { SearchField } from './search-field';
import { Segments } from './segments';
import { Select } from './select';
import { Switch } from './switch';
import { Tabs } from './tabs';
import { TextField } from './text-field';
import { Toaster } from './toaster';
import { Tooltip } from './tooltip';

const areas = [
  { value: 'finance', name: 'Finance' },
  { value: 'sales', name: 'Sales' },
  { value: 'people', name: 'People', about: 'no access', off: true },
] as const;

test('a button that is busy or off keeps the focus and does nothing', async () => {
  const person = userEvent.setup();
  const does = vi.fn<() => void>();
  render(
    <>
      <Button busy onClick={does}>
        Publish
      </Button>
      <Button off="Nothing to publish" onClick={does}>
        Publish v15
      </Button>
    </>,
  );
  for (const button of screen.getAllByRole('button')) {
    expect(button).toHaveAttribute('aria-disabled', 'true');
    // One after the other, as a person does.
    // oxlint-disable-next-line eslint/no-await-in-loop
    await person.click(button);
    expect(button).toHaveFocus();
  }
  expect(does).not.toHaveBeenCalled();
  expect(screen.getByRole('button', { name: 'Publish v15' })).toHaveAttribute(
    'title',
    'Nothing to publish',
  );
});

test('what is wrong with a field is told at the field', () => {
  render(<TextField label="Amount" hint="In euros." error="More than 0." />);
  const field = screen.getByLabelText('Amount');
  expect(field).toBeInvalid();
  expect(field).toHaveAccessibleDescription('More than 0.');
  expect(screen.queryByText('In euros.')).toBeNull();
});

function Choosing() {
  const [area, setArea] = useState<'finance' | 'sales' | 'people'>('finance');
  return <Select label="Area" options={areas} value={area} onChange={setArea} />;
}

test('a select opens by key, leaves out what is off, and says what was chosen', async () => {
  const person = userEvent.setup();
  render(<Choosing />);
  const select = screen.getByRole('combobox', { name: /Area/ });
  expect(select).toHaveTextContent('Finance');
  await person.click(select);
  const off = await screen.findByRole('option', { name: /People/ });
  expect(off).toHaveAttribute('aria-disabled', 'true');
  await person.click(screen.getByRole('option', { name: 'Sales' }));
  await waitFor(() => expect(select).toHaveTextContent('Sales'));
});

function Typing() {
  const [area, setArea] = useState<'finance' | 'sales' | 'people'>();
  return (
    <>
      <Combobox label="Area" options={areas} value={area} onChange={setArea} />
      <output>{area ?? 'none'}</output>
    </>
  );
}

test('a combobox narrows as one types, and can be emptied', async () => {
  const person = userEvent.setup();
  render(<Typing />);
  const field = screen.getByRole('combobox', { name: 'Area' });
  await person.type(field, 'sal');
  await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(1));
  await person.click(screen.getByRole('option', { name: 'Sales' }));
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('sales'));
  await person.click(screen.getByRole('button', { name: 'Clear' }));
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('none'));
});

test('a menu says why an item cannot be done, and does the others', async () => {
  const person = userEvent.setup();
  const does = vi.fn<() => void>();
  render(
    <Menu title="RF-2291" trigger={<Button>More</Button>}>
      <MenuItem onClick={does}>Re-run</MenuItem>
      <MenuItem off="operators only" onClick={does}>
        Halt
      </MenuItem>
    </Menu>,
  );
  await person.click(screen.getByRole('button', { name: 'More' }));
  const halt = await screen.findByRole('menuitem', { name: /Halt.*operators only/ });
  expect(halt).toHaveAttribute('aria-disabled', 'true');
  await person.click(screen.getByRole('menuitem', { name: 'Re-run' }));
  expect(does).toHaveBeenCalledOnce();
});

function Asking({ onConfirm }: { readonly onConfirm: (why: string) => void }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Cancel…</Button>
      <Confirm
        open={open}
        onClose={() => setOpen(false)}
        title="Cancel RF-2291?"
        about="Steps ahead will not run."
        does="Cancel the run"
        danger
        why="needed"
        onConfirm={onConfirm}
      />
    </>
  );
}

test('nothing is confirmed without the reason that is needed, and the focus goes back', async () => {
  const person = userEvent.setup();
  const confirmed = vi.fn<(why: string) => void>();
  render(<Asking onConfirm={confirmed} />);
  const opener = screen.getByRole('button', { name: 'Cancel…' });
  await person.click(opener);
  const dialog = within(await screen.findByRole('dialog', { name: 'Cancel RF-2291?' }));
  await person.click(dialog.getByRole('button', { name: 'Cancel the run' }));
  expect(confirmed).not.toHaveBeenCalled();
  await person.type(dialog.getByLabelText('Why'), 'Wrong customer ');
  await person.click(dialog.getByRole('button', { name: 'Cancel the run' }));
  expect(confirmed).toHaveBeenCalledExactlyOnceWith('Wrong customer');
  await person.click(dialog.getByRole('button', { name: 'Keep it' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(opener).toHaveFocus();
});

function Parts() {
  const [tab, setTab] = useState<'input' | 'output'>('input');
  const tabs = [
    { value: 'input', name: 'Input' },
    { value: 'output', name: 'Output', count: '3' },
  ] as const;
  return (
    <Tabs label="Parts" tabs={tabs} value={tab} onChange={setTab}>
      shows {tab}
    </Tabs>
  );
}

test('tabs are led along by arrows', async () => {
  const person = userEvent.setup();
  render(<Parts />);
  await person.click(screen.getByRole('tab', { name: 'Input' }));
  await person.keyboard('{ArrowRight}{Enter}');
  await waitFor(() => expect(screen.getByRole('tabpanel')).toHaveTextContent('shows output'));
  expect(screen.getByRole('tab', { name: /Output/ })).toHaveAttribute('aria-selected', 'true');
});

test('segments, radios and switches are the ones of the browser', async () => {
  const person = userEvent.setup();
  const [share, word, on] = [
    vi.fn<(to: string) => void>(),
    vi.fn<(to: string) => void>(),
    vi.fn<(to: boolean) => void>(),
  ];
  render(
    <>
      <Segments
        label="Share"
        value="all"
        onChange={share}
        segments={[
          { value: 'all', name: 'All' },
          { value: 'mine', name: 'Mine', count: '12' },
        ]}
      />
      <RadioGroup
        framed
        label="What happened?"
        value="yes"
        onChange={word}
        options={[
          { value: 'yes', name: 'It happened', about: 'Recorded as done.' },
          { value: 'no', name: 'It did not happen' },
        ]}
      />
      <Switch on={false} onChange={on} hint="Holds at once.">
        Single keys
      </Switch>
    </>,
  );
  await person.click(screen.getByRole('radio', { name: /Mine/ }));
  await person.click(screen.getByRole('radio', { name: 'It did not happen' }));
  await person.click(screen.getByRole('switch', { name: /Single keys/ }));
  expect(share).toHaveBeenCalledWith('mine');
  expect(word).toHaveBeenCalledWith('no');
  expect(on).toHaveBeenCalledWith(true);
});

test('a box for some of them is neither on nor off', () => {
  render(<RowCheckbox label="All of Finance" checked={false} some onChange={() => undefined} />);
  expect(screen.getByRole('checkbox', { name: 'All of Finance' })).toBePartiallyChecked();
});

test('a tooltip is there for the keyboard, too', async () => {
  const person = userEvent.setup();
  render(
    <Tooltip says="Nothing is sent">
      <Button>Test</Button>
    </Tooltip>,
  );
  await person.tab();
  expect(await screen.findByText('Nothing is sent')).toBeInTheDocument();
});

function Searching({ onSearch }: { readonly onSearch: (text: string) => void }) {
  const [value, setValue] = useState('');
  const search = (text: string) => {
    setValue(text);
    onSearch(text);
  };
  return (
    <>
      <SearchField label="Name" value={value} onSearch={search} />
      <button type="button" onClick={() => setValue('from the address')}>
        back
      </button>
    </>
  );
}

test('a search asks once for what was typed, by a moment, Enter or Escape', async () => {
  const person = userEvent.setup();
  const asked = vi.fn<(text: string) => void>();
  render(<Searching onSearch={asked} />);
  const field = screen.getByRole('textbox', { name: 'Name' });
  await person.type(field, 'kestrel');
  await waitFor(() => expect(asked).toHaveBeenCalledExactlyOnceWith('kestrel'));
  await person.click(screen.getByRole('button', { name: 'back' }));
  expect(field).toHaveValue('from the address');
  await person.type(field, '{Escape}');
  expect(field).toHaveValue('');
  expect(asked).toHaveBeenLastCalledWith('');
});

test('what is done goes by itself, what failed stays until it is closed', async () => {
  const person = userEvent.setup();
  const undo = vi.fn<() => void>();
  render(<Toaster />);
  toast({ tone: 'failed', says: 'Not saved' });
  toast({ tone: 'done', says: 'Approved', stays: 60_000, action: { says: 'Undo', does: undo } });
  await person.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(undo).toHaveBeenCalledOnce();
  expect(screen.queryByText('Approved')).toBeNull();
  toast({ tone: 'done', says: 'Sent', stays: 600 });
  await screen.findByText('Sent');
  await waitFor(() => expect(screen.queryByText('Sent')).toBeNull());
  await person.click(screen.getByRole('button', { name: 'Close' }));
  expect(screen.getByRole('status')).toBeEmptyDOMElement();
});

test('the same thing said again replaces what was said', async () => {
  render(<Toaster />);
  toast({ id: 'pausing', tone: 'running', says: 'Pausing 1 of 3' });
  toast({ id: 'pausing', tone: 'done', says: 'Paused 3' });
  expect(await screen.findByText('Paused 3')).toBeVisible();
  expect(screen.queryByText('Pausing 1 of 3')).toBeNull();
  act(() => dismiss('pausing'));
  expect(screen.getByRole('status')).toBeEmptyDOMElement();
});
