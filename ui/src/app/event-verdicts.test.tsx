import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Verdict } from '@/lib/api/verdicts';
import { FakeHouse } from '@/testing/fake-house';
import { FakeJournal } from '@/testing/fake-journal';
import { visit } from '@/testing/visit';

const verdict = (n: number, over: Partial<Verdict> = {}): Verdict => ({
  automation: `Automation ${n}`,
  automationId: `a${n}`,
  verdict: 'not_met',
  reason: '',
  number: 1,
  run: null,
  ...over,
});

const verdicts = async () => within(await screen.findByRole('region', { name: 'Verdicts' }));

function open() {
  const house = new FakeHouse().open();
  const journal = new FakeJournal(house);
  return { house, journal, id: journal.write().id };
}

test('the verdicts of more automations than one page holds are read when they are wanted', async () => {
  const { journal, id } = open();
  journal.verdicts.set(
    id,
    Array.from({ length: 60 }, (_, n) =>
      verdict(n, n === 59 ? { verdict: 'fired', run: 'run-7' } : {}),
    ),
  );
  const { person } = visit(`/events/${id}`);
  const shown = await verdicts();
  expect(shown.getAllByRole('listitem')).toHaveLength(50);
  await person.click(shown.getByRole('button', { name: 'Further automations' }));
  await shown.findByText('Automation 59');
  expect(shown.getByText('Ran')).toBeVisible();
  expect(shown.getAllByRole('listitem')).toHaveLength(60);
  await waitFor(() => expect(shown.queryByRole('button', { name: /Further/ })).toBeNull());
});

test('none is said to listen only where nobody further is to be asked', async () => {
  const { house, id } = open();
  house.rooms.unshift((key, { path }) => {
    if (!key.endsWith('/verdicts')) return undefined;
    return path.includes('before=')
      ? [200, { items: [], next: null }]
      : [200, { items: [], next: 'a50' }];
  });
  const { person } = visit(`/events/${id}`);
  const shown = await verdicts();
  expect(shown.queryByText(/^No automation listens/)).toBeNull();
  await person.click(shown.getByRole('button', { name: 'Further automations' }));
  await shown.findByText('No automation listens to events of this type.');
});
