import { ArrowUp } from 'lucide-react';
import { words } from '@/lib/words';
import { Button } from './button';
import { Icon } from './icon';

interface ArrivedProps {
  readonly count: number;
  readonly onShow: () => void;
}

/** "3 new": they wait until the reader lets them in. */
export const Arrived = ({ count, onShow }: ArrivedProps) => (
  <div role="status" className="sticky top-0 z-3 flex h-0 justify-center">
    {count > 0 && (
      <Button size="small" onClick={onShow} className="mt-1.5 shadow-(--shadow-2)">
        <Icon of={ArrowUp} size={14} />
        {words.list.arrived(count)}
      </Button>
    )}
  </div>
);
