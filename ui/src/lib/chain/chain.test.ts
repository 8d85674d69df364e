import { expect, test } from 'vitest';
import { type Card, pathOf } from './canvas';
import { card, layoutOf } from './layout';
import { allSteps, chainOf } from './model';

const read = (steps: unknown, on: unknown = [{ event: 'crm.deal.won' }]) =>
  chainOf(JSON.parse(JSON.stringify({ name: 'It', on, steps })));

const idsOf = (steps: unknown) => allSteps(read(steps).steps).map(({ id }) => id);

const cardOf = (steps: unknown, id: string): Card => {
  const found = layoutOf(read(steps)).cards.find(
    (card) => card.kind === 'step' && card.step.id === id,
  );
  if (!found) throw new Error(id);
  return found;
};

/** Read from a text, as definitions are: an object with a `then` is a promise to whoever awaits it. */
const branching = (id: string, yes: unknown, no: unknown): unknown =>
  JSON.parse(
    `{"id": ${JSON.stringify(id)}, "if": "true", "then": ${JSON.stringify(yes)}, "else": ${JSON.stringify(no)}}`,
  );

const wait = (id: string) => ({ id, wait: '1s' });

test('names steps without an id after their place, as the server does', () => {
  expect(
    idsOf([
      { do: 'transform' },
      branching(
        '',
        [{ do: 'transform' }],
        [{ for_each: '[1]', steps: [{ do: 'transform', on_error: [{ stop: {} }] }] }],
      ),
      { switch: '1', cases: { won: [{ stop: {} }], lost: [{ stop: {} }] } },
      { parallel: { crm: [{ wait: '1s' }] } },
    ]),
  ).toEqual([
    'step-1',
    'step-2',
    'step-2-then-1',
    'step-2-else-1',
    'step-2-else-1-each-1',
    'step-2-else-1-each-1-error-1',
    'step-3',
    'step-3-cases1-1',
    'step-3-cases2-1',
    'step-4',
    'step-4-parallel1-1',
  ]);
});

test('never names a step like one that was given further down', () => {
  expect(idsOf([{ wait: '1s' }, { id: 'step-1', wait: '1s' }])).toEqual(['step-1-x2', 'step-1']);
});

test('tells the kinds apart, a loop from what it does beside each other', () => {
  const steps = [
    { do: 'x' },
    branching('', [], []),
    { switch: 'a', cases: {} },
    { for_each: 'a', parallel: 3, steps: [] },
    { parallel: { a: [] } },
    { set: {} },
    { wait: '1s' },
    { call: 'Bill' },
    { call: 'Bill', wait: false },
    { stop: {} },
  ];
  expect(read(steps).steps.map(({ kind }) => kind)).toEqual([
    'do',
    'if',
    'switch',
    'for_each',
    'parallel',
    'set',
    'wait',
    'call',
    'call',
    'stop',
  ]);
});

test('draws what can be read of a draft with mistakes', () => {
  expect(chainOf(null)).toEqual({ triggers: [], steps: [] });
  expect(chainOf('half a')).toEqual({ triggers: [], steps: [] });
  const chain = read(
    ['soon', { nonsense: 1 }, { wait: 7, on_error: 'continue' }],
    [{ event: 7 }, { manual: 'Go' }, { api: {} }, 'x'],
  );
  expect(chain.triggers).toEqual([{ kind: 'manual', label: 'Go' }, { kind: 'api' }]);
  expect(chain.steps.map(({ id, goesOn }) => [id, goesOn])).toEqual([['step-3', true]]);
});

test('stands the steps under each other on one spine', () => {
  const [a, b] = [cardOf([wait('a'), wait('b')], 'a'), cardOf([wait('a'), wait('b')], 'b')];
  expect(a.x).toBe(b.x);
  expect(b.y - a.y).toBeGreaterThan(card.height);
});

test('stands branches side by side below the fork, and what follows below the longest', () => {
  const steps = [branching('f', [wait('a'), wait('b')], [wait('c')]), wait('after')];
  const [fork, a, b, c, after] = ['f', 'a', 'b', 'c', 'after'].map((id) => cardOf(steps, id));
  if (!fork || !a || !b || !c || !after) throw new Error('missing');
  expect(a.y).toBe(c.y);
  expect(a.x + card.width).toBeLessThan(c.x);
  expect((a.x + c.x) / 2).toBe(fork.x);
  expect(after.x).toBe(fork.x);
  expect(after.y).toBeGreaterThan(b.y + card.height);
});

test('leads no way on from a branch that stops', () => {
  const ending = layoutOf(read([branching('f', [{ stop: {} }], [{ stop: {} }])]));
  expect(ending.cards.some(({ kind }) => kind === 'end')).toBe(false);
  const going = layoutOf(read([branching('f', [{ stop: {} }], [])]));
  expect(going.cards.some(({ kind }) => kind === 'end')).toBe(true);
  expect(going.lines.length).toBeGreaterThan(ending.lines.length);
});

test('frames what a loop does', () => {
  const steps = [{ id: 'each', for_each: '[1]', steps: [wait('a'), wait('b')] }];
  const { frames } = layoutOf(read(steps));
  const frame = frames[0];
  const last = cardOf(steps, 'b');
  if (!frame) throw new Error('no frame');
  expect(frame.x).toBeLessThan(last.x);
  expect(frame.x + frame.width).toBeGreaterThan(last.x + last.width);
  expect(frame.y + frame.height).toBeGreaterThan(last.y + last.height);
});

test('stands a recovery at the right of what failed', () => {
  const steps = [
    { id: 'mail', do: 'mail.send', on_error: [wait('calm'), wait('again')] },
    wait('z'),
  ];
  const [mail, calm, again, z] = ['mail', 'calm', 'again', 'z'].map((id) => cardOf(steps, id));
  if (!mail || !calm || !again || !z) throw new Error('missing');
  expect(calm.x).toBeGreaterThan(mail.x + mail.width);
  expect(calm.y).toBe(mail.y);
  expect(z.y).toBeGreaterThan(again.y + card.height);
  expect(layoutOf(read(steps)).lines.filter(({ kind }) => kind === 'error')).toHaveLength(1);
});

/** Loops and branches in each other, and a recovery here and there. */
const large = (count: number) => {
  const steps: unknown[] = [];
  for (let n = 0; n < count / 6; n++)
    steps.push({
      id: `f${n}`,
      switch: 'event.data.n',
      cases: {
        one: [wait(`a${n}`), { id: `m${n}`, do: 'mail.send', on_error: [wait(`r${n}`)] }],
        two: [{ id: `l${n}`, for_each: '[1]', steps: [wait(`b${n}`)] }],
      },
    });
  return steps;
};

test('lets no two cards touch, in a chain of 300 steps', () => {
  const layout = layoutOf(read(large(300)));
  const cards = layout.cards.filter((it) => it.kind !== 'step' || it.step.kind !== 'for_each');
  expect(layout.cards.filter(({ kind }) => kind === 'step')).toHaveLength(300);
  const touching = cards.flatMap((one, index) =>
    cards
      .slice(index + 1)
      .filter(
        (other) =>
          one.x < other.x + other.width &&
          other.x < one.x + one.width &&
          one.y < other.y + other.height &&
          other.y < one.y + one.height,
      ),
  );
  expect(touching).toEqual([]);
  for (const { x, y, width, height } of layout.cards) {
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(layout.width);
    expect(y + height).toBeLessThanOrEqual(layout.height);
  }
});

const linesOf = (count: number) => layoutOf(read(large(count))).lines.length;

test('draws twice as much for twice as many steps, and no more', () => {
  expect(linesOf(600)).toBeLessThanOrEqual(2 * linesOf(300) + 2);
});

test('rounds the corners of a way, and no more than it has room for', () => {
  expect(
    pathOf([
      [0, 0],
      [0, 20],
      [4, 20],
      [4, 40],
    ]),
  ).toBe('M0 0L0 14Q0 20 2 20L2 20Q4 20 4 26L4 40');
});
