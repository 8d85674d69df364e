import type { Automation, AutomationState } from '@/lib/api/automations';
import type { StandingOrder } from '@/lib/api/standing';
import { may } from '@/lib/rights';
import { automationWords } from '@/lib/words/automation';
import { StandingButton } from './standing-button';

/** What can be ordered of one that stands so. */
const orders = {
  draft: ['archive'],
  published: ['pause', 'archive'],
  paused: ['resume', 'archive'],
  archived: ['restore'],
} satisfies Record<AutomationState, readonly StandingOrder[]>;

const rights = {
  pause: 'pause',
  resume: 'pause',
  archive: 'build',
  restore: 'build',
} as const satisfies Record<StandingOrder, 'pause' | 'build'>;

interface StandingActionsProps {
  readonly automation: Automation;
  readonly role: string;
  /** In the head only what is done in a hurry. */
  readonly which?: readonly StandingOrder[];
  /** The palette offers them, too. */
  readonly offered?: boolean;
  /** What the address asks for. */
  readonly asked?: string | undefined;
  readonly onAnswered?: () => void;
}

export const StandingActions = ({
  automation,
  role,
  which,
  offered = false,
  asked,
  onAnswered,
}: StandingActionsProps) => {
  const fitting: readonly StandingOrder[] = orders[automation.state];
  return fitting
    .filter((what) => which?.includes(what) ?? true)
    .map((what) => (
      <StandingButton
        // What was ordered of one is not told of another that is looked at by then.
        key={`${automation.id} ${what}`}
        automation={automation}
        what={what}
        offered={offered}
        asked={asked === what}
        onAnswered={onAnswered}
        off={may(role, rights[what]) ? undefined : automationWords.mayNot}
      />
    ));
};
