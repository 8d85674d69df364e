import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Refused } from '@/lib/http';
import { homeWords } from '@/lib/words/home';
import { FakeHouse } from '@/testing/fake-house';
import * as recorded from '@/testing/recorded';
import { visit } from '@/testing/visit';

/** The types are held against these answers by the compiler; here the page is drawn from them. */
test('a run of a real house is drawn', async () => {
  const house = new FakeHouse().open();
  house.me = recorded.signedIn;
  house.readiness = recorded.readiness;
  house.runs.push(recorded.run);
  visit(`/runs/${recorded.run.id}`);
  await screen.findByRole('heading', { name: recorded.run.event.subject });
  expect(screen.getByText(recorded.run.id)).toBeVisible();
  expect(screen.getAllByText(recorded.run.automation).length).toBeGreaterThan(0);
  for (const { name } of recorded.run.steps)
    expect(screen.getAllByText(name).length).toBeGreaterThan(0);
});

test('every part that a real house names has a name and a duty', () => {
  for (const part of Object.keys(recorded.readiness.parts)) {
    expect(homeWords.parts.names).toHaveProperty(part);
    expect(homeWords.parts.duties).toHaveProperty(part);
  }
});

test('what a real house refuses is a sentence', () => {
  const refused = new Refused(recorded.refused.status, recorded.refused, undefined, 'GET /v1/runs');
  expect(refused.message).toMatch(/^[A-Z].+\.$/);
});

test('a list of a real house is known by its pages, its counts by their states', () => {
  expect(recorded.runs.items.length).toBeGreaterThan(0);
  expect(recorded.counts.items.map(({ state }) => state)).toContain('needs_person');
  expect(recorded.accepted.runs).toContain(recorded.run.id);
});
