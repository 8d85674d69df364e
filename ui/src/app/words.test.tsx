import { screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { speak } from '@/lib/words/language';
import { aRun, aStep, FakeHouse } from '@/testing/fake-house';
import { visit } from '@/testing/visit';

/** What comes from the house is nobody's to translate. */
const data =
  /^(?:[\W\d_]*|Maya Okonjo|MO|Harbour & Finch|maya@.*|deal\/42.*|crm\.deal.*|Record every event|Record the event(?:, )*(?:journal\.emit)?|journal\.emit|run[-/]7|amount|once|http.*|\/v1|Temporal|(?:[A-Z]|Ctrl|Esc|Live|⇧)|\d.*|[A-Z]\w+day .*|failed at .*)$/;

const bracketed = /⟦[^⟧]*⟧/g;

/** Text, names and titles that stand on the page outside the brackets. */
function unspoken(): readonly string[] {
  const elements = [...document.body.querySelectorAll('*')];
  const texts = elements.flatMap((element) =>
    [...element.childNodes]
      .filter((node) => node.nodeType === Node.TEXT_NODE)
      .map((node) => node.textContent ?? ''),
  );
  const names = elements.flatMap((element) =>
    ['aria-label', 'title', 'placeholder'].map((name) => element.getAttribute(name) ?? ''),
  );
  return [...texts, ...names]
    .map((text) => text.replace(bracketed, '').trim())
    .filter((text) => !data.test(text));
}

test.each([
  ['/', 'Under way'],
  ['/runs', 'Runs'],
  ['/runs/run-7', 'Record the event'],
  ['/settings/password', 'Your password'],
  ['/nowhere', 'There is no page here'],
])('every text of %s comes from the catalogue', async (address, shown) => {
  await speak('xx');
  const house = new FakeHouse().open();
  house.runs.push(aRun({ steps: [aStep({ output: { amount: 1 } })] }));
  visit(address);
  await screen.findAllByText(new RegExp(shown));
  await screen.findByText(/⟦Live/);
  expect(unspoken()).toEqual([]);
});

test('every text of the door comes from the catalogue', async () => {
  await speak('xx');
  const house = new FakeHouse().open();
  house.signedIn = false;
  visit('/');
  await screen.findByRole('heading', { name: /Sign in/ });
  expect(
    unspoken().filter((text) => !/pilothouse up|first-login|stage_changed/.test(text)),
  ).toEqual([]);
});

test('no module reads a word before a language is chosen', async () => {
  vi.resetModules();
  vi.doMock('@/lib/words/area', () => ({
    speakIn: () => undefined,
    area: (name: string, english: object) =>
      new Proxy(english, {
        get(_, key) {
          throw new Error(`'${name}' was asked for '${String(key)}' when its module was loaded.`);
        },
      }),
  }));
  const modules = import.meta.glob([
    '../{app,components,features,lib,routes}/**/*.{ts,tsx}',
    '!../**/*.test.*',
    '!../app/main.tsx',
    '!../lib/words/pseudo.ts',
  ]);
  expect(Object.keys(modules).length).toBeGreaterThan(100);
  await Promise.all(Object.values(modules).map((load) => load()));
  vi.doUnmock('@/lib/words/area');
});
