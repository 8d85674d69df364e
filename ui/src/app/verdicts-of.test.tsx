import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { anAutomation, FakeAutomations } from '@/testing/fake-automations';
import { aRun, FakeHouse, problem } from '@/testing/fake-house';
import { visit } from '@/testing/visit';

const { event } = aRun();

const verdict = (over: object) => ({
  event: { ...event, recordedAt: '2026-11-20T09:00:00.000Z' },
  automation: 'Greet a won customer',
  automationId: 'auto-1',
  verdict: 'fired',
  reason: '',
  number: 2,
  run: 'run-7',
  triggers: [],
  ...over,
});

const unmet = verdict({
  event: { ...event, id: 'e2', subject: 'deal/43', recordedAt: '2026-11-20T08:00:00.000Z' },
  verdict: 'not_met',
  run: null,
  reason: "'event.data.amount >= 1000.0' is false",
  triggers: [
    {
      event: 'crm.deal.won',
      when: 'event.data.amount >= 1000.0 && has(event.data.vip)',
      part: 'event.data.amount >= 1000.0',
      saw: [{ path: 'event.data.amount', value: 999, missing: false, from: 'sent by /crm' }],
    },
  ],
});

function open() {
  const house = new FakeHouse().open();
  house.rooms.push((key, { path }) => {
    if (!key.endsWith('/verdicts')) return undefined;
    const items = path.includes('verdict=') ? [unmet] : [verdict({}), unmet];
    return [200, { items, next: null, lookedAt: 2, lookedBackTo: null }];
  });
  new FakeAutomations(house).kept.push(anAutomation());
  return house;
}

const rowOf = async (subject: string) =>
  within((await screen.findByRole('link', { name: subject })).closest('li') ?? document.body);

test('says of each event why it ran, or why it did not', async () => {
  open();
  visit('/automations/auto-1/verdicts');
  const ran = await rowOf('deal/42');
  const not = await rowOf('deal/43');
  expect(ran.getByRole('link', { name: 'Open the run' })).toHaveAttribute('href', '/runs/run-7');
  expect(not.getByText('Did not match')).toBeVisible();
  expect(not.getByText('event.data.amount >= 1000.0')).toBeVisible();
  expect(not.getByRole('link', { name: 'deal/43' })).toHaveAttribute('href', '/events/e2');
});

test('narrows to one kind of verdict, in the address', async () => {
  open();
  const { person, address } = visit('/automations/auto-1/verdicts');
  await screen.findByRole('link', { name: 'deal/42' });
  await person.click(screen.getByRole('radio', { name: 'Did not match' }));
  await waitFor(() => expect(screen.queryByRole('link', { name: 'deal/42' })).toBeNull());
  expect(address()).toBe('/automations/auto-1/verdicts?verdict=not_met');
});

test('tells verdicts that did not load from none', async () => {
  const house = open();
  house.instead.set('GET /v1/automations/auto-1/verdicts', problem(500, 'Too slow.'));
  visit('/automations/auto-1/verdicts');
  await screen.findByText('The verdicts did not load');
});
