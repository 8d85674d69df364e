import { Link } from '@tanstack/react-router';
import { useHere } from '@/lib/here';
import { searchAt } from '@/lib/last-search';
import { shellWords } from '@/lib/words/shell';

/** The way from the house to this page; the page itself comes last. */
export function Crumbs() {
  const { title, way, count, heading } = useHere();
  const Title = heading ? 'h1' : 'b';
  const back = way.findLast(({ beside }) => !beside);
  return (
    <nav
      aria-label={shellWords.crumbs}
      className="flex min-w-0 flex-1 items-center gap-1.5 whitespace-nowrap"
    >
      {way.map((point) => (
        <span
          key={point.to}
          className={`flex min-w-0 flex-none items-center gap-1.5 text-ink-2 ${point === back ? '' : 'max-two:hidden'}`}
        >
          <Link to={point.to} search={searchAt(point)} className="truncate hover:underline">
            {point.name}
          </Link>
          <span className="text-ink-3" aria-hidden="true">
            /
          </span>
        </span>
      ))}
      <Title className="truncate text-sm font-semibold" aria-current="page" title={title}>
        {title}
      </Title>
      {count && <span className="text-ink-3">{count}</span>}
    </nav>
  );
}
