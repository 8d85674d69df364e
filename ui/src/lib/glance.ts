import type { Automation } from './api/automations';
import type { Glance, RunBar } from './api/glances';
import type { RunState } from './api/runs';
import { number } from './format';
import type { SegmentKind } from './segments';
import { type StateName, stateOfRun, whatIsAsked } from './states';
import { words } from './words';
import { automationsWords } from './words/automations';

const kinds = {
  queued: 'waited',
  running: 'running',
  waiting: 'time',
  needs_person: whatIsAsked(),
  paused: 'paused',
  finished: 'worked',
  failed: 'failed',
  cancelled: 'ahead',
} satisfies Record<RunState, SegmentKind>;

/** Runs of a second and of a day stand side by side: what takes ten times as long is a step higher. */
const low = 0.2;

function heightOf(durationMs: number | null, longest: number): number {
  if (durationMs === null || longest <= 0) return 1;
  return low + (1 - low) * (Math.log1p(Math.max(0, durationMs)) / Math.log1p(longest));
}

/** The oldest first, as a line is read. What has not ended stands at its full height. */
export function barsOf(newest: readonly RunBar[]) {
  const longest = Math.max(0, ...newest.map(({ durationMs }) => durationMs ?? 0));
  return newest.toReversed().map(({ state, durationMs }) => ({
    height: heightOf(durationMs, longest),
    kind: kinds[state],
  }));
}

/** The same in words: "The last 30 runs: 28 finished, 2 failed". */
export function sparkSays(newest: readonly RunBar[]): string {
  const { spark } = automationsWords;
  if (newest.length === 0) return spark.none;
  const found = new Map<RunState, number>();
  for (const { state } of newest) found.set(state, (found.get(state) ?? 0) + 1);
  const parts = [...found].map(([state, count]) =>
    spark.part(count, words.states[stateOfRun(state)]),
  );
  return spark.some(newest.length, parts.join(', '));
}

interface Counted {
  readonly runs: number;
  readonly more: boolean;
}

const nothing: Counted = { runs: 0, more: false };

export const countOf = (glance: Glance, state: RunState): Counted =>
  glance.counts.find((count) => count.state === state) ?? nothing;

export const allOf = (glance: Glance): Counted =>
  glance.counts.reduce(
    (sum, { runs, more }) => ({ runs: sum.runs + runs, more: sum.more || more }),
    nothing,
  );

/** "38", or "1,000+" where counting ended. */
export const countText = ({ runs, more }: Counted) =>
  more ? automationsWords.atLeast(number(runs)) : number(runs);

/** The middle one of the last that finished: one long run does not change it. */
export function typicalOf(newest: readonly RunBar[]): number | undefined {
  const spans = newest
    .filter(({ state }) => state === 'finished')
    .flatMap(({ durationMs }) => (durationMs === null ? [] : [durationMs]))
    .toSorted((one, other) => one - other);
  return spans[Math.floor(spans.length / 2)];
}

export interface Standing {
  readonly state: StateName;
  readonly word: string;
}

/** The one thing to know of it: whether it acts, and before that whether a run of it asks for somebody. */
export function standingOf(automation: Automation, glance?: Glance): Standing {
  const asking = glance ? countOf(glance, 'needs_person').runs : 0;
  const asked = whatIsAsked();
  if (asking > 0) return { state: asked, word: automationsWords.asks[asked](asking) };
  return restingOf(automation);
}

export function restingOf({ state, unpublishedChanges }: Automation): Standing {
  const said = automationsWords;
  switch (state) {
    case 'draft':
      return { state: 'draft', word: said.neverPublished };
    case 'paused':
      return { state: 'paused', word: said.paused };
    case 'archived':
      return { state: 'cancelled', word: said.archived };
    case 'published':
      return { state: 'live', word: unpublishedChanges ? said.liveChanged : said.live };
  }
}

export interface AreaOf {
  readonly area: string;
  readonly automations: readonly Automation[];
}

/** By area, those without one last; within it as the server gave them. */
export function byArea(automations: readonly Automation[]): readonly AreaOf[] {
  const areas = [...new Set(automations.map(({ area }) => area))].toSorted((one, other) =>
    one === '' ? 1 : other === '' ? -1 : one.localeCompare(other),
  );
  return areas.map((area) => ({
    area,
    automations: automations.filter((automation) => automation.area === area),
  }));
}

/** "Starts on crm.deal.won, by hand" as the title of the drawing beside a name. */
export function startSays(startedBy: readonly string[]): string {
  if (startedBy.length === 0) return automationsWords.noTrigger;
  const said = { manual: automationsWords.manual, api: automationsWords.api };
  return automationsWords.startedBy(
    startedBy.map((start) => (start in said ? said[start as keyof typeof said] : start)).join(', '),
  );
}
