import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Automation } from '@/lib/api/automations';
import { order, type StandingOrder } from '@/lib/api/standing';
import { automationsWords } from '@/lib/words/automations';

export type BulkOrder = Extract<StandingOrder, 'pause' | 'resume'>;

/** Where each of several stands: nothing is said to be done before the server has said so. */
export interface BulkItem {
  readonly automation: Automation;
  readonly state: 'waits' | 'under' | 'done' | 'refused' | 'leftOut';
  /** Why not, in the words of the server. */
  readonly says?: string;
}

export interface Bulk {
  readonly what: BulkOrder;
  readonly items: readonly BulkItem[];
}

/** Only what stands so can follow the order. */
const from = { pause: 'published', resume: 'paused' } as const;

export const canFollow = (what: BulkOrder, { state }: Automation) => state === from[what];

export const answered = ({ items }: Bulk) =>
  items.filter(({ state }) => state !== 'waits' && state !== 'under').length;

export const ofBulk = (what: BulkOrder, chosen: readonly Automation[]): Bulk => ({
  what,
  items: chosen.map((automation) => ({
    automation,
    state: canFollow(what, automation) ? 'waits' : 'leftOut',
  })),
});

/** Orders one after the other, so that each has an answer of its own; one that fails stops nothing. */
export function useBulk() {
  const queries = useQueryClient();
  const [bulk, setBulk] = useState<Bulk>();
  const put = (id: string, change: Partial<BulkItem>) =>
    setBulk(
      (now) =>
        now && {
          ...now,
          items: now.items.map((item) =>
            item.automation.id === id ? { ...item, ...change } : item,
          ),
        },
    );
  const give = async (what: BulkOrder, id: string, reason: string) => {
    put(id, { state: 'under' });
    try {
      await order(id, what, reason);
      put(id, { state: 'done' });
    } catch (refused) {
      const says = refused instanceof Error ? refused.message : automationsWords.bulk.refused;
      put(id, { state: 'refused', says });
    }
  };
  const start = async (what: BulkOrder, chosen: readonly Automation[], reason: string) => {
    const begun = ofBulk(what, chosen);
    setBulk(begun);
    for (const { automation, state } of begun.items)
      // Each waits for the one before on purpose.
      // oxlint-disable-next-line no-await-in-loop
      if (state === 'waits') await give(what, automation.id, reason);
    await queries.invalidateQueries({ queryKey: ['automations'] });
  };
  return { bulk, start, forget: () => setBulk(undefined) };
}
