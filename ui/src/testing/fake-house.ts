import { vi } from 'vitest';
import type { CloudEvent } from '@/lib/api/events';
import type { Me } from '@/lib/api/me';
import type { Readiness } from '@/lib/api/readiness';
import type { Run } from '@/lib/api/runs';
import type { ProblemDetails } from '@/lib/http';

interface Request {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly headers: Headers;
}

type Answer = readonly [status: number, body?: unknown, headers?: Record<string, string>];

/** A house that works, as far as the page can see: it keeps sessions, runs and a password. */
export class FakeHouse {
  signedIn = true;
  reachable = true;
  password = 'right horse';
  me: Me = {
    tenant: { id: 't-1', name: 'Harbour & Finch' },
    email: 'maya@harbourfinch.example',
    name: 'Maya Okonjo',
    role: 'Operator',
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
  /** Answers to give instead, once each, by "METHOD /path". */
  readonly instead = new Map<string, Answer>();
  readonly asked: Request[] = [];

  open(): this {
    vi.stubGlobal('fetch', (path: string, init?: RequestInit) => this.#fetch(path, init));
    return this;
  }

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
      body: typeof init.body === 'string' ? JSON.parse(init.body) : undefined,
      headers: new Headers(init.headers),
    };
    this.asked.push(request);
    if (!this.reachable) throw new TypeError('Failed to fetch');
    const [status, body, headers] = this.#answer(request);
    return new Response(body === undefined ? null : JSON.stringify(body), {
      status,
      headers: headers ?? {},
    });
  }

  #answer(request: Request): Answer {
    const { method, path } = request;
    const key = `${method} ${path.split('?')[0]}`;
    const instead = this.instead.get(key);
    this.instead.delete(key);
    if (instead) return instead;
    if (path === '/readyz') return [this.readiness.ready ? 200 : 503, this.readiness];
    if (method !== 'GET' && request.headers.get('x-pilothouse') !== 'page')
      return problem(403, 'A write needs the header X-Pilothouse.');
    if (key === 'POST /v1/session') return this.#signIn(request.body);
    return this.signedIn ? this.#inside(key, request) : problem(401, 'Sign in first.');
  }

  #inside(key: string, { body, path }: Request): Answer {
    if (key === 'GET /v1/me') return [200, this.me];
    if (key === 'GET /v1/runs') return [200, { items: this.runs, next: null }];
    if (key === 'POST /v1/events') return this.#accept(body as CloudEvent);
    if (key === 'POST /v1/me/password') return this.#changePassword(body as Record<string, string>);
    if (key === 'DELETE /v1/session') {
      this.signedIn = false;
      return [204];
    }
    return this.#run(path.replace('/v1/runs/', ''));
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

const started = '2026-11-20T09:00:00.100Z';

export const aStep = (over: Partial<Run['steps'][number]> = {}): Run['steps'][number] => ({
  id: 's1',
  name: 'Record the event',
  state: 'finished',
  reason: null,
  attempts: 1,
  startedAt: started,
  finishedAt: '2026-11-20T09:00:00.140Z',
  output: { entry: 41 },
  error: null,
  ...over,
});

export const aRun = (over: Partial<Run> = {}): Run => ({
  id: 'run-7',
  automation: 'Record every event',
  state: 'finished',
  reason: null,
  event: {
    id: 'e',
    type: 'crm.deal.stage_changed',
    subject: 'deal/42',
    source: '/crm',
    time: null,
  },
  queuedAt: '2026-11-20T09:00:00.000Z',
  startedAt: started,
  finishedAt: '2026-11-20T09:00:00.150Z',
  steps: [aStep()],
  waitsFor: null,
  workflowId: 'run/run-7',
  ...over,
  ...(over.state === 'queued' && { startedAt: null, finishedAt: null, steps: [] }),
});

const eventOf = ({ id, type, subject, source, time }: CloudEvent): Run['event'] => ({
  id,
  type,
  subject,
  source,
  time,
});

function further(run: Run): Run {
  if (run.state === 'queued')
    return {
      ...aRun({ id: run.id, event: run.event }),
      state: 'running',
      finishedAt: null,
      steps: [aStep({ state: 'running', finishedAt: null, output: null })],
    };
  return run.state === 'running' ? aRun({ id: run.id, event: run.event }) : run;
}
