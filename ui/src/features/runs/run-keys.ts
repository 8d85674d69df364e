import { type KeyBinding, moveFocus, useKeys } from '@/lib/keys';
import { words } from '@/lib/words';

const step = (selector: string) => (which: number) => moveFocus(selector, which === 0 ? 1 : -1);

const inList: readonly KeyBinding[] = [
  { keys: [['J'], ['K']], says: words.keys.nextRun, does: step('[data-run]') },
];

const inRun: readonly KeyBinding[] = [
  { keys: [['J'], ['K']], says: words.keys.nextStep, does: step('[data-step]') },
];

/** J and K walk along the runs; Enter opens, as on every link. */
export const useRunKeys = () => useKeys(inList);

export const useStepKeys = () => useKeys(inRun);
