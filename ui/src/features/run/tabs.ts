import type { RunRow } from '@/lib/run/rows';

/** What there is to see of a step, in the order of the tabs. */
export const stepTabs = ['input', 'output', 'attempts', 'log', 'effects'] as const;

export type StepTab = (typeof stepTabs)[number];

/** Where nobody has chosen: what matters most as it stands. */
export function usualTab({ step }: RunRow): StepTab {
  switch (step?.state) {
    case 'unknown':
      return 'effects';
    case 'failed':
    case 'waiting':
    case 'cancelled':
    case 'skipped':
      return 'attempts';
    case 'running':
      return 'input';
    case 'finished':
    case undefined:
      return 'output';
  }
}
