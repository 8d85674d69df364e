import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { FakeAutomations } from '@/testing/fake-automations';
import { FakeCompany } from '@/testing/fake-company';
import { aRun, FakeHouse, problem } from '@/testing/fake-house';
import { visit } from '@/testing/visit';

/** A house on its first day, with its administrator in it. */
function newHouse() {
  const house = new FakeHouse().open();
  house.me = {
    ...house.me,
    role: 'admin',
    firstPassword: true,
    tenant: { ...house.me.tenant, name: 'main', settled: false },
  };
  const company = new FakeCompany(house);
  const automations = new FakeAutomations(house);
  house.onEvent = () => {
    company.firstAutomation = automations.kept[0]?.id ?? null;
    const run = aRun({ id: 'run-1', state: 'queued', automationId: 'auto-1' });
    house.runs.push(run);
    return [run.id];
  };
  return { house, company, automations };
}

const begin = () => screen.findByRole('button', { name: 'Publish and send a test event' });

const heading = (name: string | RegExp) => screen.findByRole('heading', { name, level: 1 });

test('leads from the first sign-in to a finished run', async () => {
  const { house, automations } = newHouse();
  const { person, address } = visit('/');
  await heading('What is the company called?');
  await person.type(screen.getByLabelText('Name of the company'), 'Harbour & Finch');
  await person.click(screen.getByRole('button', { name: 'Call it so' }));

  await heading('Choose a password of your own');
  expect(house.me.tenant.name).toBe('Harbour & Finch');
  await person.type(screen.getByLabelText('Current password'), house.password);
  await person.type(screen.getByLabelText('New password'), 'a lamp in the window');
  await person.click(screen.getByRole('button', { name: 'Change password' }));
  await person.click(await screen.findByRole('button', { name: 'Next' }));

  await heading('Choose a first automation');
  await person.click(await begin());

  await heading('Watch it run');
  const way = within(await screen.findByRole('region', { name: 'The way of the event' }));
  await way.findByText(/^Finished in/);
  expect(automations.kept[0]).toMatchObject({ name: 'Hand over a won deal', state: 'published' });
  expect(house.events[0]).toMatchObject({
    type: 'crm.deal.won',
    source: '/pilothouse/first-steps',
  });
  await person.click(await screen.findByRole('button', { name: 'Go to your house' }));
  await heading(/watch/);
  expect(address()).toBe('/');
  expect(house.me.tenant.settled).toBe(true);
});

test('every step can be left out, and taken up again by its station', async () => {
  newHouse();
  const { person, address } = visit('/welcome');
  await heading('What is the company called?');
  await person.click(screen.getByRole('button', { name: 'Skip this step' }));
  await heading('Choose a password of your own');
  await person.click(screen.getByRole('button', { name: 'Skip this step' }));
  await heading('Choose a first automation');
  await person.click(await screen.findByRole('button', { name: 'Skip this step' }));
  await heading('Watch it run');
  expect(await screen.findByText('There is no automation yet')).toBeVisible();
  await person.click(screen.getAllByRole('link', { name: 'Name the company' })[0] ?? document.body);
  await heading('What is the company called?');
  expect(address()).toBe('/welcome?step=company');
});

test('whoever knows the way leaves, and is never led there again', async () => {
  const { house } = newHouse();
  const { person, address } = visit('/welcome');
  await person.click(await screen.findByRole('button', { name: 'Skip, I know my way' }));
  await heading(/watch/);
  expect(house.me.tenant.settled).toBe(true);
  await person.click(screen.getAllByRole('link', { name: 'Runs' })[0] ?? document.body);
  await waitFor(() => expect(address()).toBe('/runs'));
  await person.click(screen.getAllByRole('link', { name: 'Home' })[0] ?? document.body);
  await heading(/watch/);
});

test('begins with the first step that is not done', async () => {
  const { house } = newHouse();
  house.me = { ...house.me, firstPassword: false };
  const { person } = visit('/welcome');
  await person.type(await screen.findByLabelText('Name of the company'), 'Harbour & Finch{Enter}');
  await heading('Choose a password of your own');
  expect(screen.getByText('You have a password of your own.')).toBeVisible();
});

test('says at the field that a name is taken or missing', async () => {
  newHouse();
  const { person } = visit('/welcome?step=company');
  const field = await screen.findByLabelText('Name of the company');
  await person.click(screen.getByRole('button', { name: 'Call it so' }));
  expect(field).toHaveAccessibleDescription('The company needs a name.');
  await person.type(field, 'Taken{Enter}');
  await waitFor(() => expect(field).toHaveAccessibleDescription(/is called 'Taken'/));
});

test('shows what an automation will do, and why its event is old', async () => {
  newHouse();
  const { person, address } = visit('/welcome?step=automation');
  await person.click(await screen.findByRole('radio', { name: /Ask about an open offer/ }));
  await waitFor(() => expect(address()).toBe('/welcome?step=automation&starter=open-offer'));
  const preview = within(screen.getByRole('region', { name: 'Ask about an open offer' }));
  expect(preview.getByText('Tell the administrators')).toBeVisible();
  expect(preview.getByText(/happened 2 d 23 h ago/)).toBeVisible();
});

test('one that was taken before is taken again', async () => {
  const { automations } = newHouse();
  const { person } = visit('/welcome?step=automation');
  await person.click(await begin());
  await screen.findByText(/^Finished in/);
  await person.click(screen.getAllByRole('link', { name: 'First automation' })[0] ?? document.body);
  await person.click(await begin());
  await heading('Watch it run');
  expect(automations.kept).toHaveLength(1);
});

test('the chain can be looked at before anything starts it', async () => {
  const { automations } = newHouse();
  const { person, address } = visit('/welcome?step=automation');
  await person.click(await screen.findByRole('button', { name: 'Look at the chain first' }));
  await waitFor(() => expect(address()).toMatch(/^\/automations\/auto-1/));
  expect(automations.kept[0]?.state).toBe('draft');
});

test('says why nothing was published', async () => {
  const { house } = newHouse();
  house.instead.set('POST /v1/automations', problem(503, 'The database is away.'));
  const { person } = visit('/welcome?step=automation');
  await person.click(await begin());
  expect(await screen.findByText(/The database is away/)).toBeVisible();
});

test('automations that did not load can be asked for again, or left out', async () => {
  const { house } = newHouse();
  house.instead.set('GET /v1/starters', problem(500, 'No.'));
  const { person } = visit('/welcome?step=automation');
  await screen.findByText('The automations to begin with did not load');
  expect(screen.getByRole('button', { name: 'Skip this step' })).toBeVisible();
  await person.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByRole('radio', { name: /Hand over a won deal/ });
});

test('is for administrators alone', async () => {
  const { house } = newHouse();
  house.me = { ...house.me, role: 'member' };
  const { address } = visit('/welcome');
  await heading(/watch/);
  expect(address()).toBe('/');
});
