/** Answers of a real house, written by record.mjs. A field that the types do not have, or have otherwise, does not compile. */
import type { Accepted } from '@/lib/api/events';
import type { Hold } from '@/lib/api/hold';
import type { Me } from '@/lib/api/me';
import type { Unread } from '@/lib/api/notifications';
import type { Readiness } from '@/lib/api/readiness';
import type { Run, RunCounts, RunPage } from '@/lib/api/runs';
import type { ProblemDetails } from '@/lib/http';

export const signedIn = {
  tenant: {
    id: '01a229ba-dc26-74be-a4ae-ead921678907',
    name: 'main',
    settled: false,
  },
  email: 'admin@localhost',
  name: 'Administrator',
  role: 'admin',
  firstPassword: true,
} satisfies Me;

export const readiness = {
  ready: true,
  version: '0.1.0-SNAPSHOT',
  temporalUi: 'http://127.0.0.1:38341/namespaces/default',
  parts: {
    database: {
      state: 'up',
      reason: null,
    },
    temporal: {
      state: 'up',
      reason: null,
    },
    lease: {
      state: 'up',
      reason: null,
    },
    carrier: {
      state: 'up',
      reason: null,
    },
    workers: {
      state: 'up',
      reason: null,
    },
    sweep: {
      state: 'up',
      reason: null,
    },
  },
} satisfies Readiness;

export const accepted = {
  id: '01a229bb-1793-7f0f-a0aa-6c62431fe255',
  position: 2,
  runs: ['01a229bb-2157-79ce-9e6c-d6374d046a0b'],
  duplicate: false,
} satisfies Accepted;

export const run = {
  id: '01a229bb-2157-79ce-9e6c-d6374d046a0b',
  automation: 'Acknowledge',
  automationId: '01a229ba-df57-7f99-a006-cc92e6f62f23',
  version: 'ddea94dd4b9670be207a9505a9f170597796fb3078d2dcc5ce5853fd56a662c2',
  number: 1,
  state: 'finished',
  reason: null,
  failure: null,
  cancelling: false,
  pausing: false,
  concurrencyKey: null,
  event: {
    id: '01a229bb-1793-7f0f-a0aa-6c62431fe255',
    type: 'test.event',
    subject: 'test/recorded',
    source: '/pilothouse/page',
    time: '2026-11-29T23:54:16.824936Z',
  },
  parent: null,
  causedBy: null,
  rerunOf: null,
  queuedAt: '2026-11-29T23:54:16.876936Z',
  startedAt: '2026-11-29T23:54:19.872007Z',
  finishedAt: '2026-11-29T23:54:21.097197Z',
  durationMs: 1225,
  steps: [
    {
      id: 'acknowledge',
      name: 'Acknowledge the event',
      kind: 'transform',
      state: 'finished',
      attempts: 1,
      startedAt: '2026-11-29T23:54:19.872007Z',
      finishedAt: '2026-11-29T23:54:21.104013Z',
      input: {
        type: 'test.event',
        subject: 'test/recorded',
      },
      output: {
        type: 'test.event',
        subject: 'test/recorded',
      },
      error: null,
      reason: null,
      effect: null,
      waits: null,
      progress: null,
    },
  ],
  moreSteps: false,
  orders: [],
  waitsFor: null,
  waits: [],
  letters: [],
  called: [],
  moreCalled: false,
  reruns: [],
  workflowId: 'run/01a229bb-2157-79ce-9e6c-d6374d046a0b',
} satisfies Run;

export const runs = {
  items: [
    {
      id: '01a229bb-2157-79ce-9e6c-d6374d046a0b',
      automation: 'Acknowledge',
      automationId: '01a229ba-df57-7f99-a006-cc92e6f62f23',
      version: 'ddea94dd4b9670be207a9505a9f170597796fb3078d2dcc5ce5853fd56a662c2',
      number: 1,
      state: 'finished',
      reason: null,
      failure: null,
      cancelling: false,
      pausing: false,
      concurrencyKey: null,
      event: {
        id: '01a229bb-1793-7f0f-a0aa-6c62431fe255',
        type: 'test.event',
        subject: 'test/recorded',
        source: '/pilothouse/page',
        time: '2026-11-29T23:54:16.824936Z',
      },
      parent: null,
      causedBy: null,
      rerunOf: null,
      queuedAt: '2026-11-29T23:54:16.876936Z',
      startedAt: '2026-11-29T23:54:19.872007Z',
      finishedAt: '2026-11-29T23:54:21.097197Z',
      durationMs: 1225,
      stop: null,
    },
  ],
  next: null,
  searchedBackTo: null,
} satisfies RunPage;

export const counts = {
  items: [
    {
      state: 'queued',
      runs: 0,
      more: false,
    },
    {
      state: 'running',
      runs: 0,
      more: false,
    },
    {
      state: 'waiting',
      runs: 0,
      more: false,
    },
    {
      state: 'needs_person',
      runs: 0,
      more: false,
    },
    {
      state: 'paused',
      runs: 0,
      more: false,
    },
    {
      state: 'finished',
      runs: 1,
      more: false,
    },
    {
      state: 'failed',
      runs: 0,
      more: false,
    },
    {
      state: 'cancelled',
      runs: 0,
      more: false,
    },
  ],
} satisfies RunCounts;

export const hold = {
  held: false,
  since: null,
  reason: null,
  onlyInTemporal: [],
  onlyInTemporalTotal: 0,
  openBatches: 0,
  runsInDoubt: 0,
} satisfies Hold;

export const unread = {
  unread: 0,
} satisfies Unread;

export const refused = {
  detail:
    "Expected 'state' as some of queued, running, waiting, needs_person, paused, finished, failed, cancelled, but found 'burning'.",
  instance: '/v1/runs',
  status: 400,
  title: 'Bad Request',
} satisfies ProblemDetails;
