import { Link, type LinkProps } from '@tanstack/react-router';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { words } from '@/lib/words';
import { Icon } from './icon';

interface NavGroupProps {
  readonly label: string;
  readonly railed: boolean;
  readonly headed?: boolean;
  readonly children: ReactNode;
}

export const NavGroup = ({ label, railed, headed = false, children }: NavGroupProps) => (
  <nav aria-label={label} className={`flex flex-col gap-px ${headed ? groupGap(railed) : ''}`}>
    {headed && !railed && <span className="label px-2 pt-0.5 pb-1">{label}</span>}
    {children}
  </nav>
);

const groupGap = (railed: boolean) => (railed ? 'mt-2 border-t border-line pt-2' : 'mt-3');

interface NavLinkProps {
  readonly to: NonNullable<LinkProps['to']>;
  readonly icon: LucideIcon;
  readonly name: string;
}

export const NavLink = ({
  to,
  icon,
  name,
  railed,
}: NavLinkProps & { readonly railed: boolean }) => (
  <Link
    to={to}
    activeOptions={{ exact: to === '/' }}
    title={railed ? name : undefined}
    className={`flex items-center gap-2 rounded-2 text-ink-2 hover:bg-hover aria-[current]:bg-selected aria-[current]:font-medium aria-[current]:text-ink ${
      railed ? 'h-8 justify-center' : 'h-7 px-2'
    }`}
  >
    <Icon of={icon} />
    <span className={railed ? 'sr-only' : ''}>{name}</span>
  </Link>
);

/** Below 760: the same places, at the foot, within reach of a thumb. */
export const TabBar = ({ children }: { readonly children: ReactNode }) => (
  <nav
    aria-label={words.nav.main}
    className="grid h-13 grid-flow-col auto-cols-fr border-t border-line bg-canvas two:hidden"
  >
    {children}
  </nav>
);

export const TabLink = ({ to, icon, name }: NavLinkProps) => (
  <Link
    to={to}
    activeOptions={{ exact: to === '/' }}
    className="flex flex-col items-center justify-center gap-0.5 text-2xs text-ink-3 aria-[current]:font-medium aria-[current]:text-ink"
  >
    <Icon of={icon} size={18} />
    {name}
  </Link>
);
