import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { FakeHouse, problem } from '@/testing/fake-house';
import { FakeJournal } from '@/testing/fake-journal';
import { FakeRecords } from '@/testing/fake-records';
import { visit } from '@/testing/visit';

function open() {
  const house = new FakeHouse().open();
  return { house, journal: new FakeJournal(house), records: new FakeRecords(house) };
}

/** Has looked at the list, and is at an event now. */
async function elsewhere(journal: FakeJournal) {
  journal.write({ subject: 'deal/first' });
  const { person } = visit('/events');
  await person.click(await screen.findByRole('link', { name: 'deal/first' }));
  await screen.findByRole('heading', { name: 'deal/first', level: 1 });
  const back = () =>
    person.click(
      screen.getByRole('navigation', { name: 'Where you are' }).querySelector('a') ?? document.body,
    );
  return { person, back };
}

const newest = (house: FakeHouse) =>
  house.asked.filter(({ path }) => path.startsWith('/v1/events?') && !path.includes('before='));

test('a row that is told first hides no gap beneath it', async () => {
  const { house, journal } = open();
  const { person, back } = await elsewhere(journal);
  for (let each = 0; each < 60; each++) journal.write({ subject: `deal/${each}` });
  const answer = house.holdBack('GET /v1/events');
  const before = newest(house).length;
  await back();
  // It is asked as soon as the line stands.
  await waitFor(() => expect(newest(house).length).toBeGreaterThan(before));
  journal.happen({ subject: 'deal/told' });
  await screen.findByText('deal/told');
  answer();
  await person.click(await screen.findByRole('button', { name: '49 new' }));
  await screen.findByText('deal/59');
  await person.click(await screen.findByRole('button', { name: 'Older events' }));
  await screen.findByText('deal/0');
});

test('what could not be caught up with is asked for until it is', async () => {
  const { house, journal } = open();
  const { back } = await elsewhere(journal);
  journal.write({ subject: 'deal/99' });
  house.instead.set('GET /v1/events', problem(500, 'The database did not answer.'));
  await back();
  await waitFor(() => expect(house.instead.size).toBe(0));
  await screen.findByText('deal/99');
});

test('a record that was changed before it was followed is read again', async () => {
  const { house, journal, records } = open();
  records.keep('deals', { id: '57', name: 'Bramble', stage: 'offer' });
  journal.write({ type: 'crm.deal.created', subject: 'deal/57' });
  const answer = house.holdBack('GET /v1/events/stream');
  visit('/records/deals/57');
  await screen.findByRole('link', { name: 'crm.deal.created' });
  records.keep('deals', { id: '57', stage: 'won' });
  journal.write({ type: 'crm.deal.won', subject: 'deal/57' });
  answer();
  await screen.findByRole('link', { name: 'crm.deal.won' });
  await waitFor(() => expect(screen.getByLabelText('Stage')).toHaveValue('won'));
});
