import { expect, test } from 'vitest';
import { draftOf, emptyDraft, eventOf, isSound, problemsOf } from './draft-event';

test('an example becomes an event of one’s own, with an id and a time of now', () => {
  const draft = draftOf('crm.deal.won', {
    subject: 'deal/42',
    source: 'pilothouse',
    data: { a: 1 },
  });
  expect(isSound(problemsOf(draft))).toBe(true);
  expect(eventOf(draft)).toMatchObject({
    type: 'crm.deal.won',
    subject: 'deal/42',
    source: '/pilothouse/page',
    data: { a: 1 },
  });
  expect(eventOf(draft).id).not.toBe(eventOf(draft).id);
});

test('names what is missing or broken, each at its field', () => {
  expect(problemsOf({ ...emptyDraft(), source: ' ', data: '{\n a' })).toEqual({
    type: 'An event needs a type.',
    source: 'An event says where it comes from.',
    data: 'This is no JSON: line 2, column 2.',
  });
});

test('a type of the engine’s own is not sent', () => {
  expect(problemsOf({ ...emptyDraft(), type: 'run.finished' }).type).toMatch(/engine alone/);
});
