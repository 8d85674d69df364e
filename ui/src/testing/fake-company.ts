import type { Company } from '@/lib/api/company';
import type { Starter } from '@/lib/api/starters';
import { type Answer, type FakeHouse, problem, type Request } from './fake-house';

export const aStarter = (key: string, name: string, over: Partial<Starter> = {}): Starter => ({
  key,
  text: `name: ${name}\non:\n  - event: crm.deal.won\nsteps: []\n`,
  definition: {
    name,
    description: `What “${name}” does.`,
    on: [{ event: 'crm.deal.won' }],
    steps: [
      { id: 's1', name: 'Open a task', do: 'task.create' },
      { id: 's2', name: 'Tell the administrators', do: 'notify.user' },
    ],
  },
  event: { type: 'crm.deal.won', subject: 'deal/first-steps', secondsAgo: 0, data: { id: 'f' } },
  ...over,
});

/** A company in memory and the automations that its house hands out. */
export class FakeCompany {
  readonly starters: Starter[] = [
    aStarter('won-deal', 'Hand over a won deal'),
    aStarter('open-offer', 'Ask about an open offer', {
      event: { type: 'offer.made', subject: 'deal/2', secondsAgo: 259_190, data: {} },
    }),
  ];
  readonly #house: FakeHouse;
  #named = false;
  firstAutomation: string | null = null;

  constructor(house: FakeHouse) {
    this.#house = house;
    house.rooms.push((key, request) => this.#answer(key, request));
  }

  #answer(key: string, { body }: Request): Answer | undefined {
    if (key === 'GET /v1/starters') return [200, { items: this.starters }];
    if (key === 'GET /v1/company') return [200, this.#shown()];
    if (key === 'PATCH /v1/company') return this.#rename((body as { readonly name: string }).name);
    if (key === 'POST /v1/company/settle') {
      this.#change({ settled: true });
      return [200, this.#shown()];
    }
    return undefined;
  }

  #rename(name: string): Answer {
    if (name === 'Taken') {
      const message = "Another company in this house is called 'Taken'.";
      return [409, { detail: message, errors: [{ path: 'name', message }] }];
    }
    if (this.#house.me.role !== 'admin') return problem(403, 'Your role does not allow this.');
    this.#named = true;
    this.#change({ name });
    return [200, this.#shown()];
  }

  #change(over: Partial<FakeHouse['me']['tenant']>): void {
    const { me } = this.#house;
    this.#house.me = { ...me, tenant: { ...me.tenant, ...over } };
  }

  #shown(): Company {
    const { id, name, settled } = this.#house.me.tenant;
    return { id, name, settled, named: this.#named, firstAutomation: this.firstAutomation };
  }
}
