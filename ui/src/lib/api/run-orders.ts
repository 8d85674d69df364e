import { call, path } from '@/lib/http';
import type { Json } from '@/lib/json';

export type RunOrderName = 'cancel' | 'pause' | 'resume' | 'retry';

const because = (reason: string) => (reason === '' ? {} : { reason });

/** Committed when it answers; the run follows between two steps, and its own page shows when. */
export const orderRun = (id: string, order: RunOrderName, reason = '') =>
  call<{ readonly run: string }>(`${path`/v1/runs/${id}`}/${order}`, {
    method: 'POST',
    body: because(reason),
  });

export const skipStep = (id: string, step: string, reason: string) =>
  call<{ readonly run: string }>(path`/v1/runs/${id}/steps/${step}/skip`, {
    method: 'POST',
    body: { reason },
  });

export interface Rerun {
  readonly run: string;
  readonly rerunOf: string;
  readonly from: string | null;
  readonly number: number;
  readonly kept: number;
  /** What the new run does, in sentences of the server's. */
  readonly words: string;
}

export interface RerunOptions {
  /** The step to begin with; the version is then the one that the earlier run walked. */
  readonly from?: string | undefined;
  readonly version?: 'now' | 'same' | undefined;
  readonly reason: string;
  /** The same key again is the same run. */
  readonly key: string;
}

export const rerun = (id: string, { from, version, reason, key }: RerunOptions) => {
  const asked =
    from === undefined ? `?version=${version ?? 'now'}` : `?from=${encodeURIComponent(from)}`;
  return call<Rerun>(`${path`/v1/runs/${id}/rerun`}${asked}`, {
    method: 'POST',
    body: because(reason),
    headers: { 'idempotency-key': key },
  });
};

export type Word =
  | { readonly happened: true; readonly output: Json; readonly reason: string }
  | { readonly happened: false; readonly reason: string };

/** A person's word on an effect of which nobody knows whether it happened. */
export const resolveEffect = (effect: string, word: Word) =>
  call<{ readonly id: string; readonly happened: boolean }>(path`/v1/effects/${effect}/resolve`, {
    method: 'POST',
    body: word,
  });
