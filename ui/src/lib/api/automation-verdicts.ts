import { path } from '@/lib/http';
import { type PageOf, pagedQuery } from '@/lib/paged';
import { automationKey } from './automations';
import type { RunEvent } from './runs';
import type { Verdict, VerdictKind } from './verdicts';

export const verdictKinds: readonly VerdictKind[] = [
  'fired',
  'deduplicated',
  'throttled',
  'skipped',
  'paused',
  'loop_cut',
  'not_met',
  'other_type',
  'not_published',
  'archived',
  'for_another',
  'untold',
];

export interface AutomationVerdict extends Verdict {
  readonly event: RunEvent & { readonly recordedAt: string };
}

export interface VerdictPage extends PageOf<AutomationVerdict> {
  /** How far back was looked where a page has few: null where all was looked at. */
  readonly lookedBackTo: string | null;
}

/** What one automation made of the events it listens to, newest first. */
export const automationVerdictsQuery = (id: string, verdict: VerdictKind | undefined) =>
  pagedQuery<AutomationVerdict, VerdictPage>({
    key: [...automationKey(id), 'verdicts'],
    path: path`/v1/automations/${id}/verdicts`,
    asked: { verdict },
  });
