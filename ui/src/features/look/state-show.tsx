import { StateBadge, StateMark } from '@/components/state-mark';
import type { StateName } from '@/lib/states';
import { words } from '@/lib/words';
import { livingWords } from '@/lib/words/living';
import { Section } from './section';

const badges: readonly StateName[] = [
  'running',
  'person',
  'time',
  'finished',
  'failed',
  'unknown',
  'paused',
  'halted',
  'draft',
];

export const StateShow = () => (
  <Section title={livingWords.states}>
    <ul className="grid grid-cols-2 gap-x-3.5 gap-y-[7px] two:grid-cols-3">
      {(Object.keys(words.states) as StateName[]).map((state) => (
        <li key={state}>
          <StateMark state={state} />
        </li>
      ))}
    </ul>
    <div className="mt-3 flex flex-wrap gap-1.5">
      {badges.map((state) => (
        <StateBadge key={state} state={state} />
      ))}
    </div>
  </Section>
);
