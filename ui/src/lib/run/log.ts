import type { Entry } from '../api/journal';
import { ended, type Run, type RunOrder, type Step } from '../api/runs';
import type { StateName } from '../states';
import { duration, spanOf } from '../time';
import { sentence } from '../words';
import { runLogWords } from '../words/run-log';

/** Something that happened in a run, as a line of its log. */
export interface LogEntry {
  readonly key: string;
  readonly at: string;
  readonly state: StateName | 'event' | 'sent' | 'person' | 'changed' | 'told';
  readonly says: string;
  /** Who did it, as the journal writes it; stands before what is said. */
  readonly actor?: string;
  /** Their own words. */
  readonly quote?: string;
  readonly step?: string;
  /** The entry of the journal that it tells of. */
  readonly entry?: Entry;
  /** What only a machine cares for is folded. */
  readonly plumbing: boolean;
}

/** The newest first. */
export function logOf(run: Run, entries: readonly Entry[]): readonly LogEntry[] {
  return newestFirst([
    ...frame(run),
    ...run.steps.flatMap(stepLines),
    ...run.called.map((called) => ({
      key: `called ${called.run}`,
      at: run.steps.find(({ id }) => id === called.step)?.startedAt ?? run.queuedAt,
      state: 'sent' as const,
      says: runLogWords.calls(nameOf(run, called.step), called.automation),
      step: called.step,
      plumbing: false,
    })),
    ...run.letters.map((letter, index) => ({
      key: `letter ${index}`,
      at: letter.at,
      state: 'event' as const,
      says: runLogWords.came(nameOf(run, letter.step)),
      step: letter.step,
      plumbing: true,
    })),
    ...run.orders.flatMap((order) => orderLines(run, order)),
    ...entries.flatMap((entry) => entryLine(run, entry)),
  ]);
}

/** Each time is read once, however many there are to compare. */
function newestFirst(lines: readonly LogEntry[]): readonly LogEntry[] {
  const read = lines.map((line) => ({ line, at: Date.parse(line.at) }));
  return read.toSorted((one, other) => other.at - one.at).map(({ line }) => line);
}

const nameOf = (run: Run, step: string) => run.steps.find(({ id }) => id === step)?.name ?? step;

/** Its beginning and its end. */
function frame(run: Run): readonly LogEntry[] {
  const log = runLogWords;
  const begun: LogEntry[] = [
    {
      key: 'accepted',
      at: run.queuedAt,
      state: 'event',
      says: log.accepted(run.event.type, run.event.source),
      plumbing: false,
    },
  ];
  if (run.startedAt !== null)
    begun.push({ key: 'taken', at: run.startedAt, state: 'told', says: log.taken, plumbing: true });
  return ended(run) && run.finishedAt !== null ? [endLine(run, run.finishedAt), ...begun] : begun;
}

function endLine(run: Run, at: string): LogEntry {
  const { ended } = runLogWords;
  const reason = run.reason === null ? '' : sentence(run.reason);
  const says =
    run.state === 'failed'
      ? failedSaid(run, reason)
      : run.state === 'cancelled'
        ? ended.cancelled(reason)
        : ended.finished;
  const state =
    run.state === 'failed' ? 'failed' : run.state === 'cancelled' ? 'cancelled' : 'finished';
  return { key: 'ended', at, state, says, plumbing: false };
}

/** Why stands with the step already. */
const failedSaid = ({ failure }: Run, reason: string) =>
  failure ? runLogWords.ended.failedAt(failure.name) : runLogWords.ended.failed(reason);

const isTurn = ({ id }: Step) => id.includes('.');
const acts = ({ effect }: Step) => effect !== null && effect.class !== 'pure';

function stepLines(step: Step): readonly LogEntry[] {
  const log = runLogWords;
  const line = { step: step.id } as const;
  if (step.keptFrom)
    return [
      {
        ...line,
        key: `${step.id} kept`,
        at: step.startedAt,
        state: 'skipped',
        says: log.kept(step.name),
        plumbing: true,
      },
    ];
  const begun: LogEntry = {
    ...line,
    key: `${step.id} begun`,
    at: step.startedAt,
    state: acts(step) ? 'sent' : 'told',
    says: log.began(step.name),
    plumbing: true,
  };
  const said = saidOf(step);
  if (!said) return [begun];
  const at = step.state === 'waiting' ? step.startedAt : (step.finishedAt ?? step.startedAt);
  return [{ ...line, key: `${step.id} ${step.state}`, at, ...said }, begun];
}

function saidOf(step: Step): Pick<LogEntry, 'state' | 'says' | 'plumbing'> | undefined {
  const log = runLogWords;
  switch (step.state) {
    case 'running':
      return undefined;
    case 'finished':
      return { state: 'finished', says: doneSaid(step), plumbing: isTurn(step) || !acts(step) };
    case 'failed': {
      const message = step.error?.message ?? step.reason ?? '';
      return { state: 'failed', says: log.failedStep(step.name, message), plumbing: false };
    }
    case 'unknown': {
      const reason = sentence(step.reason ?? log.noAnswer);
      return { state: 'unknown', says: log.unknown(step.name, reason), plumbing: false };
    }
    case 'skipped': {
      const reason = sentence(step.reason ?? '');
      return { state: 'skipped', says: log.skipped(step.name, reason), plumbing: false };
    }
    case 'cancelled':
      return { state: 'cancelled', says: log.cutShort(step.name), plumbing: false };
    case 'waiting': {
      const reason = sentence(step.waits?.reason ?? '');
      return { state: 'time', says: log.waits(step.name, reason), plumbing: false };
    }
  }
}

function doneSaid(step: Step): string {
  const log = runLogWords;
  if (step.kind === 'wait')
    return log.waited(step.name, duration(spanOf(step.startedAt, step.finishedAt, 0)));
  return step.attempts > 1 ? log.doneAgain(step.name, step.attempts) : log.done(step.name);
}

function orderLines(run: Run, given: RunOrder): readonly LogEntry[] {
  const log = runLogWords;
  const { order, actor, reason, step } = given;
  const says = order === 'skip' ? log.orders.skip(nameOf(run, step ?? '')) : log.orders[order];
  const line: LogEntry = {
    key: `order ${given.id}`,
    at: given.givenAt,
    state: 'person',
    says,
    actor,
    plumbing: false,
    ...(reason && { quote: reason }),
    ...(step && { step }),
  };
  if (given.carriedOutAt === null) return [line];
  const followed: LogEntry = {
    key: `order ${given.id} followed`,
    at: given.carriedOutAt,
    state: 'told',
    says: log.followed[order],
    plumbing: true,
  };
  return [followed, line];
}

/** What the run itself tells already is not told twice. */
const toldAlready = new Set([
  'run.started',
  'run.finished',
  'run.failed',
  'run.cancelled',
  'run.ordered',
  'run.waiting',
]);

function entryLine(run: Run, entry: Entry): readonly LogEntry[] {
  const log = runLogWords;
  const line = { key: `entry ${entry.id}`, at: entry.recordedAt, entry, plumbing: false } as const;
  if (entry.subject !== `run/${run.id}`) {
    const changed = (entry.changes ?? []).length > 0;
    const says = changed ? log.changed(entry.subject) : log.wrote(entry.type, entry.subject);
    return [{ ...line, state: 'changed', says }];
  }
  if (toldAlready.has(entry.type)) return [];
  if (entry.type === 'effect.resolved')
    return [{ ...line, state: 'person', says: log.resolved, actor: entry.actor }];
  if (entry.type === 'run.rerun_requested')
    return [{ ...line, state: 'person', says: log.rerunAsked, actor: entry.actor }];
  return [{ ...line, state: 'told', says: log.told(entry.type), plumbing: true }];
}
