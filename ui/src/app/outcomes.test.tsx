import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { FakeHouse } from '@/testing/fake-house';
import { entryId, FakeJournal } from '@/testing/fake-journal';
import { visit } from '@/testing/visit';
import { windowOf } from '@/testing/window-of';

function open() {
  const house = new FakeHouse().open();
  return { house, journal: new FakeJournal(house) };
}

const row = async (name: RegExp) =>
  within(await screen.findByRole('table', { name: 'Events' })).findByRole('row', { name });

test('each event tells what came of it, and those that come do as well', async () => {
  const { house, journal } = open();
  journal.write({ outcome: { runs: 2, held: 1, more: false } });
  journal.write({ subject: 'deal/58', outcome: { runs: 0, held: 0, more: false } });
  visit('/events');
  expect(within(await row(/deal\/57/)).getByRole('img', { name: '2 runs' })).toBeVisible();
  expect(
    within(await row(/deal\/57/)).getByRole('img', { name: '1 automation held back' }),
  ).toBeVisible();
  expect(within(await row(/deal\/58/)).queryByRole('img')).toBeNull();
  await screen.findByText('Live');
  journal.happen({ subject: 'deal/61', outcome: { runs: 100, held: 0, more: true } });
  await within(await row(/deal\/61/)).findByRole('img', { name: 'at least 100 runs' });
  const asked = house.asked.filter(({ path }) => /^\/v1\/events(\/stream)?\?/.test(path));
  expect(asked.every(({ path }) => path.includes('include=outcome'))).toBe(true);
});

test('the list beside an event tells it too', async () => {
  const { journal } = open();
  windowOf(1_300);
  journal.write({ outcome: { runs: 1, held: 0, more: false } });
  visit(`/events/${entryId(1)}`);
  const beside = within(await screen.findByRole('region', { name: 'Events around it' }));
  expect(await beside.findByRole('img', { name: '1 run' })).toBeVisible();
});
