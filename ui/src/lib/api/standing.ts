import { call, path } from '@/lib/http';
import { pagedQuery } from '@/lib/paged';
import { type Automation, type AutomationState, automationKey } from './automations';

/** What stops an automation, or lets it act again. */
export type StandingOrder = 'pause' | 'resume' | 'archive' | 'restore';

export const order = (id: string, what: StandingOrder, reason: string) =>
  call<Automation>(path`/v1/automations/${id}/${what}`, {
    method: 'POST',
    body: reason === '' ? {} : { reason },
  });

export const clone = (id: string, name: string, from: string | undefined) =>
  call<{ readonly id: string; readonly name: string }>(path`/v1/automations/${id}/clone`, {
    method: 'POST',
    body: from === undefined ? { name } : { name, from },
  });

export interface HistoryEntry {
  readonly change: 'published' | 'rolled_back' | 'paused' | 'resumed' | 'archived' | 'restored';
  readonly state: AutomationState;
  readonly version: string | null;
  readonly number: number | null;
  readonly at: string;
  readonly by: string;
  readonly byName: string;
  readonly note: string;
  readonly epoch: number;
}

export const historyQuery = (id: string) =>
  pagedQuery<HistoryEntry>({
    key: [...automationKey(id), 'history'],
    path: path`/v1/automations/${id}/history`,
    limit: 50,
  });
