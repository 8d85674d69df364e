import {
  Bell,
  BookOpen,
  Clock,
  Globe,
  ListChecks,
  type LucideIcon,
  Mail,
  Pencil,
  Repeat,
  Split,
  Zap,
} from 'lucide-react';
import { Fragment } from 'react';
import { Icon } from '@/components/ui/icon';
import type { StarterDefinition } from '@/lib/api/starters';
import { allSteps, chainOf, type ChainStep, type StepKind } from '@/lib/chain/model';

const kinds: Readonly<Record<Exclude<StepKind, 'do'>, LucideIcon>> = {
  if: Split,
  switch: Split,
  for_each: Repeat,
  parallel: Split,
  set: Pencil,
  wait: Clock,
  call: Zap,
  stop: BookOpen,
};

const actions: readonly (readonly [beginning: string, icon: LucideIcon])[] = [
  ['task.', ListChecks],
  ['notify.', Bell],
  ['mail.', Mail],
  ['http.', Globe],
];

const iconOf = ({ kind, written }: ChainStep): LucideIcon =>
  kind === 'do'
    ? (actions.find(([beginning]) => String(written['do']).startsWith(beginning))?.[1] ?? BookOpen)
    : kinds[kind];

const most = 6;

/** A chain at a glance: what its steps are, not what they say. */
export const MiniChain = ({ definition }: { readonly definition: StarterDefinition }) => (
  <span aria-hidden="true" className="inline-flex items-center text-ink-2">
    <Icon of={Zap} size={14} />
    {allSteps(chainOf(definition).steps)
      .slice(0, most)
      .map((step) => (
        <Fragment key={step.id}>
          <i className="mx-[3px] h-[1.5px] w-3 bg-ink-3" />
          <Icon of={iconOf(step)} size={14} />
        </Fragment>
      ))}
  </span>
);
