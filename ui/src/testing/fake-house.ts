import { vi } from 'vitest';
import type { CloudEvent } from '@/lib/api/events';
import type { Me } from '@/lib/api/me';
import type { Overview } from '@/lib/api/overview';
import type { Readiness } from '@/lib/api/readiness';
import type { Run } from '@/lib/api/runs';
import type { ProblemDetails } from '@/lib/http';
import { aRun, aStep } from './a-run';
import { bodyOf } from './body-of';
import { holdOf, overviewOf } from './fake-overview';
import { shown } from './shown-run';

export { aRun, aStep } from './a-run';

export interface Request {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly headers: Headers;
}

export type Answer = readonly [status: number, body?: unknown, headers?: Record<string, string>];

/** Stands for an answer that stays open. */
export const line = Symbol('line');

interface Told {
  readonly id: string;
  readonly event?: string;
  readonly data: unknown;
}

const written = ({ id, event, data }: Told) =>
  new TextEncoder().encode(
    `${event ? `event: ${event}\n` : ''}id: ${id}\ndata: ${JSON.stringify(data)}\n\n`,
  );

const keyOf = ({ method, path }: Request) => `${method} ${path.split('?')[0]}`;

const runStates: readonly Run['state'][] = [
  'queued',
  'running',
  'waiting',
  'needs_person',
  'paused',
  'finished',
  'failed',
  'cancelled',
];

/** A house that works, as far as the page can see: it keeps sessions, runs and a password. */
export class FakeHouse {
  signedIn = true;
  reachable = true;
  password = 'right horse';
  me: Me = {
    tenant: { id: 't-1', name: 'Harbour & Finch', settled: true },
    email: 'maya@harbourfinch.example',
    name: 'Maya Okonjo',
    role: 'operator',
    firstPassword: false,
  };
  readiness: Readiness = {
    ready: true,
    version: '0.1.0',
    temporalUi: 'http://127.0.0.1:8233',
    parts: { database: { state: 'up' }, temporal: { state: 'up' }, workers: { state: 'up' } },
  };
  readonly runs: Run[] = [];
  readonly events: CloudEvent[] = [];
  /** Answers to give instead, once each, by "METHOD /path", or "METHOD /path?part of its query". */
  readonly instead = new Map<string, Answer>();
  readonly asked: Request[] = [];
  held = false;
  /** Who is known by a name. */
  readonly actors: { readonly actor: string; readonly name: string }[] = [];
  /** Rooms that a test furnishes: each is asked whether the request is for it. */
  readonly rooms: ((key: string, request: Request) => Answer | undefined)[] = [];
  #lines = new Map<ReadableStreamDefaultController<Uint8Array>, string>();

  readonly #waits = new Map<string, Promise<void>>();

  /** Keeps answers to "METHOD /path" back until they are let go. */
  holdBack(key: string): () => void {
    let letGo: (() => void) | undefined;
    this.#waits.set(key, new Promise((resolve) => (letGo = resolve)));
    return () => {
      this.#waits.delete(key);
      letGo?.();
    };
  }

  /** Says something on every line that is open to this path. */
  tell(message: Told, path = '/v1/notifications/stream'): void {
    for (const [line, at] of this.#lines) if (at === path) line.enqueue(written(message));
  }

  /** Breaks every line that is open, as a restart does. */
  hangUp(): void {
    for (const line of this.#lines.keys()) line.error(new TypeError('network error'));
    this.#lines.clear();
  }

  open(): this {
    vi.stubGlobal('fetch', (path: string, init?: RequestInit) => this.#fetch(path, init));
    return this;
  }

  /** What its first page shows. */
  overview = (): Overview => overviewOf(this.runs);

  /** What a test event causes: each look at the run finds it one state further. */
  onEvent = (event: CloudEvent): readonly string[] => {
    const run = aRun({ id: `run-${this.events.length}`, state: 'queued', event: eventOf(event) });
    this.runs.unshift(run);
    return [run.id];
  };

  async #fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const request = {
      method: init.method ?? 'GET',
      path,
      body: bodyOf(init.body),
      headers: new Headers(init.headers),
    };
    this.asked.push(request);
    await this.#waits.get(keyOf(request));
    if (!this.reachable) throw new TypeError('Failed to fetch');
    const [status, body, headers] = this.#answer(request);
    if (body === line) return new Response(this.#line(path, init.signal), { status });
    return new Response(body === undefined ? null : JSON.stringify(body), {
      status,
      headers: headers ?? {},
    });
  }

  #answer(request: Request): Answer {
    const { method, path } = request;
    const key = keyOf(request);
    const instead = this.#instead(key, path);
    if (instead) return instead;
    if (path === '/readyz') return [this.readiness.ready ? 200 : 503, this.readiness];
    if (method !== 'GET' && request.headers.get('x-pilothouse') !== 'page')
      return problem(403, 'A write needs the header X-Pilothouse.');
    if (key === 'POST /v1/session') return this.#signIn(request.body);
    return this.signedIn ? this.#inside(key, request) : problem(401, 'Sign in first.');
  }

  #instead(key: string, path: string): Answer | undefined {
    for (const [given, answer] of this.instead) {
      const [at, part = ''] = given.split('?');
      if (at !== key || !path.includes(part)) continue;
      this.instead.delete(given);
      return answer;
    }
    return undefined;
  }

  #inside(key: string, request: Request): Answer {
    const { body, path } = request;
    for (const room of this.rooms) {
      const answer = room(key, request);
      if (answer) return answer;
    }
    if (key === 'GET /v1/me') return [200, this.me];
    if (key === 'GET /v1/actors') return [200, { items: this.actors }];
    if (key === 'GET /v1/runs') return this.#found(path);
    if (key === 'GET /v1/overview') return [200, this.overview()];
    if (key === 'GET /v1/runs/counts') return this.#counts();
    if (key === 'GET /v1/hold') return [200, holdOf(this.held)];
    if (key.endsWith('/stream')) return [200, line];
    if (key === 'POST /v1/events') return this.#accept(body as CloudEvent);
    if (key === 'POST /v1/me/password') return this.#changePassword(body as Record<string, string>);
    if (key === 'DELETE /v1/session') {
      this.signedIn = false;
      return [204];
    }
    return this.#run(path.replace('/v1/runs/', ''));
  }

  #line(path: string, signal: AbortSignal | null | undefined): ReadableStream<Uint8Array> {
    return new ReadableStream({
      start: (controller) => {
        const at = path.split('?')[0] ?? path;
        this.#lines.set(controller, at);
        const run = this.runs.find(({ id }) => at === `/v1/runs/${id}/stream`);
        if (run) controller.enqueue(written({ id: '1', event: 'snapshot', data: run }));
        signal?.addEventListener('abort', () => {
          if (this.#lines.delete(controller)) controller.error(signal.reason);
        });
      },
    });
  }

  #counts(): Answer {
    const count = (state: Run['state']) => this.runs.filter((run) => run.state === state).length;
    const items = runStates.map((state) => ({ state, runs: count(state), more: false }));
    return [200, { items }];
  }

  #found(path: string): Answer {
    const asked = new URL(path, 'http://house').searchParams;
    const [q = '', automation] = ['q', 'automation'].map((name) => asked.get(name) ?? undefined);
    const items = this.runs.filter(
      (run) => JSON.stringify(run).includes(q) && (!automation || run.automationId === automation),
    );
    return [200, { items: items.map(shown), next: null }];
  }

  #signIn(body: unknown): Answer {
    this.signedIn = (body as { password: string }).password === this.password;
    return this.signedIn ? [200, this.me] : problem(401, 'Unknown.');
  }

  #accept(event: CloudEvent): Answer {
    this.events.push(event);
    return [
      202,
      {
        id: `ev-${this.events.length}`,
        position: 41,
        runs: this.onEvent(event),
        duplicate: false,
      },
    ];
  }

  #changePassword({ current, next }: Record<string, string>): Answer {
    if (current !== this.password) return problem(403, 'Wrong.');
    if (next === undefined || next.length < 12) {
      const message = 'Expected twelve characters or more.';
      return [400, { title: 'Invalid', errors: [{ path: 'next', message }] }];
    }
    this.password = next;
    this.me = { ...this.me, firstPassword: false };
    return [204];
  }

  #run(id: string): Answer {
    const at = this.runs.findIndex((run) => run.id === id);
    const run = this.runs[at];
    if (run === undefined) return problem(404, `Expected a run '${id}', but found none.`);
    this.runs[at] = further(run);
    return [200, run];
  }
}

export const problem = (status: number, detail: string): Answer => [
  status,
  { title: 'Refused', status, detail } satisfies ProblemDetails,
];

const eventOf = ({ id, type, subject, source, time }: CloudEvent): Run['event'] => ({
  id,
  type,
  subject,
  source,
  time,
});

function further(run: Run): Run {
  const { id, event, automationId } = run;
  const finished = aRun({ id, event, automationId });
  if (run.state === 'running') return finished;
  if (run.state !== 'queued') return run;
  const begun = aStep({ state: 'running', finishedAt: null, output: null });
  return { ...finished, state: 'running', finishedAt: null, steps: [begun] };
}
