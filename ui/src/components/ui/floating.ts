/** What floats above the page: menus, lists of choices, popovers. */
export const floating =
  'rounded-3 border border-line-strong bg-raised text-ink shadow-(--shadow-2) outline-none ' +
  'origin-(--transform-origin) transition-[opacity,scale] duration-(--t-2) ease-(--ease-out) ' +
  'data-starting-style:scale-98 data-starting-style:opacity-0 data-ending-style:opacity-0';

/** One line of it. */
export const floatItem =
  'flex h-7 pointer-coarse:h-11 cursor-default items-center gap-2 rounded-2 px-2 whitespace-nowrap no-underline outline-none select-none ' +
  'data-highlighted:bg-hover data-disabled:text-ink-3 forced-colors:data-highlighted:forced-color-adjust-none forced-colors:data-highlighted:bg-[Highlight] forced-colors:data-highlighted:text-[HighlightText]';
