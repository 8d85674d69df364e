import { expect, test } from 'vitest';
import { after, draftOf, type Draft, type Happening, isChanged, isToSave } from './draft';

const source = (text: string) => ({ format: 'yaml' as const, text });

const kept = (etag: string, text: string, savedByName = 'Priya') => ({
  source: source(text),
  etag,
  savedAt: '2026-11-20T09:00:00Z',
  savedByName,
});

const told = (...happenings: readonly Happening[]): Draft =>
  happenings.reduce(after, draftOf(kept('1', 'a')));

test('what is written is to be saved, and then is not', () => {
  const written = told({ type: 'written', source: source('b') });
  expect(isToSave(written)).toBe(true);
  const saved = after(after(written, { type: 'saving' }), { type: 'saved', kept: kept('2', 'b') });
  expect(isChanged(saved)).toBe(false);
  expect(saved.base.etag).toBe('2');
});

test('what is written while another text is on its way stays to be saved', () => {
  const draft = told(
    { type: 'written', source: source('b') },
    { type: 'saving' },
    { type: 'written', source: source('c') },
    { type: 'saved', kept: kept('2', 'b') },
  );
  expect(draft.source.text).toBe('c');
  expect(isToSave(draft)).toBe(true);
});

test('what was refused is sent again only when it says something else', () => {
  const refused = told(
    { type: 'written', source: source('b: [') },
    { type: 'saving' },
    { type: 'refused', says: 'It is no YAML.' },
  );
  expect(isToSave(refused)).toBe(false);
  expect(refused.says).toBe('It is no YAML.');
  expect(isToSave(after(refused, { type: 'written', source: source('b') }))).toBe(true);
});

test('takes in what somebody else saved where nothing of its own is lost', () => {
  const draft = told({ type: 'seen', kept: kept('2', 'z', 'Jonas') });
  expect(draft.source.text).toBe('z');
  expect(draft.theirs).toBeUndefined();
});

test('keeps both where both have changes, and saves neither before somebody chooses', () => {
  const both = told(
    { type: 'written', source: source('mine') },
    { type: 'seen', kept: kept('2', 'theirs', 'Jonas') },
  );
  expect(both.source.text).toBe('mine');
  expect(both.theirs?.savedByName).toBe('Jonas');
  expect(isToSave(both)).toBe(false);
  expect(after(both, { type: 'take theirs' }).source.text).toBe('theirs');
  const mine = after(both, { type: 'keep mine' });
  expect(mine.source.text).toBe('mine');
  expect(mine.base.etag).toBe('2');
  expect(isToSave(mine)).toBe(true);
});

test('seeing again what it was made from changes nothing', () => {
  const written = told({ type: 'written', source: source('b') });
  expect(after(written, { type: 'seen', kept: kept('1', 'a') })).toBe(written);
});

test.each(['resting', 'refused'] as const)(
  'another mark of the same text is no other draft, also where one that is %s was written',
  (phase) => {
    const written = told({ type: 'written', source: source('mine') });
    const draft = phase === 'resting' ? written : after(written, { type: 'refused', says: 'No.' });
    const seen = after(draft, { type: 'seen', kept: kept('1.2', 'a') });
    expect(seen).toMatchObject({ source: source('mine'), theirs: undefined, phase });
    expect(seen.base.etag).toBe('1.2');
  },
);

test('what was sent and is kept is not somebody else’s, though its answer was lost', () => {
  const draft = told(
    { type: 'written', source: source('b') },
    { type: 'saving' },
    { type: 'refused', says: 'Pilothouse does not answer.' },
    { type: 'written', source: source('bc') },
    { type: 'saving' },
    { type: 'refused', says: 'Somebody saved another one.' },
    { type: 'seen', kept: kept('2', 'b', 'Maya') },
  );
  expect(draft).toMatchObject({ source: source('bc'), theirs: undefined, says: undefined });
  expect(draft.base.etag).toBe('2');
  expect(isToSave(draft)).toBe(true);
});

test('what is seen while its answer is still on its way goes on being saved', () => {
  const draft = told(
    { type: 'written', source: source('b') },
    { type: 'saving' },
    { type: 'written', source: source('bc') },
    { type: 'seen', kept: kept('2', 'b', 'Maya') },
  );
  expect(draft).toMatchObject({ source: source('bc'), theirs: undefined, phase: 'saving' });
});
