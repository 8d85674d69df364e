import type { Automation, DraftedAutomation, SourceFormat } from '@/lib/api/automations';
import type { Fault } from '@/lib/api/definitions';
import type { Glance } from '@/lib/api/glances';
import type { RunState } from '@/lib/api/runs';
import { type Answer, type FakeHouse, problem, type Request } from './fake-house';
import { pageOf } from './paged';

const at = '2026-11-20T08:00:00.000Z';

export const anAutomation = (over: Partial<DraftedAutomation> = {}): DraftedAutomation => ({
  id: 'auto-1',
  name: 'Greet a won customer',
  owner: 'priya@harbourfinch.example',
  area: 'Sales',
  state: 'published',
  version: '9f2c',
  number: 2,
  unpublishedChanges: false,
  createdAt: at,
  createdBy: 'person/1',
  createdByName: 'Priya',
  changedAt: at,
  changedBy: 'person/1',
  changedByName: 'Priya',
  savedAt: at,
  savedBy: 'person/1',
  savedByName: 'Priya',
  draft: {
    name: 'Greet a won customer',
    on: [{ event: 'crm.deal.won' }],
    steps: [{ id: 'mail', name: 'Send the mail', do: 'mail.send' }],
  },
  source: { format: 'yaml', text: 'name: Greet a won customer\n' },
  ...over,
});

export const aGlance = (automation: string, over: Partial<Glance> = {}): Glance => ({
  automation,
  description: 'Greets whoever was won.',
  startedBy: ['crm.deal.won'],
  newest: [
    { id: 'r2', state: 'failed', queuedAt: at, durationMs: 900 },
    { id: 'r1', state: 'finished', queuedAt: at, durationMs: 1_200 },
  ],
  counts: counts({ finished: 37, failed: 1 }),
  ...over,
});

export const counts = (runs: Partial<Record<RunState, number>>): Glance['counts'] =>
  (Object.entries(runs) as [RunState, number][]).map(([state, runs]) => ({
    state,
    runs,
    more: false,
  }));

const difference = {
  from: '2',
  to: 'draft',
  same: false,
  changes: [
    {
      kind: 'changed',
      path: '/steps/mail/timeout',
      before: '30s',
      after: '1m',
      words: 'Step ‘mail’: timeout 30s, becomes 1m',
    },
  ],
};

const states = {
  pause: 'paused',
  resume: 'published',
  archive: 'archived',
  restore: 'paused',
} as const;

/** The part of the house that keeps automations; it opens with the house it is given. */
export class FakeAutomations {
  readonly kept: DraftedAutomation[] = [];
  readonly glances: Glance[] = [];
  /** What is wrong with every text. */
  readonly problems: Fault[] = [];
  /** Ids whose orders are refused, and why. */
  readonly refuses = new Map<string, string>();

  constructor(house: FakeHouse) {
    house.rooms.push((key, request) => this.#answer(key, request));
  }

  /** Each saving gives the draft another mark; whatever else is changed, its second part another. */
  #mark = 1;
  #changes = 0;

  #etag(): string {
    return this.#changes === 0 ? `"${this.#mark}"` : `"${this.#mark}.${this.#changes}"`;
  }

  /** A pause meanwhile is no reason to refuse a draft. */
  #isSeen({ headers }: Request): boolean {
    return headers.get('if-match')?.replace(/\.\d+"$/, '"') === `"${this.#mark}"`;
  }

  /** Somebody else saves the draft. */
  savedBy(id: string, text: string, savedByName: string): void {
    const found = this.kept.find((it) => it.id === id);
    if (!found) throw new Error(id);
    this.#mark++;
    this.#put({ ...found, savedByName, source: { ...found.source, text } });
  }

  #answer(key: string, request: Request): Answer | undefined {
    if (key === 'GET /v1/automations') return this.#list(request.path);
    if (key === 'GET /v1/automations/glances') return [200, { items: this.glances }];
    if (key === 'POST /v1/automations') return this.#create(request);
    const [, id, what] = /\/v1\/automations\/([^/]+)(?:\/([^/]+))?/.exec(key) ?? [];
    if (id === undefined) return undefined;
    const found = this.kept.find((it) => it.id === id);
    if (!found) return problem(404, `Expected an automation '${id}', but found none.`);
    return this.#of(found, key, what, request);
  }

  #of(
    found: DraftedAutomation,
    key: string,
    what: string | undefined,
    request: Request,
  ): Answer | undefined {
    if (what === undefined) return [200, found, { etag: this.#etag() }];
    // Laid out anew; as JSON alone.
    if (key.startsWith('GET') && what === 'draft') return [200, found.draft];
    if (what === 'draft') return this.#save(found, request);
    if (what === 'validate') return [200, this.#checkup()];
    if (what === 'diff') return [200, difference];
    if (what === 'publish') return this.#publish(found, request);
    const refusal = this.refuses.get(found.id);
    if (key.startsWith('POST') && what in states) {
      if (refusal !== undefined) return problem(409, refusal);
      this.#changes++;
      return [200, this.#put({ ...found, state: states[what as keyof typeof states] })];
    }
    if (key.startsWith('POST') && what === 'runs') return this.#start(request);
    if (what === 'rollback') return [200, { ...found, warnings: [] }];
    if (what === 'clone') return this.#clone(found, request);
    if (what === 'history') return [200, { items: [published(found)], next: null }];
    if (key.endsWith('/versions')) return [200, { items: versionsOf(found), next: null }];
    if (key.includes('/versions/')) return [200, { ...versionOf(found), definition: found.draft }];
    return undefined;
  }

  /** The runs that were started by hand, by the keys of the requests. */
  readonly started = new Map<string, string>();

  #start({ headers }: Request): Answer {
    const key = headers.get('idempotency-key');
    if (key === null) return problem(400, "A start needs an 'Idempotency-Key'.");
    const before = this.started.get(key);
    const run = before ?? 'run-7';
    this.started.set(key, run);
    return [202, { event: 'ev-1', run, reason: '', duplicate: before !== undefined }];
  }

  #clone(found: DraftedAutomation, { body }: Request): Answer {
    const id = `auto-${this.kept.length + 1}`;
    const { name } = body as { name: string };
    this.kept.push({ ...found, id, name, state: 'draft', version: null, number: null });
    return [201, { id, name, state: 'draft', warnings: [] }];
  }

  #checkup() {
    return { valid: this.problems.length === 0, problems: this.problems, warnings: [] };
  }

  #save(found: DraftedAutomation, request: Request): Answer {
    if (!this.#isSeen(request)) return stale(found);
    this.#mark++;
    const { body, headers } = request;
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const saved = this.#put({
      ...found,
      source: { format: formatOf(headers), text },
      savedByName: 'Maya',
    });
    return [200, { ...saved, ...this.#checkup() }, { etag: this.#etag() }];
  }

  #publish(found: DraftedAutomation, request: Request): Answer {
    if (request.headers.has('if-match') && !this.#isSeen(request)) return stale(found);
    this.#changes++;
    const number = (found.number ?? 0) + 1;
    return [200, this.#put({ ...found, number, state: 'published', unpublishedChanges: false })];
  }

  #put(changed: DraftedAutomation): DraftedAutomation {
    const index = this.kept.findIndex(({ id }) => id === changed.id);
    this.kept[index] = changed;
    return changed;
  }

  #list(path: string): Answer {
    const asked = new URL(path, 'http://house').searchParams;
    const fits = (automation: Automation) =>
      (asked.get('state')?.split(',') ?? ['draft', 'published', 'paused']).includes(
        automation.state,
      ) &&
      automation.area.includes(asked.get('area') ?? '') &&
      automation.owner.includes(asked.get('owner') ?? '') &&
      automation.name.toLowerCase().includes((asked.get('q') ?? '').toLowerCase());
    return [200, pageOf(this.kept.filter(fits), asked)];
  }

  #create({ body, headers }: Request): Answer {
    const text = String(body);
    const name = /^name: "?(.*?)"?$/m.exec(text)?.[1] ?? '';
    if (this.kept.some((it) => it.name === name))
      return problem(409, `There is an automation '${name}' already.`);
    const format = formatOf(headers);
    const id = `auto-${this.kept.length + 1}`;
    this.kept.push(
      anAutomation({
        id,
        name,
        state: 'draft',
        version: null,
        number: null,
        source: { format, text },
      }),
    );
    return [201, { id, name, state: 'draft', warnings: [] }];
  }
}

const formatOf = (headers: Headers) =>
  (headers.get('content-type') ?? '').replace('application/', '') as SourceFormat;

const stale = ({ savedByName }: DraftedAutomation) =>
  problem(412, `Expected the draft that you have seen, but ${savedByName} saved another one.`);

export const versionOf = ({ number, version }: Automation) => ({
  number,
  version,
  note: '',
  publishedAt: at,
  publishedBy: 'person/1',
  publishedByName: 'Priya',
  inForce: true,
});

/** The one in force, and one before it. */
const versionsOf = (automation: Automation) => [
  versionOf(automation),
  { ...versionOf(automation), number: (automation.number ?? 1) - 1, inForce: false },
];

const published = ({ number, version }: Automation) => ({
  change: 'published',
  state: 'published',
  version,
  number,
  at,
  by: 'person/1',
  byName: 'Priya',
  note: '',
  epoch: 1,
});
