import {
  Bell,
  BookOpen,
  Braces,
  CheckSquare,
  Clock,
  Columns3,
  Contact,
  Flag,
  Globe,
  type LucideIcon,
  Mail,
  MousePointerClick,
  PenLine,
  Repeat,
  Shuffle,
  Split,
  Waypoints,
  Workflow,
  Zap,
} from 'lucide-react';
import { StateGlyph } from '@/components/state-mark';
import { Icon } from '@/components/ui/icon';
import type { Card } from '@/lib/chain/canvas';
import type { ChainStep, StepKind, Trigger } from '@/lib/chain/model';
import type { Result } from '@/lib/chain/results';
import { type Said, stepSaid, triggerSaid } from '@/lib/chain/said';
import { stateOfStep } from '@/lib/states';
import { words } from '@/lib/words';
import { automationWords } from '@/lib/words/automation';

const kinds = {
  do: Workflow,
  if: Split,
  switch: Waypoints,
  for_each: Repeat,
  parallel: Columns3,
  set: PenLine,
  wait: Clock,
  call: Workflow,
  stop: Flag,
} satisfies Record<StepKind, LucideIcon>;

const actions: readonly (readonly [string, LucideIcon])[] = [
  ['mail.', Mail],
  ['http.', Globe],
  ['task.', CheckSquare],
  ['crm.', Contact],
  ['notify.', Bell],
  ['journal.', BookOpen],
  ['transform', Shuffle],
];

export function iconOf(step: ChainStep): LucideIcon {
  const action = step.written['do'];
  if (step.kind !== 'do' || typeof action !== 'string') return kinds[step.kind];
  return actions.find(([prefix]) => action.startsWith(prefix))?.[1] ?? kinds.do;
}

const frame =
  'flex h-full w-full items-center gap-2.5 rounded-2 border bg-raised px-3 text-left text-ink';

interface ChainCardProps {
  readonly at: Extract<Card, { kind: 'step' }>;
  readonly result: Result | undefined;
  readonly chosen: boolean;
  /** One card of the tree is reached by Tab, the others by the arrows. */
  readonly reachable: boolean;
  readonly onChoose: (step: string) => void;
}

export function ChainCard({ at, result, chosen, reachable, onChoose }: ChainCardProps) {
  const { step, level } = at;
  const said = stepSaid(step);
  const edge = chosen
    ? 'border-ink inset-ring inset-ring-ink'
    : 'border-line-strong hover:border-control';
  const loop = step.kind === 'for_each' && !chosen ? 'border-transparent bg-transparent' : '';
  return (
    <div
      role="treeitem"
      aria-level={level}
      aria-selected={chosen}
      aria-label={labelOf(at, said, result)}
      tabIndex={reachable ? 0 : -1}
      data-step={step.id}
      onClick={() => onChoose(step.id)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onChoose(step.id);
      }}
      className={`${frame} cursor-default ${edge} ${loop}`}
    >
      <span className={`flex-none ${at.aside ? 'text-st-unknown' : 'text-ink-2'}`}>
        <Icon of={iconOf(step)} />
      </span>
      <Words said={said} />
      {result && <ResultMark result={result} />}
    </div>
  );
}

const Words = ({ said: { name, about } }: { readonly said: Said }) => (
  <span className="min-w-0 flex-1">
    <span className="block truncate leading-4 font-medium" title={name}>
      {name}
    </span>
    {about !== '' && (
      <span className="block truncate text-xs text-ink-3" title={about}>
        {about}
      </span>
    )}
  </span>
);

function labelOf(
  { step, aside }: ChainCardProps['at'],
  { name, about }: Said,
  result: Result | undefined,
): string {
  const { chain } = automationWords;
  return [
    name,
    about,
    aside ? chain.errorWay : '',
    step.goesOn ? chain.goesOn : '',
    result ? words.states[stateOfStep(result.state)] : '',
    result ? (timesOf(result) ?? '') : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/** "3 of 3", "212 of 340, 2 failed": of a loop and of what stands in one. */
export function timesOf({ step, times, done, failed }: Result): string | undefined {
  const { chain } = automationWords;
  const counted = step.progress
    ? { done: step.progress.done, all: step.progress.items, failed: step.progress.failed }
    : { done, all: times, failed };
  if (!step.progress && times === 1) return undefined;
  return counted.failed > 0
    ? chain.doneFailed(counted.done, counted.all, counted.failed)
    : chain.done(counted.done, counted.all);
}

const ResultMark = ({ result }: { readonly result: Result }) => {
  const times = timesOf(result);
  return (
    <span className="flex flex-none items-center gap-1.5 text-xs text-ink-3">
      {times}
      <StateGlyph state={stateOfStep(result.state)} />
    </span>
  );
};

const triggers = {
  event: Zap,
  manual: MousePointerClick,
  api: Braces,
} satisfies Record<Trigger['kind'], LucideIcon>;

export const TriggerCard = ({ trigger }: { readonly trigger: Trigger }) => (
  <div className={`${frame} border-line-strong`}>
    <span className="flex-none text-ink-2">
      <Icon of={triggers[trigger.kind]} />
    </span>
    <Words said={triggerSaid(trigger)} />
  </div>
);

export const EndCard = () => (
  <div className="flex h-full items-center gap-2 pl-3.5 text-xs whitespace-nowrap text-ink-3">
    <span className="size-4 flex-none rounded-full border-2 border-ink-2 bg-canvas" />
    {automationWords.chain.end}
  </div>
);
