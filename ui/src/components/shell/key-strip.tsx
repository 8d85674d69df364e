import { capsOf, type KeyBinding, useKeyBindings, useKeysEnabled } from '@/lib/keys';
import { Kbd } from '../ui/kbd';

const nameOf = ({ keys, says }: KeyBinding) => `${keys[0]?.join(' ')} ${says}`;

/** Two fields of a page may listen to one key; it is told once. */
const once = (bindings: readonly KeyBinding[]) => [
  ...new Map(bindings.map((binding) => [nameOf(binding), binding])).values(),
];

const isEverywhere = ({ everywhere }: KeyBinding) => everywhere === true;

/** What works here and now, this page's keys first. Screen readers have the buttons and links. */
export function KeyStrip() {
  const bindings = once(useKeyBindings());
  const enabled = useKeysEnabled();
  return (
    <footer
      aria-hidden="true"
      className="col-span-full hidden items-center gap-3.5 overflow-hidden border-t border-line bg-canvas pl-3 text-2xs whitespace-nowrap text-ink-3 two:flex pointer-coarse:hidden"
    >
      {enabled &&
        [
          ...bindings.filter((binding) => !isEverywhere(binding)),
          ...bindings.filter(isEverywhere),
        ].map((binding) => <Hint key={nameOf(binding)} of={binding} />)}
    </footer>
  );
}

const Hint = ({ of: { keys, says } }: { readonly of: KeyBinding }) => (
  <span className="flex items-center gap-[5px] last:sticky last:right-0 last:ml-auto last:bg-canvas last:px-3">
    {keys
      .flat()
      .flatMap(capsOf)
      .map((cap) => (
        <Kbd key={cap}>{cap}</Kbd>
      ))}
    {says}
  </span>
);
