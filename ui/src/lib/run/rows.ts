import { ended, type Run, type Step } from '../api/runs';
import type { Branch, ChainStep } from '../chain/model';
import { stepSaid } from '../chain/said';
import { number } from '../format';
import { type StateName, stateOfStep } from '../states';
import { runWords } from '../words/run';
import { countedOf, loudestOf, tookOf, wayOf } from './outcomes';
import { turnsIn, type Turns } from './turns';

/** One line of the chain with what became of it in a run. */
export interface RunRow {
  /** As runs call it: "each.3.mail"; of a turn "each.3". */
  readonly key: string;
  readonly kind: 'event' | 'step' | 'turn' | 'way' | 'more';
  /** From 1, for those who hear it. */
  readonly level: number;
  readonly within: string | undefined;
  readonly name: string;
  readonly state: StateName;
  readonly step: Step | undefined;
  readonly written: ChainStep | undefined;
  /** It has lines of its own, shown or not. */
  readonly open: boolean | undefined;
  /** Of a loop or a turn: how far it is. */
  readonly counted: string | undefined;
  /** Of a fork: the way it took. */
  readonly took: string | undefined;
}

/** The place of the event that began it; no step may be called so. */
export const eventKey = '@event';

/** A loop of more turns than these is shown closed. */
const fewTurns = 12;

interface Drawing {
  readonly run: Run;
  readonly steps: ReadonlyMap<string, Step>;
  readonly turns: Turns;
  readonly opened: ReadonlyMap<string, boolean>;
  readonly over: boolean;
  /** What was read of loops beside what the run shows. */
  readonly more: ReadonlySet<string>;
}

interface Place {
  readonly prefix: string;
  readonly level: number;
  readonly within: string | undefined;
}

export interface RowsOf {
  readonly run: Run;
  /** The chain of the version that it walks; without it the steps stand as they were begun. */
  readonly chain: readonly ChainStep[] | undefined;
  /** Steps beside those that the run shows: turns of loops that somebody looked for. */
  readonly others?: readonly Step[];
  /** Loops that have turns which nobody has asked for yet. */
  readonly more?: ReadonlySet<string>;
  readonly opened: ReadonlyMap<string, boolean>;
}

/** The event, then every step in the order in which the chain is read. */
export function rowsOf({
  run,
  chain,
  others = [],
  more = new Set(),
  opened,
}: RowsOf): readonly RunRow[] {
  const all = [...others, ...run.steps];
  const drawing: Drawing = {
    run,
    steps: new Map(all.map((step) => [step.id, step])),
    turns: turnsIn(all),
    opened,
    over: ended(run),
    more,
  };
  const place = { prefix: '', level: 1, within: undefined };
  const rows = chain ? sequence(chain, place, drawing) : flat(drawing, all);
  return [eventRow(run), ...rows];
}

const nothing = {
  step: undefined,
  written: undefined,
  open: undefined,
  counted: undefined,
  took: undefined,
};

const eventRow = ({ event }: Run): RunRow => ({
  ...nothing,
  key: eventKey,
  kind: 'event',
  level: 1,
  within: undefined,
  name: event.type,
  state: 'finished',
});

/** "each.3.mail" stands two levels below "each". */
const flat = ({ steps }: Drawing, all: readonly Step[]): readonly RunRow[] =>
  [...new Set(all.map(({ id }) => id))].flatMap((id): readonly RunRow[] => {
    const step = steps.get(id);
    if (!step) return [];
    const parts = id.split('.');
    return [
      {
        ...nothing,
        key: id,
        kind: 'step',
        level: (parts.length + 1) / 2,
        within: parts.length > 2 ? parts.slice(0, -2).join('.') : undefined,
        name: step.name,
        state: stateOfStep(step.state),
        step,
        counted: countedOf(step),
      },
    ];
  });

const sequence = (steps: readonly ChainStep[], place: Place, drawing: Drawing): readonly RunRow[] =>
  steps.flatMap((step) => stepRows(step, place, drawing));

function stepRows(written: ChainStep, place: Place, drawing: Drawing): readonly RunRow[] {
  const key = place.prefix + written.id;
  const step = drawing.steps.get(key);
  const inner = within(written, { ...place, level: place.level + 1, within: key }, step, drawing);
  const turns = drawing.turns.get(key)?.size ?? 0;
  const open = inner === undefined ? undefined : isOpen(key, turns <= fewTurns, drawing);
  const row: RunRow = {
    key,
    kind: 'step',
    level: place.level,
    within: place.within,
    name: step?.name ?? stepSaid(written).name,
    state: step ? stateOfStep(step.state) : unreached(inner, drawing),
    step,
    written,
    open,
    counted: step && countedOf(step),
    took: step && tookOf(written, step),
  };
  return [row, ...(open ? (inner?.() ?? []) : [])];
}

/** A parallel is only written down when it is over: what stands in it tells that it is under way. */
const unreached = (inner: Inner, { over }: Drawing): StateName =>
  over ? 'skipped' : inner === undefined ? 'queued' : 'running';

const isOpen = (key: string, usually: boolean, { opened }: Drawing) => opened.get(key) ?? usually;

/** What stands in a step, drawn when it is open; undefined where nothing does. */
type Inner = (() => readonly RunRow[]) | undefined;

function within(written: ChainStep, place: Place, step: Step | undefined, drawing: Drawing): Inner {
  const parts = [inside(written, place, step, drawing), recovery(written, place, drawing)].filter(
    (part) => part !== undefined,
  );
  return parts.length === 0 ? undefined : () => parts.flatMap((part) => part());
}

function inside(written: ChainStep, place: Place, step: Step | undefined, drawing: Drawing): Inner {
  switch (written.kind) {
    case 'for_each':
      return loop(written, place, drawing);
    case 'parallel':
      return ways(written, place, drawing);
    case 'if':
    case 'switch': {
      const way = step && wayOf(written, step);
      return way && way.steps.length > 0 ? () => sequence(way.steps, place, drawing) : undefined;
    }
    case 'do':
    case 'set':
    case 'wait':
    case 'call':
    case 'stop':
      return undefined;
  }
}

/** Done when the step has failed; otherwise nobody needs to see it. */
const recovery = ({ onError }: ChainStep, place: Place, drawing: Drawing): Inner =>
  onError.some(({ id }) => drawing.steps.has(place.prefix + id))
    ? () => sequence(onError, place, drawing)
    : undefined;

function loop(written: ChainStep, place: Place, drawing: Drawing): Inner {
  const key = place.prefix + written.id;
  const turns = drawing.turns.get(key);
  const hasMore = drawing.more.has(key);
  if (!turns && !hasMore) return undefined;
  return () => [
    ...[...(turns ?? [])]
      .toSorted(([one], [other]) => one - other)
      .flatMap(([turn, steps]) => turnRows({ written, loop: key, turn, steps }, place, drawing)),
    ...(hasMore ? [moreRow(key, place)] : []),
  ];
}

interface Turn {
  readonly written: ChainStep;
  readonly loop: string;
  readonly turn: number;
  readonly steps: readonly Step[];
}

function turnRows(
  { written, loop, turn, steps }: Turn,
  place: Place,
  drawing: Drawing,
): readonly RunRow[] {
  const key = `${loop}.${turn}`;
  const state = loudestOf(steps);
  const open = isOpen(key, state === 'failed' || state === 'unknown', drawing);
  const row: RunRow = {
    ...nothing,
    key,
    kind: 'turn',
    level: place.level,
    within: loop,
    name: runWords.turn(number(turn + 1)),
    state,
    step: steps[0],
    open,
  };
  const inner = { prefix: `${key}.`, level: place.level + 1, within: key };
  return [row, ...(open ? sequence(written.body, inner, drawing) : [])];
}

const moreRow = (loop: string, place: Place): RunRow => ({
  ...nothing,
  key: `${loop}.more`,
  kind: 'more',
  level: place.level,
  within: loop,
  name: runWords.moreTurns,
  state: 'queued',
});

function ways(written: ChainStep, place: Place, drawing: Drawing): Inner {
  const reached = written.branches.some(({ steps }) =>
    steps.some(({ id }) => drawing.steps.has(place.prefix + id)),
  );
  if (!reached) return undefined;
  return () => written.branches.flatMap((branch) => wayRows(written, branch, place, drawing));
}

function wayRows(
  written: ChainStep,
  branch: Branch,
  place: Place,
  drawing: Drawing,
): readonly RunRow[] {
  const key = `${place.prefix}${written.id}:${branch.name}`;
  const begun = branch.steps.flatMap(({ id }) => drawing.steps.get(place.prefix + id) ?? []);
  const open = isOpen(key, true, drawing);
  const row: RunRow = {
    ...nothing,
    key,
    kind: 'way',
    level: place.level,
    within: place.within,
    name: branch.name,
    state: begun.length < branch.steps.length && !drawing.over ? 'running' : loudestOf(begun),
    open,
  };
  const inner = { prefix: place.prefix, level: place.level + 1, within: key };
  return [row, ...(open ? sequence(branch.steps, inner, drawing) : [])];
}
