import { ListFilter, type LucideIcon } from 'lucide-react';
import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Glyph } from './glyph';
import { Say } from './say';
import { Icon } from './ui/icon';

interface EmptyProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}

/** The filter hides them: how many there are elsewhere, and the way out. */
export const NoneMatch = ({ title, children, actions }: EmptyProps) => (
  <Say mark={<Icon of={ListFilter} size={20} />} title={title} actions={actions}>
    {children}
  </Say>
);

/** Nothing waits: that is good. */
export const AllDone = ({ title, children, actions }: EmptyProps) => (
  <Say
    mark={
      <span className="text-st-finished">
        <Glyph name="finished" size={20} />
      </span>
    }
    title={title}
    actions={actions}
  >
    {children}
  </Say>
);

/** Nothing was ever here. */
export const NothingYet = ({
  icon,
  title,
  children,
  actions,
}: EmptyProps & { readonly icon: LucideIcon }) => (
  <Say mark={<Icon of={icon} size={20} />} title={title} actions={actions}>
    {children}
  </Say>
);

export interface Door extends Pick<LinkProps, 'to' | 'search' | 'params'> {
  readonly icon: LucideIcon;
  readonly name: string;
  readonly about: string;
}

/** Ways in, side by side: not an apology for an empty list. */
export const Doors = ({ doors }: { readonly doors: readonly Door[] }) => (
  <ul className="mx-4 grid overflow-hidden rounded-3 border border-line-strong two:auto-cols-fr two:grid-flow-col">
    {doors.map(({ icon, name, about, ...link }) => (
      <li
        key={name}
        className="border-line-strong max-two:not-first:border-t two:not-first:border-l"
      >
        <Link
          {...link}
          className="grid h-full content-start gap-1 px-3 py-2.5 -outline-offset-2 hover:bg-hover"
        >
          <Icon of={icon} />
          <b className="font-medium">{name}</b>
          <span className="text-xs text-ink-2">{about}</span>
        </Link>
      </li>
    ))}
  </ul>
);
