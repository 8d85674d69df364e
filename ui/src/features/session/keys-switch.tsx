import { switchKeys, useKeysEnabled } from '@/lib/keys';
import { words } from '@/lib/words';

export function KeysSwitch() {
  const on = useKeysEnabled();
  return (
    <button
      type="button"
      role="switch"
      aria-checked={on}
      onClick={() => switchKeys(!on)}
      className="mt-1 flex w-full pointer-coarse:hidden items-center gap-2 rounded-2 px-2 py-1 text-left hover:bg-hover"
    >
      <span className="flex-1">
        {words.keys.off}
        <span className="block text-xs text-ink-3">{words.keys.offHint}</span>
      </span>
      <span
        aria-hidden="true"
        className={`relative h-4 w-7 flex-none rounded-full border ${on ? 'border-ink bg-ink' : 'border-control bg-raised'}`}
      >
        <i
          className={`absolute top-0.5 size-2.5 rounded-full ${on ? 'left-3.5 bg-on-ink' : 'left-0.5 bg-control'}`}
        />
      </span>
    </button>
  );
}
