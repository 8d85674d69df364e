import type { KeptRecord } from '@/lib/api/records';
import { type Answer, type FakeHouse, problem, type Request } from './fake-house';

const lists = 'contacts|companies|deals|tasks|activities';

/** The records of a house in memory: kept, changed with their marks, found by their words. */
export class FakeRecords {
  readonly kept = new Map<string, KeptRecord>();

  constructor(house: FakeHouse) {
    house.rooms.push((key, request) => this.#answer(key, request));
  }

  /** The newest comes first. */
  keep(list: string, fields: Readonly<Record<string, unknown>> & { readonly id: string }) {
    const at = '2026-11-20T09:00:00.000Z';
    const before = this.kept.get(`${list}/${fields.id}`);
    const record = {
      createdAt: at,
      createdBy: 'key/7',
      ...before,
      ...fields,
      changedAt: at,
      version: (before?.version ?? 0) + 1,
    } as KeptRecord;
    this.kept.set(`${list}/${fields.id}`, record);
    return record;
  }

  #answer(key: string, { method, path, body, headers }: Request): Answer | undefined {
    const { pathname, searchParams } = new URL(path, 'http://house');
    const [, list, id, order] =
      new RegExp(`^/v1/(${lists})(?:/([^/]+))?(/complete)?$`).exec(pathname) ?? [];
    if (list === undefined) return undefined;
    if (key.startsWith('GET') && id === undefined) return this.#page(list, searchParams);
    if (method === 'POST' && id === undefined) return this.#create(list, body);
    const record = this.kept.get(`${list}/${id}`);
    if (record === undefined) return problem(404, `There is no ${list} '${id}' here.`);
    if (order) return this.#shown(200, this.keep(list, { id: record.id, state: 'done' }));
    if (method === 'PATCH') return this.#change(list, record, body, headers.get('if-match'));
    return this.#shown(200, record);
  }

  #page(list: string, asked: URLSearchParams): Answer {
    const fits = (record: KeptRecord) =>
      ['stage', 'state', 'assignee'].every(
        (name) => !asked.get(name) || record[name] === asked.get(name),
      ) && JSON.stringify(record).includes(asked.get('q') ?? '');
    const items = [...this.kept.entries()]
      .filter(([key, record]) => key.startsWith(`${list}/`) && fits(record))
      .map(([, record]) => record)
      .toReversed();
    return [200, { items, next: null }];
  }

  #create(list: string, body: unknown): Answer {
    const fields = body as {
      readonly id: string;
      readonly amount?: unknown;
      readonly email?: unknown;
    };
    if (this.kept.has(`${list}/${fields.id}`)) return problem(409, 'There is one already.');
    if (fields.email && [...this.kept.values()].some((it) => it['email'] === fields.email))
      return problem(409, `There is a contact '${String(fields.email)}' already.`);
    if (typeof fields.amount === 'string') return unfit('amount', 'Expected a number.');
    return this.#shown(201, this.keep(list, fields));
  }

  #change(list: string, record: KeptRecord, body: unknown, ifMatch: string | null): Answer {
    if (ifMatch && ifMatch !== `"${record.version}"`)
      return problem(412, 'Somebody has changed this since.');
    return this.#shown(200, this.keep(list, { ...(body as object), id: record.id }));
  }

  #shown(status: number, record: KeptRecord): Answer {
    return [status, record, { etag: `"${record.version}"` }];
  }
}

const unfit = (path: string, message: string): Answer => [
  400,
  { detail: 'This cannot be kept as it stands.', errors: [{ path, message }] },
];
