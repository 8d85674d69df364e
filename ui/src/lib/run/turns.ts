import type { Step } from '../api/runs';

/** By loop, by turn: the steps that were begun in it. */
export type Turns = ReadonlyMap<string, ReadonlyMap<number, readonly Step[]>>;

/** "each.3.inner.0.mail" is of the turn 3 of "each", and of the turn 0 of "each.3.inner". */
export function turnsIn(steps: readonly Step[]): Turns {
  const loops = new Map<string, Map<number, Step[]>>();
  for (const step of steps) for (const at of placesOf(step)) put(loops, at, step);
  return loops;
}

interface TurnOf {
  readonly loop: string;
  readonly turn: number;
}

function placesOf({ id }: Step): readonly TurnOf[] {
  const parts = id.split('.');
  return parts.flatMap((part, at) =>
    at % 2 === 1 ? [{ loop: parts.slice(0, at).join('.'), turn: Number(part) }] : [],
  );
}

function put(loops: Map<string, Map<number, Step[]>>, { loop, turn }: TurnOf, step: Step): void {
  const turns = loops.get(loop) ?? new Map<number, Step[]>();
  loops.set(loop, turns);
  turns.set(turn, turns.get(turn) ?? []);
  turns.get(turn)?.push(step);
}
