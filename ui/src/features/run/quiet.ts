import type { Effect } from '@/lib/api/runs';
import { second } from '@/lib/time';

/** A sender stops at its deadline; this covers its last bytes on the wire. Pair: UnknownEffect. */
const grace = 5_000;

export const quietAt = ({ deadline }: Effect) => Date.parse(deadline) + grace;

/** Until when whoever sent it may still act; undefined once it certainly cannot. */
export const quietUntil = (effect: Effect, now: number) =>
  now < quietAt(effect) ? second(new Date(quietAt(effect)).toISOString()) : undefined;
