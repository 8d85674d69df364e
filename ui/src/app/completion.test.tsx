import { screen } from '@testing-library/react';
import { test, vi } from 'vitest';
import type { EditorProps } from '@/features/definition/editor';
import { anAutomation, FakeAutomations } from '@/testing/fake-automations';
import { FakeHouse } from '@/testing/fake-house';
import { visit } from '@/testing/visit';

/** The real one needs a browser that measures; this one tells what it could offer. */
vi.mock('@/features/definition/editor', () => ({
  Editor: ({ known }: EditorProps) => (
    <p>{[...known.events, ...known.functions].map((it) => JSON.stringify(it))}</p>
  ),
}));

test('knows what the events carry that start it, and what expressions can call', async () => {
  const house = new FakeHouse().open();
  house.me = { ...house.me, role: 'builder' };
  const written = 'on:\n  - event: crm.deal.won\nsteps: []\n';
  new FakeAutomations(house).kept.push(anAutomation({ source: { format: 'yaml', text: written } }));
  const schema = { data: { properties: { amount: {} } }, before: null, after: null };
  const functions = [{ name: 'text.title', signature: 'text.title(text)', does: 'Capitals.' }];
  const answers = new Map<string, unknown>([
    ['GET /v1/event-types', { items: [{ type: 'crm.deal.won' }], next: null }],
    ['GET /v1/event-types/crm.deal.won', { type: 'crm.deal.won', schema, example: null }],
    ['GET /v1/expressions/functions', { items: functions }],
  ]);
  house.rooms.push((key) => (answers.has(key) ? [200, answers.get(key)] : undefined));
  visit('/automations/auto-1/definition');
  await screen.findByText(/crm\.deal\.won.*amount.*text\.title/);
});
