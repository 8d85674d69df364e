import { screen, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
// Fetched before the first test begins, which waits only so long for what it looks for.
import '@/routes/run.page';
import { aRun, FakeHouse } from '@/testing/fake-house';
import { FakeRuns } from '@/testing/fake-runs';
import { visit } from '@/testing/visit';
import { windowOf } from '@/testing/window-of';

beforeEach(() => windowOf(1_440));

/** What a run wrote about so many things, the newest first. */
const wrote = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    id: `e${n}`,
    position: count - n,
    type: 'crm.deal.updated',
    subject: `deal/${n}`,
    source: '/crm',
    sourceId: String(n),
    time: '2026-11-20T09:00:00.120Z',
    recordedAt: '2026-11-20T09:00:00.120Z',
    actor: 'run/run-7',
    cause: { event: 'e', run: 'run-7', depth: 1 },
  }));

test('a log of more entries than were read says so, and reads the others', async () => {
  const house = new FakeHouse().open();
  const runs = new FakeRuns(house);
  house.runs.push(aRun());
  runs.entries.push(...wrote(230));
  const { person } = visit('/runs/run-7');
  const log = within(await screen.findByRole('region', { name: 'Log' }));
  await person.click(await log.findByRole('radio', { name: 'Caused 200+' }));
  expect(log.getByRole('radio', { name: /^All 20\d\+$/ })).toBeInTheDocument();
  expect(log.queryByText(/deal\/229/)).toBeNull();
  await person.click(log.getByRole('button', { name: 'More of what the journal holds of it' }));
  await log.findByRole('radio', { name: 'Caused 230' });
  await person.click(log.getByRole('button', { name: 'Older lines' }));
  await log.findByText(/deal\/229/);
  expect(log.queryByRole('button', { name: /^More of/ })).toBeNull();
});
