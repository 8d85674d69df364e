import { screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import type { FakeAutomations } from '@/testing/fake-automations';
import type { FakeHouse } from '@/testing/fake-house';
import { definitionField, draftText, houseWithDraft } from '@/testing/house-with-draft';
import { visit } from '@/testing/visit';

vi.mock('@/features/definition/editor', () => import('@/testing/editor-stand-in'));

const draft = { name: 'Greet', steps: [] };

let house: FakeHouse;
let automations: FakeAutomations;

beforeEach(() => {
  ({ house, automations } = houseWithDraft({ draft }));
});

const drafted = ({ path }: { readonly path: string }) => path.endsWith('/draft?format=json');

test('lays out as JSON what is kept, and saves it as such', async () => {
  const { person } = visit('/automations/auto-1/definition');
  await definitionField();
  await person.click(screen.getByRole('radio', { name: 'JSON' }));
  await waitFor(async () => expect(await definitionField()).toHaveValue(JSON.stringify(draft)));
  await screen.findByText(/^Laid out as JSON/);
  await waitFor(() => expect(automations.kept[0]?.source.format).toBe('json'));
});

test('what is written while it is laid out anew stays as it was written', async () => {
  const { person } = visit('/automations/auto-1/definition');
  await definitionField();
  const answer = house.holdBack('GET /v1/automations/auto-1/draft');
  await person.click(screen.getByRole('radio', { name: 'JSON' }));
  await waitFor(() => expect(house.asked.some(drafted)).toBe(true));
  await person.type(await definitionField(), '# mine');
  answer();
  await screen.findByText(/^Save first/);
  expect(await definitionField()).toHaveValue(`${draftText}# mine`);
  expect(screen.getByRole('radio', { name: 'YAML' })).toBeChecked();
});
