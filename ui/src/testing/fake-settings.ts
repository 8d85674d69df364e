import type { ApiKey } from '@/lib/api/keys';
import type { Notification } from '@/lib/api/notifications';
import type { OwnSession } from '@/lib/api/own-sessions';
import { type Answer, type FakeHouse, problem, type Request } from './fake-house';

const at = '2026-11-20T09:00:00.000Z';

/** What concerns one person in a house in memory: notifications, sessions; and the keys. */
export class FakeSettings {
  notifications: Notification[] = [];
  sessions: OwnSession[] = [];
  keys: ApiKey[] = [];

  constructor(house: FakeHouse) {
    house.rooms.push((key, request) => this.#answer(key, request));
  }

  told(over: Partial<Notification> = {}): Notification {
    const notification: Notification = {
      id: `n${this.notifications.length + 1}`,
      text: 'Large deal: 75000.0 EUR',
      to: 'role:admin',
      about: 'deal/42',
      run: 'run-7',
      actor: 'run/run-7',
      createdAt: at,
      readAt: null,
      ...over,
    };
    this.notifications.unshift(notification);
    return notification;
  }

  signedIn(over: Partial<OwnSession> = {}): void {
    const id = `s${this.sessions.length + 1}`;
    this.sessions.push({ id, device: '', openedAt: at, endsAt: at, current: false, ...over });
  }

  keyOf(name: string): void {
    const id = `k${this.keys.length + 1}`;
    this.keys.unshift({
      id,
      name,
      prefix: 'ph_abcdef',
      role: 'member',
      createdAt: at,
      withdrawnAt: null,
    });
  }

  #answer(key: string, { path, body }: Request): Answer | undefined {
    const [where = ''] = path.split('?');
    const [, list, id] = /^\/v1\/(notifications|me\/sessions|keys)(?:\/([^/]+))?/.exec(where) ?? [];
    if (list === 'notifications') return this.#notifications(key, path, id);
    if (list === 'me/sessions') return this.#sessions(key, id);
    return list === 'keys' ? this.#keys(key, id, body) : undefined;
  }

  #notifications(key: string, path: string, id: string | undefined): Answer | undefined {
    const unread = this.notifications.filter(({ readAt }) => readAt === null);
    if (id === 'stream') return undefined;
    if (id === 'unread') return [200, { unread: unread.length }];
    if (key.startsWith('GET')) {
      const items = path.includes('unread=true') ? unread : this.notifications;
      return [200, { items, next: null, unread: unread.length }];
    }
    this.notifications = this.notifications.map((each) =>
      id === 'read' || each.id === id ? Object.assign({}, each, { readAt: at }) : each,
    );
    return [200, {}];
  }

  #sessions(key: string, id: string | undefined): Answer {
    if (key.startsWith('GET')) return [200, { items: this.sessions, next: null }];
    const before = this.sessions.length;
    this.sessions = this.sessions.filter((each) => each.current || (id && each.id !== id));
    if (id === undefined) return [200, { ended: before - this.sessions.length }];
    return this.sessions.length === before ? problem(404, 'It may have ended already.') : [204];
  }

  #keys(key: string, id: string | undefined, body: unknown): Answer {
    if (key.startsWith('GET')) return [200, { items: this.keys, next: null }];
    if (id === undefined) {
      const { name } = body as { readonly name: string };
      this.keyOf(name);
      return [201, { id: this.keys[0]?.id, key: 'ph_abcdef-secret', name }];
    }
    this.keys = this.keys.map((each) =>
      each.id === id ? Object.assign({}, each, { withdrawnAt: at }) : each,
    );
    return [200, this.keys.find((each) => each.id === id)];
  }
}
