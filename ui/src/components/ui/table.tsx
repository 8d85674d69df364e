import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';

export interface Column {
  readonly name: ReactNode;
  /** "w-24"; without one it takes what is left. */
  readonly width?: string;
  readonly right?: boolean;
  /** Where it goes when there is less room; the container decides, not the window. */
  readonly from?: keyof typeof appears;
}

const appears = {
  always: '',
  medium: 'hidden @2xl:table-cell',
  roomy: 'hidden @3xl:table-cell',
  wide: 'hidden @4xl:table-cell',
};

interface TableProps {
  readonly label: string;
  readonly columns: readonly Column[];
  readonly children: ReactNode;
}

/** Rows by hairlines; below 760 each row is two lines and nothing scrolls sideways. */
export const Table = ({ label, columns, children }: TableProps) => (
  <div className="@container">
    <table
      aria-label={label}
      className="w-full table-fixed border-separate border-spacing-0 max-two:block"
    >
      <thead className="max-two:sr-only">
        <tr>
          {columns.map(({ name, width = '', right = false, from = 'always' }, index) => (
            <th
              // Columns are told once and do not move.
              // oxlint-disable-next-line react/no-array-index-key
              key={index}
              scope="col"
              className={`${head} ${width} ${right ? 'text-right' : 'text-left'} ${appears[from]}`}
            >
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-two:block">{children}</tbody>
    </table>
  </div>
);

const head =
  'label sticky top-0 z-2 h-[26px] overflow-hidden border-b border-line-strong bg-surface px-(--cell-x) whitespace-nowrap first:pl-4 last:pr-4';

interface RowProps {
  readonly children: ReactNode;
  /** It is open beside the list, or one of the chosen. */
  readonly chosen?: boolean;
  /** It just came: the tint fades. */
  readonly arrived?: boolean;
  /** Switched off: its words are quiet. */
  readonly off?: boolean;
}

export const Row = ({ children, chosen = false, arrived = false, off = false }: RowProps) => (
  <tr
    className={`${row} ${chosen ? 'row-chosen' : 'hover:bg-hover'} ${arrived ? 'animate-arrive' : ''} ${off ? 'text-ink-3' : ''}`}
  >
    {children}
  </tr>
);

const row =
  'relative max-two:grid max-two:grid-cols-[minmax(0,1fr)_auto] max-two:gap-x-3 max-two:gap-y-0.5 max-two:border-b max-two:border-line max-two:px-3 max-two:py-2';

interface CellProps {
  readonly children?: ReactNode;
  readonly right?: boolean;
  readonly quiet?: boolean;
  readonly from?: keyof typeof appears;
  readonly title?: string | undefined;
  /** Below 760: where in the two lines it stands; without one it is left out. */
  readonly small?: keyof typeof places;
}

const places = {
  'first line': 'max-two:order-1',
  'whole first line': 'max-two:order-1 max-two:col-span-full',
  'end of first line': 'max-two:order-2 max-two:text-right',
  'second line': 'max-two:order-3',
  'end of second line': 'max-two:order-4 max-two:text-right',
  whole: 'max-two:order-5 max-two:col-span-full max-two:whitespace-normal',
};

export const Cell = ({
  children,
  right = false,
  quiet = false,
  from = 'always',
  title,
  small,
}: CellProps) => (
  <td
    title={title}
    className={`${cell} ${small ? `max-two:block ${places[small]}` : 'max-two:hidden'} ${appears[from]} ${right ? 'text-right' : ''} ${quiet ? 'text-ink-3' : ''}`}
  >
    {children}
  </td>
);

const cell =
  'truncate has-[input,button]:text-clip two:h-row two:border-b two:border-line two:px-(--cell-x) two:first:pl-4 two:last:pr-4';

interface GroupRowProps {
  readonly columns: readonly Column[];
  readonly children: ReactNode;
}

/**
 * A row of rows: what follows belongs together. It spans what is always there and goes on below what
 * comes with the room: a span over columns that are not shown would make them anew, and wide.
 */
export const GroupRow = ({ columns, children }: GroupRowProps) => (
  <tr className="max-two:block">
    <th
      scope="rowgroup"
      colSpan={columns.filter(({ from }) => from === undefined).length}
      className={`${group} px-4 text-left text-xs font-medium text-ink-2 max-two:block max-two:py-1.5`}
    >
      {children}
    </th>
    {columns.map(({ from }, index) =>
      // Columns are told once and do not move.
      // oxlint-disable-next-line react/no-array-index-key
      from ? <Filler key={index} from={from} /> : null,
    )}
  </tr>
);

const Filler = ({ from }: { readonly from: keyof typeof appears }) => (
  <td aria-hidden="true" className={`${group} max-two:hidden ${appears[from]}`} />
);

const group = 'h-7 border-b border-line bg-canvas';

/** The link of a row covers all of it; J and K lead from one to the next. */
export const RowLink = ({
  className = '',
  ...link
}: LinkProps & { readonly className?: string; readonly title?: string }) => (
  <Link {...link} data-row="" className={`row-link font-medium ${className}`} />
);
