import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { FakeHouse } from '@/testing/fake-house';
import { FakeRecords } from '@/testing/fake-records';
import { visit } from '@/testing/visit';

const box = (name: string) => screen.findByLabelText<HTMLInputElement>(name);

test('what was corrected after an answer was lost is kept, and what the server added stays', async () => {
  const house = new FakeHouse().open();
  const records = new FakeRecords(house);
  const { person, address } = visit('/records/deals/new');
  await person.type(await box('Name'), 'Osprey Dental');
  await person.type(await box('Note'), 'They called.');
  house.reachable = false;
  await person.click(screen.getByRole('button', { name: 'Create it' }));
  await screen.findByText(/^No answer came/);
  const sent = house.asked.find(({ method }) => method === 'POST')?.body as { id: string };
  records.keep('deals', { ...sent, stage: 'lead' });
  house.reachable = true;
  await person.type(await box('Name'), ' BV');
  await person.clear(await box('Note'));
  await person.click(screen.getByRole('button', { name: 'Create it' }));
  await screen.findByRole('heading', { name: 'Osprey Dental BV', level: 1 });
  expect(address()).toBe(`/records/deals/${sent.id}`);
  const change = house.asked.find(({ method }) => method === 'PATCH');
  expect(change?.body).toEqual({ name: 'Osprey Dental BV', note: null });
  expect(change?.headers.get('if-match')).toBe('"1"');
});

test('a change that is undone while it is saved stays undone, and is to be saved', async () => {
  const house = new FakeHouse().open();
  new FakeRecords(house).keep('deals', { id: '57', name: 'Bramble' });
  const { person } = visit('/records/deals/57');
  await person.type(await box('Name'), '!');
  const answer = house.holdBack('PATCH /v1/deals/57');
  const tellRuns = house.holdBack('GET /v1/runs');
  await person.click(screen.getByRole('button', { name: 'Save' }));
  await person.type(await box('Name'), '{Backspace}');
  answer();
  await screen.findByRole('heading', { name: 'Bramble!', level: 1 });
  tellRuns();
  await screen.findByText('Saved');
  expect(await box('Name')).toHaveValue('Bramble');
  expect(screen.getByText('Not saved yet.')).toBeVisible();
});
