import { Link } from '@tanstack/react-router';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { shellWords } from '@/lib/words/shell';
import { Icon } from '../ui/icon';

interface NavGroupProps {
  readonly label: string;
  readonly railed: boolean;
  readonly headed: boolean;
  readonly children: ReactNode;
}

export const NavGroup = ({ label, railed, headed, children }: NavGroupProps) => (
  <nav aria-label={label} className={`flex flex-col gap-px ${headed ? groupGap(railed) : ''}`}>
    {headed && !railed && <span className="label px-2 pt-0.5 pb-[3px]">{label}</span>}
    {children}
  </nav>
);

const groupGap = (railed: boolean) => (railed ? 'mt-2 border-t border-line pt-2' : 'mt-3');

export interface NavCount {
  readonly count: number;
  /** What it counts, in words. */
  readonly says: string;
  /** Magenta waits for you, orange nobody knows, grey is plain. */
  readonly tone: keyof typeof tones;
}

const tones = {
  asks: 'font-semibold text-st-person',
  alarm: 'font-semibold text-st-unknown',
  plain: 'text-ink-3',
};

interface NavLinkProps {
  readonly to: string;
  readonly icon: LucideIcon;
  readonly name: string;
  readonly count?: NavCount | undefined;
}

export const NavLink = ({
  to,
  icon,
  name,
  count,
  railed,
}: NavLinkProps & { readonly railed: boolean }) => (
  <Link
    to={to}
    activeOptions={{ exact: to === '/', includeSearch: false }}
    title={railed ? name : undefined}
    className={`group relative flex flex-none items-center gap-[9px] rounded-2 text-ink-2 hover:bg-hover aria-[current]:bg-selected aria-[current]:font-medium aria-[current]:text-ink forced-colors:aria-[current]:outline-2 forced-colors:aria-[current]:outline-[Highlight] pointer-coarse:h-11 ${
      railed ? 'h-8 justify-center' : 'h-7 px-2'
    }`}
  >
    <span className="text-ink-3 group-aria-[current]:text-ink">
      <Icon of={icon} />
    </span>
    <span className={railed ? 'sr-only' : 'truncate'}>{name}</span>
    {count && <Count of={count} place={railed ? onRail : 'ml-auto text-xs'} />}
  </Link>
);

const onRail = 'absolute top-0 right-0 rounded-1 bg-canvas px-[3px] text-2xs leading-[13px]';

const Count = ({
  of: { count, says, tone },
  place,
}: {
  readonly of: NavCount;
  readonly place: string;
}) => (
  <span className={`${place} ${tones[tone]}`} title={says}>
    <span className="sr-only">, {says}</span>
    <span aria-hidden="true">{count > 99 ? '99+' : count}</span>
  </span>
);

/** Below 760: the same places, at the foot, within reach of a thumb. */
export const TabBar = ({ children }: { readonly children: ReactNode }) => (
  <nav
    aria-label={shellWords.main}
    className="grid h-13 grid-flow-col auto-cols-fr border-t border-line bg-canvas two:hidden"
  >
    {children}
  </nav>
);

const tab =
  'relative flex flex-col items-center justify-center gap-0.5 text-2xs leading-[13px] text-ink-3 -outline-offset-2 aria-[current]:font-medium aria-[current]:text-ink';

export const TabLink = ({ to, icon, name, count }: NavLinkProps) => (
  <Link to={to} activeOptions={{ exact: to === '/', includeSearch: false }} className={tab}>
    <Icon of={icon} size={18} />
    {name}
    {count && (
      <Count of={count} place="absolute top-1 left-[calc(50%+7px)] text-2xs leading-[13px]" />
    )}
  </Link>
);

interface TabButtonProps {
  readonly icon: LucideIcon;
  readonly name: string;
  readonly onClick: () => void;
}

export const TabButton = ({ icon, name, onClick }: TabButtonProps) => (
  <button type="button" className={tab} aria-haspopup="dialog" onClick={onClick}>
    <Icon of={icon} size={18} />
    {name}
  </button>
);
