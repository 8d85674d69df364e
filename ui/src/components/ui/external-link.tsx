import { ExternalLink as Leaves } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from './icon';

interface ExternalLinkProps {
  readonly href: string;
  readonly children: ReactNode;
}

/** Leads out of the house, into a tab of its own, and says so. */
export const ExternalLink = ({ href, children }: ExternalLinkProps) => (
  <a href={href} target="_blank" rel="noreferrer" className="link inline-flex items-center gap-1">
    {children}
    <Icon of={Leaves} size={12} />
  </a>
);
