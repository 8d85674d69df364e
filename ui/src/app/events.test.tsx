import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { aRun, FakeHouse, problem } from '@/testing/fake-house';
import { entryId, FakeJournal } from '@/testing/fake-journal';
import { visit } from '@/testing/visit';
import { windowOf } from '@/testing/window-of';

function open() {
  const house = new FakeHouse().open();
  return { house, journal: new FakeJournal(house) };
}

const table = () => screen.findByRole('table', { name: 'Events' });

test('shows what happened, to what, and what it changed', async () => {
  const { journal } = open();
  journal.write({
    changes: [{ field: 'stage', before: 'negotiation', after: 'won' }],
    moreChanges: 2,
  });
  visit('/events');
  const row = within(await table()).getByRole('row', { name: /deal\/57/ });
  expect(row).toHaveTextContent('crm.deal.stage_changed');
  expect(row).toHaveTextContent('stage negotiation becomes won and 2 more');
  expect(row).toHaveTextContent('Key 1b2c4d');
});

test('calls whoever did it by name', async () => {
  const { house, journal } = open();
  house.actors.push({ actor: 'person/0199f2c0-0a0b', name: 'Priya' });
  journal.write({ actor: 'person/0199f2c0-0a0b' });
  visit('/events');
  await within(await table()).findByText('Priya');
});

test('a type is looked for by its beginning, and the address says so', async () => {
  const { house, journal } = open();
  journal.write();
  journal.write({ type: 'task.created', subject: 'task/1' });
  const { person, address } = visit('/events');
  await table();
  await person.type(screen.getByRole('textbox', { name: /Type, or the id/ }), 'task');
  await waitFor(() => expect(address()).toBe('/events?type=task'));
  await waitFor(() => expect(screen.queryByText('deal/57')).toBeNull());
  expect(screen.getByText('task/1')).toBeVisible();
  expect(
    house.asked.some(({ path }) => path.includes('type=task*') || path.includes('type=task%2A')),
  ).toBe(true);
});

test('the id of an event leads to it at once', async () => {
  const { journal } = open();
  journal.write();
  const { person, address } = visit('/events');
  await table();
  await person.type(screen.getByRole('textbox', { name: /Type, or the id/ }), entryId(1));
  await waitFor(() => expect(address()).toBe(`/events/${entryId(1)}`));
  await screen.findByRole('heading', { name: 'deal/57', level: 1 });
});

test('the other filters stand behind a button, and each can be taken away', async () => {
  const { journal } = open();
  journal.write();
  journal.write({ subject: 'lease/518' });
  const { person, address } = visit('/events');
  await table();
  await person.click(screen.getByRole('button', { name: 'Filter…' }));
  await person.type(await screen.findByRole('textbox', { name: 'About' }), 'lease/518');
  await person.click(screen.getByRole('button', { name: 'Show these' }));
  await waitFor(() => expect(address()).toContain('subject=lease'));
  await waitFor(() => expect(screen.queryByText('deal/57')).toBeNull());
  await person.click(screen.getByRole('button', { name: /Remove the filter about: lease\/518/ }));
  await screen.findByText('deal/57');
});

test('a span that ends before it begins is told at its field', async () => {
  open();
  const { person } = visit('/events?from=2026-11-20T09:00:00Z&until=2026-11-19T09:00:00Z');
  await screen.findByText('No event fits');
  await person.click(screen.getByRole('button', { name: 'Filter…' }));
  await person.click(await screen.findByRole('button', { name: 'Show these' }));
  expect(screen.getByLabelText('Recorded before')).toHaveAccessibleDescription(
    /before the beginning/,
  );
});

test('what comes joins the list at once where nobody reads in it', async () => {
  const { journal } = open();
  journal.write();
  visit('/events');
  await table();
  await screen.findByText('Live');
  journal.happen({ subject: 'deal/61' });
  await screen.findByText('deal/61');
});

test('what comes waits while somebody is in the list, and is shown when asked for', async () => {
  const { journal } = open();
  journal.write();
  const { person } = visit('/events');
  const list = within(await table());
  list.getByRole('link', { name: 'deal/57' }).focus();
  journal.happen({ subject: 'deal/61' });
  journal.happen({ subject: 'deal/62' });
  await screen.findByText('2 new');
  expect(screen.queryByText('deal/61')).toBeNull();
  await person.click(screen.getByRole('button', { name: /2 new/ }));
  await screen.findByText('deal/62');
  expect(screen.queryByText(/\d new/)).toBeNull();
});

test('Escape leads from an event back to the list that stands beside it', async () => {
  const { journal } = open();
  journal.write();
  const { person, address } = visit(`/events/${entryId(1)}?type=crm`);
  await screen.findByRole('heading', { name: 'deal/57', level: 1 });
  await person.keyboard('{Escape}');
  await waitFor(() => expect(address()).toBe('/events?type=crm'));
});

test('what was missed while the page was elsewhere is caught up with on the way back', async () => {
  const { journal } = open();
  journal.write();
  const { person } = visit('/events');
  await person.click(await screen.findByRole('link', { name: 'deal/57' }));
  await screen.findByRole('heading', { name: 'deal/57', level: 1 });
  journal.write({ subject: 'deal/99' });
  await person.click(
    screen.getByRole('navigation', { name: 'Where you are' }).querySelector('a') ?? document.body,
  );
  await screen.findByText('deal/99');
});

test('older events come page by page until there are no more', async () => {
  const { journal } = open();
  for (let each = 0; each < 60; each++) journal.write({ subject: `deal/${each}` });
  const { person } = visit('/events');
  await table();
  expect(screen.queryByText('deal/0')).toBeNull();
  await person.click(screen.getByRole('button', { name: 'Older events' }));
  await screen.findByText('deal/0');
  expect(screen.getByText('These are all events there are.')).toBeVisible();
});

test('tells none, none that fit, and not loaded apart', async () => {
  const { house } = open();
  const { person } = visit('/events');
  await screen.findByText('No event yet');
  house.instead.set('GET /v1/events?type=zebra', problem(500, 'The database did not answer.'));
  await person.type(screen.getByRole('textbox', { name: /Type, or the id/ }), 'zebra');
  await screen.findByText('The journal did not load');
  await person.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByText('No event fits');
});

test('one event: what changed, what it carries, and the runs it started', async () => {
  const { house, journal } = open();
  const { id } = journal.write({
    data: { name: 'Bramble & Co', stage: 'won', lines: [{ machine: 'Linea' }] },
    before: { name: 'Bramble & Co', stage: 'negotiation' },
    after: { name: 'Bramble & Co', stage: 'won' },
  });
  house.runs.push(aRun({ automation: 'Tell sales' }));
  const { person } = visit(`/events/${id}`);
  await screen.findByRole('heading', { name: 'Bramble & Co, deal/57', level: 1 });
  const change = within(screen.getByRole('table', { name: 'What changed of deal/57' }));
  expect(change.getByText('negotiation')).toBeVisible();
  expect(screen.getByText('1 field stays as it is')).toBeVisible();
  expect(await screen.findByRole('link', { name: 'Run of Tell sales' })).toHaveAttribute(
    'href',
    '/runs/run-7',
  );
  const data = within(screen.getByRole('region', { name: 'Data' }));
  await person.type(data.getByRole('textbox', { name: 'Find in the data' }), 'linea');
  await waitFor(() => expect(data.queryByText('Bramble & Co')).toBeNull());
  expect(data.getByText('Linea')).toBeVisible();
  expect(data.getByText('1 value')).toBeVisible();
});

test('markup in stored data is text', async () => {
  const { journal } = open();
  const evil = '<img src=x onerror="document.title=1"><script>1</script>';
  const { id } = journal.write({ subject: evil, type: evil, data: { note: evil, [evil]: 1 } });
  visit(`/events/${id}`);
  await screen.findByRole('heading', { name: evil, level: 1 });
  expect(document.querySelector('img, main script')).toBeNull();
});

test('says what caused an event', async () => {
  const { house, journal } = open();
  house.runs.push(aRun({ automation: 'Tell sales' }));
  const { id } = journal.write({ cause: { event: entryId(9), run: 'run-7', depth: 1 } });
  visit(`/events/${id}`);
  expect(await screen.findByRole('link', { name: 'a run of Tell sales' })).toHaveAttribute(
    'href',
    '/runs/run-7',
  );
  expect(screen.getByRole('link', { name: 'for an earlier event' })).toHaveAttribute(
    'href',
    `/events/${entryId(9)}`,
  );
});

test('says why an automation ran and why another did not', async () => {
  const { journal } = open();
  const { id } = journal.write();
  journal.verdicts.set(id, [
    {
      automation: 'Won deal to onboarding',
      automationId: 'a',
      verdict: 'not_met',
      reason: "'event.data.amount > 0' is false",
      number: 14,
      run: null,
      triggers: [
        {
          when: 'event.data.stage == "won" && event.data.amount > 0',
          part: 'event.data.amount > 0',
          saw: [{ path: 'event.data.amount', missing: true, from: 'sent by /crm' }],
        },
      ],
    },
    {
      automation: 'Tell sales',
      automationId: 'b',
      verdict: 'fired',
      reason: '',
      number: 6,
      run: 'run-7',
    },
  ]);
  visit(`/events/${id}`);
  const verdicts = within(await screen.findByRole('region', { name: 'Verdicts' }));
  const [first, second] = verdicts.getAllByRole('listitem');
  expect(first).toHaveTextContent('Ran');
  expect(second).toHaveTextContent('Did not match');
  expect(second).toHaveTextContent('was not there: the event has no such place, sent by /crm');
});

test('a house without verdicts shows none and complains of nothing', async () => {
  const { journal } = open();
  const { id } = journal.write();
  visit(`/events/${id}`);
  await screen.findByRole('heading', { name: 'What came of it' });
  await screen.findByText('It started no run.');
  expect(screen.queryByRole('heading', { name: 'Verdicts' })).toBeNull();
});

test('an event that is not there says so', async () => {
  open();
  visit(`/events/${entryId(404)}`);
  await screen.findByRole('heading', { name: 'No event has this id' });
});

test('data that is no JSON says what it is, and text can be read', async () => {
  const { journal } = open();
  const { id } = journal.write({ dataBase64: btoa('<b>hi</b>'), dataContentType: 'text/plain' });
  visit(`/events/${id}`);
  await screen.findByText('9 bytes of text/plain, kept as they came.');
  expect(screen.getByText('<b>hi</b>')).toBeVisible();
});

test('everything about one thing, and the runs about it', async () => {
  const { house, journal } = open();
  journal.write();
  journal.write({ subject: 'deal/58' });
  house.runs.push(aRun({ automation: 'Tell sales' }));
  visit('/events/about/deal/57');
  await screen.findByRole('heading', { name: 'deal/57', level: 1 });
  await waitFor(() => expect(screen.getAllByRole('row')).toHaveLength(2));
  expect(screen.getByRole('link', { name: 'crm.deal.stage_changed' })).toBeVisible();
  const runs = within(screen.getByRole('region', { name: 'Runs about it' }));
  expect(await runs.findByRole('link', { name: 'Tell sales' })).toBeVisible();
});

test('a run that begins about it shows when something happens to it', async () => {
  const { house, journal } = open();
  journal.write();
  visit('/events/about/deal/57');
  const runs = within(await screen.findByRole('region', { name: 'Runs about it' }));
  await runs.findByText('No run is about it.');
  house.runs.push(aRun({ automation: 'Tell sales' }));
  journal.happen({ type: 'crm.deal.won' });
  await runs.findByRole('link', { name: 'Tell sales' });
});

test('J leads on from the event that is shown', async () => {
  const { journal } = open();
  windowOf(1_300);
  for (const subject of ['deal/1', 'deal/2', 'deal/3', 'deal/4']) journal.write({ subject });
  const { person } = visit(`/events/${entryId(3)}`);
  await screen.findByRole('heading', { name: 'deal/3', level: 1 });
  await screen.findByRole('link', { name: 'deal/2' });
  await person.keyboard('j{Enter}');
  await screen.findByRole('heading', { name: 'deal/2', level: 1 });
  await person.keyboard('j{Enter}');
  await screen.findByRole('heading', { name: 'deal/1', level: 1 });
});
