import { Search } from 'lucide-react';
import { Icon } from '@/components/ui/icon';
import { Kbd } from '@/components/ui/kbd';
import { capsOf, shortcutOf } from '@/lib/keys';
import { show } from '@/lib/overlay';
import { shellWords } from '@/lib/words/shell';

/** Looks like the field it opens; on a phone it is the glass alone. */
export const FindButton = () => (
  <button
    type="button"
    aria-haspopup="dialog"
    aria-keyshortcuts={shortcutOf('Mod+K')}
    onClick={() => show('palette')}
    className="flex h-(--control-h) w-[236px] flex-none items-center gap-2 rounded-2 border border-line-strong bg-raised pr-1.5 pl-2.5 text-ink-3 hover:border-control max-three:w-44 max-two:w-(--control-h) max-two:justify-center max-two:border-transparent max-two:bg-transparent max-two:p-0 max-two:text-ink-2"
  >
    <Icon of={Search} size={14} />
    <span className="flex-1 truncate text-left max-two:sr-only">{shellWords.palette.open}</span>
    <span aria-hidden="true" className="flex gap-0.5 max-two:hidden pointer-coarse:hidden">
      {capsOf('Mod+K').map((cap) => (
        <Kbd key={cap}>{cap}</Kbd>
      ))}
    </span>
  </button>
);
