/** People are round. */
export function Initials({ name }: { readonly name: string }) {
  return (
    <span
      aria-hidden="true"
      className="grid size-7 flex-none place-items-center rounded-full bg-selected text-2xs font-semibold tracking-wide text-ink-2 inset-ring inset-ring-line-strong"
    >
      {initialsOf(name)}
    </span>
  );
}

function initialsOf(name: string): string {
  const parts = name.split(/[\s._@-]+/u).filter((part) => part !== '');
  return parts
    .slice(0, 2)
    .map((part) => part[0]?.toUpperCase() ?? '')
    .join('');
}
