import { PanelLeftClose, PanelLeftOpen } from 'lucide-react';
import { IconButton } from '@/components/ui/icon-button';
import { side } from '@/lib/side';
import { shellWords } from '@/lib/words/shell';

/** Folds the sidebar to the rail and back; what a person chose holds on every page. */
export const FoldButton = ({ railed }: { readonly railed: boolean }) => (
  <IconButton
    icon={railed ? PanelLeftOpen : PanelLeftClose}
    size="small"
    label={railed ? shellWords.unfold : shellWords.fold}
    onClick={() => side.choose(railed ? 'wide' : 'rail')}
    className={railed ? 'w-full! text-ink-3!' : 'text-ink-3!'}
  />
);

/** Whether the sidebar is a rail here. */
export function useRailed(pageHasPane: boolean): boolean {
  const pinned = side.use();
  return pinned === 'auto' ? pageHasPane : pinned === 'rail';
}
