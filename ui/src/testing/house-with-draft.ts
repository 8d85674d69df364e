import { screen } from '@testing-library/react';
import type { DraftedAutomation } from '@/lib/api/automations';
import { anAutomation, FakeAutomations } from './fake-automations';
import { FakeHouse } from './fake-house';

export const draftText = 'name: Greet\nsteps: []\n';

/** A house with one automation, "auto-1", and somebody who may write it. */
export function houseWithDraft(given: Partial<DraftedAutomation> = {}, role = 'builder') {
  const house = new FakeHouse().open();
  house.me = { ...house.me, role };
  const automations = new FakeAutomations(house);
  automations.kept.push(anAutomation({ source: { format: 'yaml', text: draftText }, ...given }));
  return { house, automations };
}

/** Where it is written; the stand-in for the editor has it as a plain field. */
export const definitionField = () => screen.findByRole('textbox', { name: 'Definition' });
