import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { anAutomation, FakeAutomations } from '@/testing/fake-automations';
import { FakeHouse } from '@/testing/fake-house';
import { visit } from '@/testing/visit';

function open(count: number) {
  const automations = new FakeAutomations(new FakeHouse().open());
  for (let each = 0; each < count; each++)
    automations.kept.push(
      anAutomation({
        id: `a${each}`,
        name: `Automation ${each}`,
        area: each === count - 1 ? 'Finance' : 'Sales',
      }),
    );
}

// The rows of the list are many; only those that fit the words are drawn.
const address = '/automations?q=automation%200';

test('areas are offered also where they are named behind the first page of automations', async () => {
  open(230);
  const { person } = visit(address);
  await screen.findByRole('link', { name: /Automation 0/ });
  await person.click(screen.getByRole('button', { name: 'Area' }));
  await screen.findByRole('menuitem', { name: 'Finance' });
  expect(screen.queryByText(/^Of the first/)).toBeNull();
});

test('of very many automations it is said that the names are those of the first ones', async () => {
  open(2_010);
  const { person } = visit(address);
  await screen.findByRole('link', { name: /Automation 0/ });
  await person.click(screen.getByRole('button', { name: 'Area' }));
  await screen.findByText(/^Of the first 2,000 automations/);
  await waitFor(() => expect(screen.queryByRole('menuitem', { name: 'Finance' })).toBeNull());
});
