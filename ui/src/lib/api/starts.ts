import { call, path } from '@/lib/http';
import type { Json } from '@/lib/json';

export interface StartAsked {
  /** The label of the button. */
  readonly trigger: string;
  readonly input?: Json;
}

export interface Started {
  readonly event: string;
  /** Null where the automation took none. */
  readonly run: string | null;
  /** Why there is no run, in a sentence of the server's. */
  readonly reason: string;
  /** The same request came before; this is the answer of then. */
  readonly duplicate: boolean;
}

/** The same key again is the same run. */
export const startByHand = (id: string, asked: StartAsked, key: string) =>
  call<Started>(path`/v1/automations/${id}/runs`, {
    method: 'POST',
    body: asked,
    headers: { 'idempotency-key': key },
  });
