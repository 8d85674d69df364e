import { expect, test } from 'vitest';
import { changesOf, nameOf, sidesOf } from './version-diff';

test('reads a pointer as people do', () => {
  expect(nameOf('/steps/billing/timeout')).toBe('steps / billing / timeout');
  expect(nameOf('/steps/a~1b')).toBe('steps / a/b');
  expect(nameOf('')).toBe('the whole');
});

test('shows texts as they are and all else as JSON; what only moved has no before', () => {
  expect(
    changesOf([
      { kind: 'changed', path: '/name', before: 'A', after: 'B', words: '' },
      { kind: 'added', path: '/steps/x', after: { do: 'y' }, words: '' },
      { kind: 'moved', path: '/steps/z', words: '' },
    ]),
  ).toEqual([
    { name: 'name', before: 'A', after: 'B' },
    { name: 'steps / x', before: undefined, after: '{\n  "do": "y"\n}' },
  ]);
});

test('compares what a publish would change, else what the last one did', () => {
  expect(sidesOf({}, [3, 2, 1], 3, true)).toEqual({ from: '3', to: 'draft' });
  expect(sidesOf({}, [3, 2, 1], 3, false)).toEqual({ from: '2', to: '3' });
  expect(sidesOf({ to: '2' }, [3, 2, 1], 3, true)).toEqual({ from: '1', to: '2' });
  expect(sidesOf({ from: '1', to: '3' }, [3, 2, 1], 3, true)).toEqual({ from: '1', to: '3' });
});

test('has nothing to compare the first one with', () => {
  expect(sidesOf({}, [1], 1, false)).toBeUndefined();
  expect(sidesOf({}, [], null, true)).toBeUndefined();
});
