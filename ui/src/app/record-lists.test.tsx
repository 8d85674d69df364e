import { act, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { FakeHouse } from '@/testing/fake-house';
import { FakeJournal } from '@/testing/fake-journal';
import { FakeRecords } from '@/testing/fake-records';
import { visit } from '@/testing/visit';

function open() {
  const house = new FakeHouse().open();
  return { house, journal: new FakeJournal(house), records: new FakeRecords(house) };
}

test('a row that leaves the list is not announced as new', async () => {
  const { house, journal, records } = open();
  records.keep('tasks', { id: '1', title: 'Call Lena', state: 'open' });
  records.keep('tasks', { id: '2', title: 'Call Jonas', state: 'open' });
  const { person } = visit('/records/tasks?which=open');
  await screen.findByRole('link', { name: 'Call Jonas' });
  const lists = () => house.asked.filter(({ path }) => path.startsWith('/v1/tasks?'));
  const before = lists().length;
  journal.happen({ type: 'task.created', after: { id: '3', title: 'Done long ago' } });
  await waitFor(() => expect(lists().length).toBeGreaterThan(before));
  await act(async () => undefined);
  await person.click(screen.getByRole('button', { name: /Complete.*Jonas/ }));
  await waitFor(() => expect(screen.queryByRole('link', { name: 'Call Jonas' })).toBeNull());
  expect(screen.queryByRole('button', { name: /new$/ })).toBeNull();
});

test('a record leads to all runs about it, of which it shows the last', async () => {
  const { records } = open();
  records.keep('deals', { id: '57', name: 'Bramble & Co' });
  visit('/records/deals/57');
  expect(await screen.findByRole('link', { name: 'All runs' })).toHaveAttribute(
    'href',
    '/runs?subject=deal%2F57',
  );
});
