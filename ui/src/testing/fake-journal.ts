import type { WholeEntry } from '@/lib/api/journal';
import type { RefusedDelivery } from '@/lib/api/refused';
import type { Verdict } from '@/lib/api/verdicts';
import { type Answer, type FakeHouse, line, problem } from './fake-house';
import { pageOf } from './paged';

/** The journal of a house in memory: it filters, pages and tells what is new. */
export class FakeJournal {
  readonly entries: WholeEntry[] = [];
  /** Newest first. */
  readonly refused: RefusedDelivery[] = [];
  readonly verdicts = new Map<string, readonly Verdict[]>();
  /** The examples of the catalogue, by type. */
  readonly examples = new Map<string, unknown>();
  readonly #house: FakeHouse;

  constructor(house: FakeHouse) {
    this.#house = house;
    house.rooms.push((key, { path }) => this.#answer(key, new URL(path, 'http://house')));
  }

  /** Writes an entry; the newest comes first. */
  write(over: Partial<WholeEntry> = {}): WholeEntry {
    const position = this.entries.length + 1;
    const entry: WholeEntry = {
      id: entryId(position),
      position,
      type: 'crm.deal.stage_changed',
      subject: 'deal/57',
      source: '/crm',
      sourceId: String(position),
      time: '2026-11-20T09:12:18.000Z',
      recordedAt: '2026-11-20T09:12:18.204Z',
      actor: 'key/0199f2c0-0a0b-7c33-9d0a-3f6a8d1b2c4d',
      cause: null,
      data: { id: '57' },
      ...over,
    };
    this.entries.unshift(entry);
    return entry;
  }

  /** Writes an entry and tells it to everybody who listens. */
  happen(over: Partial<WholeEntry> = {}): WholeEntry {
    const entry = this.write(over);
    this.#house.tell({ id: `1.${entry.position}`, data: entry }, '/v1/events/stream');
    return entry;
  }

  /** Turns a delivery away. */
  refuse(over: Partial<RefusedDelivery> = {}): RefusedDelivery {
    const delivery: RefusedDelivery = {
      number: this.refused.length + 1,
      receivedAt: '2026-11-20T09:40:02.118Z',
      source: '/shop',
      sourceId: '31',
      type: 'shop.order.paid',
      actor: 'key/0199f2c0-0a0b-7c33-9d0a-3f6a8d1b2c4d',
      status: 400,
      reason: 'time: Expected a time with its offset, but found "noon".',
      bytes: 311,
      ...over,
    };
    this.refused.unshift(delivery);
    return delivery;
  }

  #answer(key: string, { pathname, searchParams }: URL): Answer | undefined {
    if (key === 'GET /v1/events/stream') return [200, line];
    if (key === 'GET /v1/events/refused') return this.#refusedPage(searchParams);
    if (key === 'GET /v1/events') return this.#page(searchParams);
    if (key === 'GET /v1/event-types') return this.#types(searchParams);
    const [, list, id = '', of] =
      /^\/v1\/(events|event-types)\/([^/]+)(\/verdicts)?$/.exec(pathname) ?? [];
    if (!key.startsWith('GET') || list === undefined) return undefined;
    if (list === 'event-types') return [200, { example: this.examples.get(id) ?? null }];
    return of ? this.#verdictsOf(id, searchParams) : this.#one(id);
  }

  #page(asked: URLSearchParams): Answer {
    const [type = '', subject, before] = ['type', 'subject', 'before'].map((name) =>
      asked.get(name),
    );
    const limit = Number(asked.get('limit'));
    const fitting = this.entries.filter(
      (entry) =>
        entry.type.startsWith((type ?? '').replace('*', '')) &&
        (!subject || entry.subject === subject) &&
        (!before || entry.position < Number(before)),
    );
    const items = fitting.slice(0, limit);
    return [200, { items, next: fitting.length > limit ? String(items.at(-1)?.position) : null }];
  }

  #refusedPage(asked: URLSearchParams): Answer {
    const [source, before] = ['source', 'before'].map((name) => asked.get(name));
    const limit = Number(asked.get('limit'));
    const fitting = this.refused.filter(
      (each) => (!source || each.source === source) && (!before || each.number < Number(before)),
    );
    const items = fitting.slice(0, limit);
    return [200, { items, next: fitting.length > limit ? String(items.at(-1)?.number) : null }];
  }

  #one(id: string): Answer {
    const entry = this.entries.find((each) => each.id === id);
    return entry ? [200, entry] : problem(404, `There is no event '${id}' here.`);
  }

  #types(asked: URLSearchParams): Answer {
    const all = [...this.examples.keys()].map((type) => ({
      type,
      title: '',
      origin: 'catalogue',
      alone: type.startsWith('automation.'),
    }));
    return [200, pageOf(all, asked)];
  }

  #verdictsOf(id: string, asked: URLSearchParams): Answer {
    const all = this.verdicts.get(id);
    return all ? [200, pageOf(all, asked)] : problem(404, 'Unknown path.');
  }
}

export const entryId = (position: number) =>
  `0199f2c0-0000-7000-8000-${String(position).padStart(12, '0')}`;
