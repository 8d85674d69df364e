import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { anAutomation, FakeAutomations } from '@/testing/fake-automations';
import { aRun, aStep, FakeHouse, problem } from '@/testing/fake-house';
import { FakeRuns } from '@/testing/fake-runs';
import { visit } from '@/testing/visit';

const steps = [
  { id: 'first', name: 'Look it up', do: 'http.request' },
  { id: 'each', for_each: 'event.data', steps: [{ id: 'book', do: 'http.request' }] },
  { id: 'none', for_each: 'vars.none', steps: [{ id: 'bill', name: 'Bill it', do: 'mail.send' }] },
  { id: 'never', name: 'Tell the owner', do: 'mail.send' },
];

const loop = (id: string, items: number) =>
  aStep({ id, kind: 'for_each', progress: { items, done: items, failed: 0 } });

/** A run of more steps than it shows: the first one stands on a page of its own. */
function open() {
  const house = new FakeHouse().open();
  house.me = { ...house.me, role: 'builder' };
  new FakeAutomations(house).kept.push(anAutomation({ draft: { name: 'Greet', steps } }));
  const runs = new FakeRuns(house);
  const shown = [loop('each', 900), loop('none', 0), aStep({ id: 'each.3.book', state: 'failed' })];
  house.runs.push(aRun({ moreSteps: true, steps: shown }));
  runs.steps.set('', [aStep({ id: 'first', name: 'Look it up' }), ...shown]);
  return { house, runs };
}

const pane = async (step: string, name: string) => {
  visit(`/automations/auto-1/chain?step=${step}`);
  return within(await screen.findByRole('region', { name }));
};

test('a step that a long run does not show with itself is read, and told as it went', async () => {
  open();
  const { findByText, queryByText } = await pane('first', 'Look it up');
  await findByText('Finished');
  expect(queryByText('Not reached in the last run')).toBeNull();
  await screen.findByRole('treeitem', { name: /^Look it up, .*Finished/ });
});

test('the turns of a loop in a long run are shown in the run, where the way leads', async () => {
  open();
  const { findByText, getByRole, queryByText } = await pane('book', 'http.request');
  await findByText('Its turns are shown in the run.');
  expect(queryByText('Not reached in the last run')).toBeNull();
  expect(getByRole('link', { name: /^Open it in the run/ })).toHaveAttribute(
    'href',
    '/runs/run-7?step=each',
  );
  // One turn that failed is not all of them.
  expect(screen.queryByRole('treeitem', { name: /^http.request.*Failed/ })).toBeNull();
});

test.each([
  ['never', 'Tell the owner'],
  ['bill', 'Bill it'],
])('a step that a long run did not come to is told so: %s', async (step, name) => {
  open();
  const { findByText } = await pane(step, name);
  await findByText('Not reached in the last run');
});

test('nothing is called not reached while the steps of a long run did not load', async () => {
  const { house } = open();
  house.rooms.unshift((key) =>
    key === 'GET /v1/runs/run-7/steps' ? problem(500, 'No answer in 5 s.') : undefined,
  );
  const { findByText, queryByText } = await pane('never', 'Tell the owner');
  await findByText('How it went is shown in the run.');
  expect(queryByText('Not reached in the last run')).toBeNull();
});
