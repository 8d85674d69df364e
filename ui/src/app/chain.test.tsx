import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { anAutomation, FakeAutomations } from '@/testing/fake-automations';
import { aRun, aStep, FakeHouse, problem } from '@/testing/fake-house';
import { visit } from '@/testing/visit';

function open() {
  const house = new FakeHouse().open();
  house.me = { ...house.me, role: 'builder' };
  const automations = new FakeAutomations(house);
  automations.kept.push(
    anAutomation({
      draft: {
        name: 'Greet a won customer',
        on: [{ event: 'crm.deal.won', when: 'event.data.amount > 1000' }],
        steps: [
          { id: 'mail', name: 'Send the mail', do: 'mail.send', on_error: 'continue' },
          {
            id: 'each',
            for_each: 'event.data.items',
            steps: [{ id: 'book', do: 'http.request', with: { url: 'https://books.example' } }],
          },
        ],
      },
    }),
  );
  return { house, automations };
}

const card = (name: RegExp) => screen.findByRole('treeitem', { name });

test('draws the steps with how each went in the last run', async () => {
  const { house } = open();
  house.runs.push(
    aRun({
      steps: [
        aStep({ id: 'mail', state: 'failed' }),
        aStep({ id: 'each.0.book' }),
        aStep({ id: 'each.1.book' }),
      ],
    }),
  );
  visit('/automations/auto-1/chain');
  expect(await screen.findByText('crm.deal.won')).toBeVisible();
  await card(/^Send the mail, mail.send, goes on after a failure, Failed/);
  await card(/^http.request, Finished, 2 of 2/);
  expect(screen.getByRole('link', { name: 'deal/42' })).toHaveAttribute('href', '/runs/run-7');
});

test('opens a step, says what is written and how it went, and keeps it in the address', async () => {
  const { house } = open();
  house.runs.push(aRun({ steps: [aStep({ id: 'mail', attempts: 3 })] }));
  const { person, address } = visit('/automations/auto-1/chain');
  await person.click(await card(/^http.request/));
  await waitFor(() => expect(address()).toBe('/automations/auto-1/chain?step=book'));
  const pane = within(await screen.findByRole('region', { name: 'http.request' }));
  expect(pane.getByText('https://books.example')).toBeVisible();
  expect(await pane.findByText('Not reached in the last run')).toBeVisible();
});

test('arrows walk along the chain, into a loop and out of it', async () => {
  open();
  const { person, address } = visit('/automations/auto-1/chain?step=mail');
  (await card(/^Send the mail/)).focus();
  await person.keyboard('{ArrowDown}{ArrowRight}');
  await waitFor(() => expect(address()).toBe('/automations/auto-1/chain?step=book'));
  expect(await card(/^http.request/)).toHaveFocus();
  await person.keyboard('{ArrowLeft}{ArrowUp}');
  await waitFor(() => expect(address()).toBe('/automations/auto-1/chain?step=mail'));
});

test('an address without a tab leads to the chain; the runs stand beside it', async () => {
  const { house } = open();
  house.runs.push(aRun());
  const { person, address } = visit('/automations/auto-1');
  await card(/^Send the mail/);
  expect(address()).toBe('/automations/auto-1/chain');
  await person.click(screen.getByRole('tab', { name: 'Runs' }));
  await waitFor(() => expect(address()).toBe('/automations/auto-1/runs'));
  await screen.findByRole('link', { name: 'deal/42' });
  const asked = house.asked.filter(({ path }) => path.startsWith('/v1/runs?'));
  expect(asked.at(-1)?.path).toContain('automation=auto-1');
});

test('pauses with a reason, and says what keeps it from acting', async () => {
  const { house } = open();
  const { person } = visit('/automations/auto-1/chain');
  await person.click(await screen.findByRole('button', { name: 'Pause…' }));
  const dialog = within(await screen.findByRole('dialog'));
  await person.type(dialog.getByLabelText('Why'), 'Stock-taking');
  await person.click(dialog.getByRole('button', { name: 'Pause it' }));
  await screen.findByText('It is paused.');
  expect(house.asked.findLast(({ method }) => method === 'POST')).toMatchObject({
    path: '/v1/automations/auto-1/pause',
    body: { reason: 'Stock-taking' },
  });
});

test('says why an order was refused, and keeps the dialog', async () => {
  const { automations } = open();
  automations.refuses.set('auto-1', 'It is being published.');
  const { person } = visit('/automations/auto-1/chain');
  await person.click(await screen.findByRole('button', { name: 'Pause…' }));
  const dialog = within(await screen.findByRole('dialog'));
  await person.type(dialog.getByLabelText('Why'), 'Now');
  await person.click(dialog.getByRole('button', { name: 'Pause it' }));
  await dialog.findByText('It is being published.');
});

test('tells a missing automation from one that did not load', async () => {
  const { house } = open();
  visit('/automations/nope/chain');
  await screen.findByRole('heading', { name: 'No automation has this id' });
  house.instead.set('GET /v1/automations/auto-1', problem(500, 'No.'));
  visit('/automations/auto-1/chain');
  await screen.findByRole('heading', { name: 'This automation did not load' });
});
