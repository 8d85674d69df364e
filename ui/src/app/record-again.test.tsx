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
