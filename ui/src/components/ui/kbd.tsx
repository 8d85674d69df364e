import { capsOf, type Key } from '@/lib/keys';

const cap =
  'narrow inline-block min-w-4 rounded-1 border px-1 text-center font-sans text-2xs font-medium';

/** One key cap. */
export const Kbd = ({ children }: { readonly children: string }) => (
  <kbd className={`${cap} border-line-strong bg-raised text-ink-2`}>{children}</kbd>
);

/** The caps of a key on a button; on ink they take the colour of the text. */
export const Keys = ({ of: key }: { readonly of: Key }) => (
  <span aria-hidden="true" className="inline-flex gap-0.5 max-two:hidden pointer-coarse:hidden">
    {capsOf(key).map((name) => (
      <kbd
        key={name}
        className={`${cap} border-[color-mix(in_oklch,currentColor_40%,transparent)] bg-transparent text-inherit`}
      >
        {name}
      </kbd>
    ))}
  </span>
);
