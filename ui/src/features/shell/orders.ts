import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Pause, Play } from 'lucide-react';
import { glancesQuery } from '@/lib/api/glances';
import { useMe } from '@/lib/api/me';
import type { Found } from '@/lib/api/found';
import { may, type Right } from '@/lib/rights';
import { paletteWords } from '@/lib/words/palette';
import type { Choice } from './choices';

type Order = keyof typeof paletteWords.orders;

const orders: readonly Order[] = ['start', 'pause', 'resume'];

const rights = { start: 'start', pause: 'pause', resume: 'pause' } satisfies Record<Order, Right>;
const icons = { start: Play, pause: Pause, resume: Play } satisfies Record<Order, typeof Play>;

export interface Ordered {
  /** What is to be done; undefined where only a name was typed. */
  readonly verb: Order | undefined;
  readonly name: string;
}

const leastOfVerb = 3;
const leastOfName = 2;

/** "pause pay": the verb, as far as it is typed, and the name behind it. */
export function orderedIn(typed: string): Ordered {
  const [first = '', ...rest] = typed.split(/\s+/);
  const name = rest.join(' ');
  const said = first.toLocaleLowerCase();
  const verb =
    said.length < leastOfVerb || name.length < leastOfName
      ? undefined
      : orders.find((order) => paletteWords.verbs[order].startsWith(said));
  return verb === undefined ? { verb, name: typed } : { verb, name };
}

/** Of how many of those that were found it is told what can be done with them. */
const few = 3;

/** What can be done with the automations that were found; each asks back on its page. */
export function useOrders(found: readonly Found[], verb: Order | undefined): readonly Choice[] {
  const navigate = useNavigate();
  const { role } = useMe();
  const some = found.slice(0, few);
  const byHand = useStartedByHand(some);
  const can = (order: Order, { id, standing }: Found) =>
    order === 'resume'
      ? standing === 'paused'
      : standing === 'published' && (order === 'pause' || byHand(id));
  return orders
    .filter((order) => (verb ?? order) === order && may(role, rights[order]))
    .flatMap((order) =>
      some
        .filter((automation) => can(order, automation))
        .map(({ id, says, to }) => ({
          id: `${order} ${id}`,
          says: paletteWords.orders[order](says),
          icon: icons[order],
          does: () => void navigate({ to: `${to}/chain`, search: { ask: order } }),
        })),
    );
}

function useStartedByHand(found: readonly Found[]): (id: string) => boolean {
  const ids = found.filter(({ standing }) => standing === 'published').map(({ id }) => id);
  const glances = useQuery({ ...glancesQuery(ids), refetchInterval: false }).data;
  return (id) => glances?.get(id)?.startedBy.includes('manual') ?? false;
}
