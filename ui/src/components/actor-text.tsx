import { Link } from '@tanstack/react-router';
import { actorOf, shortId } from '@/lib/actor';
import { useActorName } from '@/lib/api/actors';
import { words } from '@/lib/words';

/** Who did it, by name where there is one; a run leads to itself. The pointer shows the whole id. */
export function ActorText({ actor }: { readonly actor: string }) {
  const { kind, id } = actorOf(actor);
  const name = useActorName(actor);
  if (kind === 'house') return <span>{id}</span>;
  const says = name ?? words.actors[kind](shortId(id));
  return kind === 'run' ? (
    <Link to="/runs/$id" params={{ id }} title={id} className="link relative z-1">
      {says}
    </Link>
  ) : (
    <span title={id}>{says}</span>
  );
}
