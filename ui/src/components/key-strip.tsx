import { useKeyBindings, useKeysEnabled } from '@/lib/keys';

const caps: Record<string, string> = { Escape: 'Esc' };

/** What works here and now. Screen readers have the buttons and links themselves. */
export function KeyStrip() {
  const bindings = useKeyBindings();
  const enabled = useKeysEnabled();
  return (
    <footer
      aria-hidden="true"
      className="col-span-full hidden items-center gap-3.5 overflow-hidden border-t border-line bg-canvas px-3 text-2xs whitespace-nowrap text-ink-3 two:flex pointer-coarse:hidden"
    >
      {enabled &&
        bindings.map(({ keys, says }) => (
          <span key={says} className="flex items-center gap-1.5">
            {keys.flat().map((key) => (
              <kbd key={key} className={cap}>
                {caps[key] ?? key}
              </kbd>
            ))}
            {says}
          </span>
        ))}
    </footer>
  );
}

const cap =
  'narrow inline-block min-w-4 rounded-1 border border-line-strong bg-raised px-1 text-center font-sans text-2xs font-medium text-ink-2';
