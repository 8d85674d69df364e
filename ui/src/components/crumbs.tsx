import { Fragment, type ReactNode } from 'react';
import { words } from '@/lib/words';

/** The way from the house to this page; the page itself comes last. */
export function Crumbs({
  way,
  here,
}: {
  readonly way: readonly ReactNode[];
  readonly here: string;
}) {
  return (
    <nav
      aria-label={words.nav.crumbs}
      className="flex min-w-0 flex-1 items-center gap-1.5 whitespace-nowrap"
    >
      {way.map((place, index) => (
        // The way to a page is fixed; nothing in it moves.
        // oxlint-disable-next-line react/no-array-index-key
        <Fragment key={index}>
          <span className="text-ink-2">{place}</span>
          <span className="text-ink-3" aria-hidden="true">
            /
          </span>
        </Fragment>
      ))}
      <b className="truncate font-semibold" aria-current="page">
        {here}
      </b>
    </nav>
  );
}
