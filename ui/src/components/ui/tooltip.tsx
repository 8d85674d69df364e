import { Tooltip as Base } from '@base-ui/react/tooltip';
import type { ReactElement, ReactNode } from 'react';

interface TooltipProps {
  readonly says: ReactNode;
  /** What it explains; a button or link that has a name of its own as well. */
  readonly children: ReactElement<Record<string, unknown>>;
}

/** More about a thing, for pointer and keyboard. Never the only place where something is said. */
export const Tooltip = ({ says, children }: TooltipProps) => (
  <Base.Root>
    <Base.Trigger render={children} delay={400} />
    <Base.Portal>
      <Base.Positioner sideOffset={6} className="z-30">
        <Base.Popup className="max-w-72 rounded-2 bg-ink px-2 py-1 text-xs text-on-ink transition-opacity duration-(--t-2) data-ending-style:opacity-0 data-starting-style:opacity-0 forced-colors:border">
          {says}
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  </Base.Root>
);
