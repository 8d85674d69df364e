import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { anAutomation, FakeAutomations, versionOf } from '@/testing/fake-automations';
import { aRun, FakeHouse, problem } from '@/testing/fake-house';
import { FakeJournal } from '@/testing/fake-journal';
import { visit } from '@/testing/visit';

const refusal = problem(500, 'The database did not answer in 5 s.');

/** A house whose lists at this path have a second page, which does not load the first time. */
function open(path: string, first: unknown, second: unknown) {
  const house = new FakeHouse().open();
  let tried = 0;
  house.rooms.push((key, request) => {
    if (key !== `GET ${path}`) return undefined;
    if (!request.path.includes('before=')) return [200, { items: [first], next: 'n1' }];
    tried += 1;
    return tried === 1 ? refusal : [200, { items: [second], next: null }];
  });
  new FakeAutomations(house).kept.push(anAutomation());
  const journal = new FakeJournal(house);
  const entries = [journal.write({ subject: 'deal/1' }), journal.write({ subject: 'deal/2' })];
  return { house, entries };
}

const { event } = aRun();
const record = (id: string, name: string) => ({
  id,
  name,
  version: 1,
  createdAt: event.time,
  createdBy: 'key/7',
  changedAt: event.time,
});
const entry = (subject: string) => new FakeJournal(new FakeHouse()).write({ id: subject, subject });
const run = (id: string, subject: string) => aRun({ id, event: { ...event, subject } });
const verdict = (id: string, subject: string) => ({
  event: { ...event, id, subject, recordedAt: event.time },
  automation: 'Greet a won customer',
  automationId: 'auto-1',
  verdict: 'fired',
  reason: '',
  number: 2,
  run: null,
});
const version = (number: number) => ({
  ...versionOf(anAutomation({ number })),
  note: `Note ${number}`,
});

interface List {
  readonly at: string;
  readonly path: string;
  readonly older: string;
  /** The row of its first page, that of its second, and by what that is known. */
  readonly rows: readonly [first: unknown, second: unknown, shown: string];
}

const twoRuns = [run('a', 'deal/1'), run('b', 'deal/2'), 'deal/2'] as const;

const lists: readonly List[] = [
  { at: '/runs', path: '/v1/runs', older: 'Older runs', rows: twoRuns },
  { at: '/automations/auto-1/runs', path: '/v1/runs', older: 'Older runs', rows: twoRuns },
  {
    at: '/events',
    path: '/v1/events',
    older: 'Older events',
    rows: [entry('deal/1'), entry('deal/2'), 'deal/2'],
  },
  {
    at: '/events/about/deal/1',
    path: '/v1/events',
    older: 'Older events',
    rows: [
      entry('deal/1'),
      { ...entry('deal/1'), id: 'e2', type: 'crm.deal.lost' },
      'crm.deal.lost',
    ],
  },
  {
    at: '/records/deals',
    path: '/v1/deals',
    older: 'Older ones',
    rows: [record('1', 'Bramble'), record('2', 'Osprey'), 'Osprey'],
  },
  {
    at: '/automations',
    path: '/v1/automations',
    older: 'Further automations',
    rows: [
      anAutomation(),
      anAutomation({ id: 'auto-2', name: 'Chase an invoice' }),
      'Chase an invoice',
    ],
  },
  {
    at: '/automations/auto-1/versions',
    path: '/v1/automations/auto-1/versions',
    older: 'Older versions',
    rows: [version(2), version(1), 'Note 1'],
  },
  {
    at: '/automations/auto-1/verdicts',
    path: '/v1/automations/auto-1/verdicts',
    older: 'Older events',
    rows: [verdict('e1', 'deal/1'), verdict('e2', 'deal/2'), 'deal/2'],
  },
];

test.each(lists)(
  'what did not load further of $at is said with the reason, and read when it is tried again',
  async ({ at, path, older, rows: [first, second, shown] }) => {
    open(path, first, second);
    const { person } = visit(at);
    await person.click(await screen.findByRole('button', { name: older }));
    await screen.findByText('Nothing further was read. The database did not answer in 5 s.');
    expect(screen.queryByText(shown)).toBeNull();
    await person.click(screen.getByRole('button', { name: 'Try again' }));
    expect((await screen.findAllByText(shown))[0]).toBeVisible();
    await waitFor(() => expect(screen.queryByText(/Nothing further was read/)).toBeNull());
  },
);
