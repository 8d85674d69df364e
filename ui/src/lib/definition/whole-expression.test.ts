import { expect, test } from 'vitest';
import { wholeExpressionAt } from './whole-expression';

/** Where `|` stands in it is the cursor. */
const at = (text: string) => wholeExpressionAt(text.replace('|', ''), text.indexOf('|'));

test.each([
  ['title: Onboard ${event.data.|company}', 'event.data.company'],
  ['title: Onboard |${event.subject}', 'event.subject'],
  ['title: ${event.subject}|', 'event.subject'],
  ['title: ${event.id} of ${event.su|bject}', 'event.subject'],
  ['text: "${event.data[\\"a b\\"]|}"', 'event.data["a b"]'],
  ["text: ${event.data.map(it, {'a': '}'})|}", "event.data.map(it, {'a': '}'})"],
  ['    when: event.data.amount > 10|00', 'event.data.amount > 1000'],
  ['  - if: "!has(event.data.v|ip)"   # regulars', '!has(event.data.vip)'],
  ["  - if: 'event.data.n == ''a''|'", "event.data.n == 'a'"],
  ['{ "steps": [\n  "if": "event.data.n == \\"a\\"|",\n', 'event.data.n == "a"'],
])('finds the expression of %s', (text, expression) => {
  expect(at(text)?.text).toBe(expression);
});

test.each(['name: Gr|eet', 'title: $${event.no|}', 'title: ${event.un|done', 'when: |', 'if: >|'])(
  'finds none in %s',
  (text) => expect(at(text)).toBeUndefined(),
);

test('knows what only a run has', () => {
  expect(at('x: ${steps.bill.status|}')?.needsRun).toBe(true);
  expect(at('x: ${size(vars.all)|}')?.needsRun).toBe(true);
  expect(at('    as: part\n    x: ${part.name|}')?.needsRun).toBe(true);
  expect(at('x: ${event.data.steps|}')?.needsRun).toBe(false);
});
