import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { FakeHouse } from '@/testing/fake-house';
import { FakeJournal } from '@/testing/fake-journal';
import { FakeRecords } from '@/testing/fake-records';
import { visit } from '@/testing/visit';

function open() {
  const house = new FakeHouse().open();
  new FakeJournal(house).examples.set('crm.deal.won', { data: { amount: 1 } });
  const records = new FakeRecords(house);
  records.keep('deals', { id: '57', name: 'Bramble & Co' });
  return { house, records };
}

const box = (name: string) => screen.findByLabelText<HTMLInputElement>(name);
const asked = (name: string) => screen.findByRole('dialog', { name });
const press = (name: string) => screen.getByRole('button', { name });

const gone = (name: string) =>
  waitFor(() => expect(screen.queryByRole('dialog', { name })).toBeNull());

/** Away from the field, as one who has written and looks elsewhere. */
const blur = () => (document.activeElement as HTMLElement | null)?.blur();

test.each([
  ['a new record', '/records/deals/new', 'Name', 'Leave without saving?'],
  ['a changed record', '/records/deals/57', 'Name', 'Leave without saving?'],
  ['an event', '/events/new', 'About', 'Leave without sending?'],
])('what was typed of %s is not lost on a link or by keys', async (_, at, field, title) => {
  open();
  const { person, address } = visit(at);
  await person.type(await box(field), 'Osprey');
  await person.click(screen.getAllByRole('link', { name: /^Runs/ })[0] ?? document.body);
  await asked(title);
  await person.click(press('Keep it'));
  await gone(title);
  expect(address()).toBe(at);
  blur();
  await person.keyboard('gh');
  await asked(title);
  await person.click(press('Keep it'));
  await gone(title);
  blur();
  await person.keyboard('{Escape}');
  await asked(title);
  await person.click(press('Leave without it'));
  await waitFor(() => expect(address()).not.toBe(at));
});

test('whoever keeps what was typed finds it as it was, and nothing was sent', async () => {
  const { house } = open();
  const { person } = visit('/records/deals/new');
  await person.type(await box('Name'), 'Osprey');
  await person.click(screen.getByRole('link', { name: 'Cancel' }));
  await asked('Leave without saving?');
  await person.click(press('Keep it'));
  expect(await box('Name')).toHaveValue('Osprey');
  await person.click(screen.getByRole('link', { name: 'Cancel' }));
  await asked('Leave without saving?');
  await person.click(press('Leave without it'));
  await screen.findByRole('table', { name: 'Deals' });
  expect(house.asked.some(({ method }) => method === 'POST')).toBe(false);
});

test.each(['/records/deals/new', '/records/deals/57', '/events/new'])(
  'nobody is asked who wrote nothing at %s',
  async (at) => {
    open();
    const { person, address } = visit(at);
    await box(at === '/events/new' ? 'About' : 'Name');
    await person.keyboard('gh');
    await waitFor(() => expect(address()).toBe('/'));
  },
);

test('what was sent, and an example that was only chosen, can be left at once', async () => {
  open();
  const { person, address } = visit('/events/new');
  await person.click(await screen.findByRole('combobox', { name: 'Begin with an example' }));
  await person.click(await screen.findByRole('option', { name: 'crm.deal.won' }));
  await waitFor(() => expect(screen.getByLabelText('Type')).toHaveValue('crm.deal.won'));
  await person.type(screen.getByLabelText('About'), 'deal/9');
  await person.click(screen.getByRole('button', { name: /^Send the event/ }));
  await screen.findByText(/Accepted, entry 41/);
  await person.click(screen.getByRole('link', { name: 'Open the event' }));
  await waitFor(() => expect(address()).toBe('/events/ev-1'));
});

test('a record that was saved can be left at once', async () => {
  open();
  const { person, address } = visit('/records/deals/57');
  await person.type(await box('Name'), ' BV');
  await person.click(press('Save'));
  await screen.findByText('Saved');
  blur();
  await person.keyboard('gh');
  await waitFor(() => expect(address()).toBe('/'));
});
