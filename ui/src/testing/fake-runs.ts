import type { ActionKind } from '@/lib/api/catalogue';
import type { Entry } from '@/lib/api/journal';
import type { PastAttempt } from '@/lib/api/run-steps';
import type { Run, RunOrder, Step } from '@/lib/api/runs';
import type { Json } from '@/lib/json';
import { aRun, type Answer, type FakeHouse, problem, type Request } from './fake-house';
import { pageOf } from './paged';
import { shown } from './shown-run';

/** The part of the house that runs are steered from: it follows orders, and tells how runs go on. */
export class FakeRuns {
  readonly #house: FakeHouse;
  readonly entries: Entry[] = [];
  readonly actions: ActionKind[] = [];
  /** The definitions that runs walk, by the id of their automation. */
  readonly definitions = new Map<string, Json>();
  /** Steps beside those that a run shows. */
  readonly steps = new Map<string, readonly Step[]>();
  /** By the ids of their steps. */
  readonly pastAttempts = new Map<string, readonly PastAttempt[]>();
  readonly values = new Map<string, Json>();
  #marks = 1;

  constructor(house: FakeHouse) {
    this.#house = house;
    house.rooms.push((key, request) => this.#answer(key, request));
  }

  /** The run goes on, and everybody who follows it is told. */
  goesOn(id: string, change: Partial<Run>): void {
    const at = this.#house.runs.findIndex((run) => run.id === id);
    const before = this.#house.runs[at];
    if (!before) throw new Error(id);
    const run = { ...before, ...change };
    this.#house.runs[at] = run;
    for (const step of change.steps ?? [])
      if (!before.steps.includes(step)) this.#tell(id, 'step', step);
    const { steps: _, ...head } = run;
    this.#tell(id, 'run', head);
  }

  #tell(id: string, event: string, data: unknown): void {
    this.#marks += 1;
    this.#house.tell({ id: String(this.#marks), event, data }, `/v1/runs/${id}/stream`);
  }

  #answer(key: string, request: Request): Answer | undefined {
    const { pathname, searchParams } = new URL(request.path, 'http://house');
    if (key === 'GET /v1/actions') return [200, { items: this.actions }];
    if (key === 'GET /v1/events') return this.#entriesOf(searchParams);
    if (key === 'GET /v1/runs') return this.#page(searchParams);
    const [, hash] = /^\/v1\/values\/(.+)$/.exec(pathname) ?? [];
    if (hash !== undefined) return [200, this.values.get(hash)];
    const [, automation] = /^\/v1\/automations\/([^/]+)\/versions\//.exec(pathname) ?? [];
    if (automation !== undefined) return this.#versionOf(automation);
    const [, effect] = /^\/v1\/effects\/(.+)\/resolve$/.exec(decodeURIComponent(pathname)) ?? [];
    if (effect !== undefined) return this.#resolve(effect, request.body);
    const [, id, what] = /^\/v1\/runs\/([^/]+)(?:\/(.+))?$/.exec(pathname) ?? [];
    return id === undefined ? undefined : this.#of(id, what, searchParams, request);
  }

  #page(asked: URLSearchParams): Answer {
    const limit = Number(asked.get('limit') ?? 50);
    const fitting = this.#house.runs.filter((run) => fits(run, asked));
    const after = fitting.findIndex(({ id }) => id === asked.get('before')) + 1;
    const items = fitting.slice(after, after + limit);
    const next = after + limit < fitting.length ? (items.at(-1)?.id ?? null) : null;
    return [200, { items: items.map(shown), next }];
  }

  #entriesOf(asked: URLSearchParams): Answer {
    const all = this.entries.filter((entry) =>
      asked.has('run')
        ? !entry.subject.startsWith('run/') && entry.cause?.run === asked.get('run')
        : entry.subject === asked.get('subject'),
    );
    return [200, pageOf(all, asked)];
  }

  #versionOf(automation: string): Answer | undefined {
    const definition = this.definitions.get(automation);
    return definition === undefined ? undefined : [200, { number: 2, definition }];
  }

  #of(
    id: string,
    what: string | undefined,
    asked: URLSearchParams,
    request: Request,
  ): Answer | undefined {
    const run = this.#house.runs.find((it) => it.id === id);
    if (!run || what === 'stream') return undefined;
    // It goes on when the test says so, not by being looked at.
    if (what === undefined) return [200, run];
    if (what === 'steps') return this.#stepsOf(asked.get('under') ?? '');
    const [, tried] = /^steps\/(.+)\/attempts$/.exec(what) ?? [];
    if (tried !== undefined) return [200, { items: this.pastAttempts.get(tried) ?? [] }];
    if (what === 'rerun') return this.#again(run, asked);
    const [, skipped] = /^steps\/(.+)\/skip$/.exec(what) ?? [];
    this.#order(run, (skipped === undefined ? what : 'skip') as RunOrder['order'], request.body);
    return [202, { run: id, order: what }];
  }

  #stepsOf(under: string): Answer {
    return [200, { items: this.steps.get(under) ?? [], next: null }];
  }

  #order(run: Run, order: RunOrder['order'], body: unknown): void {
    const { reason = null } = body as { readonly reason?: string };
    const given: RunOrder = {
      id: run.orders.length + 1,
      order,
      step: null,
      actor: 'person/1',
      reason,
      givenAt: '2026-11-20T09:00:01.000Z',
      carriedOutAt: null,
    };
    this.goesOn(run.id, {
      orders: [...run.orders, given],
      ...(order === 'cancel' && { cancelling: true }),
      ...(order === 'pause' && { pausing: true }),
      ...(order === 'resume' && { state: 'running' }),
    });
  }

  #again(run: Run, asked: URLSearchParams): Answer {
    const id = `${run.id}-again`;
    const from = asked.get('from');
    const rerunOf = { run: run.id, from };
    this.#house.runs.unshift(aRun({ id, rerunOf, event: run.event }));
    return [201, { run: id, rerunOf: run.id, from, number: 2, kept: 0, words: 'A new run.' }];
  }

  #resolve(effect: string, body: unknown): Answer {
    const [id, step] = effect.split(':');
    const run = this.#house.runs.find((it) => it.id === id);
    if (!run) return problem(404, `There is no effect '${effect}' here.`);
    const { happened } = body as { readonly happened: boolean };
    const steps = run.steps.map((it) => (it.id === step ? resolved(it, happened) : it));
    this.goesOn(run.id, { state: 'running', waitsFor: null, waits: [], steps });
    return [200, { id: effect, happened }];
  }
}

const resolved = (step: Step, happened: boolean): Step =>
  happened ? { ...step, state: 'finished' } : { ...step, state: 'running', finishedAt: null };

const fits = (run: Run, asked: URLSearchParams) =>
  (asked.get('state')?.split(',') ?? [run.state]).includes(run.state) &&
  [run.automation, run.automationId].includes(asked.get('automation') ?? run.automation) &&
  (asked.get('subject') ?? run.event.subject) === run.event.subject &&
  JSON.stringify(run).includes(asked.get('q') ?? '');
