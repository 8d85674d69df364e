import { Dialog } from '@base-ui/react/dialog';
import { Search } from 'lucide-react';
import { useId, useState } from 'react';
import { scrim } from '@/components/ui/dialog';
import { Icon } from '@/components/ui/icon';
import { Kbd } from '@/components/ui/kbd';
import { shellWords } from '@/lib/words/shell';
import { type Choice, type Section, useChoices } from './choices';
import { PaletteRow } from './palette-row';

/** Go to, or do: what can be done here, every door, and what is found by its name. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const [typed, setTyped] = useState('');
  const [place, setPlace] = useState(0);
  const { sections, searching, failed } = useChoices(typed);
  const choices = sections.flatMap((section) => section.choices);
  const at = Math.min(place, choices.length - 1);
  const list = useId();
  const take = (choice: Choice | undefined) => {
    if (choice === undefined || choice.off !== undefined) return;
    onClose();
    choice.does();
  };
  const move = (to: number) => setPlace((to + choices.length) % Math.max(1, choices.length));
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => move(at + 1),
    ArrowUp: () => move(at - 1),
    Home: () => move(0),
    End: () => move(choices.length - 1),
    Enter: () => take(choices[at]),
  };
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={scrim} />
        <Dialog.Popup className={popup}>
          <Dialog.Title className="sr-only">{shellWords.palette.title}</Dialog.Title>
          <div className="flex h-[42px] flex-none items-center gap-2.5 border-b border-line px-3.5 text-md has-[:focus-visible]:shadow-[inset_0_-2px_var(--focus)] max-two:h-13">
            <Icon of={Search} />
            <input
              role="combobox"
              aria-label={shellWords.palette.field}
              aria-expanded="true"
              aria-autocomplete="list"
              aria-controls={list}
              aria-activedescendant={choices[at] && `${list}-${at}`}
              value={typed}
              autoComplete="off"
              spellCheck={false}
              enterKeyHint="go"
              onChange={(event) => {
                setTyped(event.target.value);
                setPlace(0);
              }}
              onKeyDown={(event) => {
                const act = keys[event.key];
                if (act === undefined || event.nativeEvent.isComposing) return;
                event.preventDefault();
                act();
              }}
              className="min-w-0 flex-1 self-stretch bg-transparent outline-none placeholder:text-ink-3"
              placeholder={shellWords.palette.open}
            />
          </div>
          <div
            id={list}
            role="listbox"
            aria-label={shellWords.palette.title}
            className="min-h-0 overflow-auto px-1.5 pb-1.5"
          >
            <Sections sections={sections} list={list} at={at} onPoint={setPlace} onTake={take} />
          </div>
          <Said typed={typed} none={choices.length === 0} searching={searching} failed={failed} />
          <Foot />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

const popup =
  'fixed top-[12dvh] left-1/2 z-30 flex max-h-[76dvh] w-[calc(100vw-24px)] max-w-[640px] -translate-x-1/2 flex-col overflow-hidden rounded-4 border border-line-strong bg-raised text-ink shadow-(--shadow-3) outline-none max-two:top-2';

interface SectionsProps {
  readonly sections: readonly Section[];
  readonly list: string;
  readonly at: number;
  readonly onPoint: (place: number) => void;
  readonly onTake: (choice: Choice) => void;
}

function Sections({ sections, list, at, onPoint, onTake }: SectionsProps) {
  let place = -1;
  return sections.map(({ name, choices }) => (
    <div key={name} role="group" aria-label={name}>
      <div aria-hidden="true" className="label px-2 pt-2 pb-[3px]">
        {name}
      </div>
      {choices.map((choice) => {
        place += 1;
        const own = place;
        return (
          <PaletteRow
            key={choice.id}
            id={`${list}-${own}`}
            choice={choice}
            chosen={own === at}
            onPoint={() => onPoint(own)}
            onTake={() => onTake(choice)}
          />
        );
      })}
    </div>
  ));
}

interface SaidProps {
  readonly typed: string;
  readonly none: boolean;
  readonly searching: boolean;
  readonly failed: readonly string[];
}

/** None, still looking and not answered are three things here, too. */
const Said = ({ typed, none, searching, failed }: SaidProps) => (
  <div role="status" className="px-3.5 empty:hidden">
    {searching && <p className="pb-2 text-xs text-ink-3">{shellWords.palette.searching}</p>}
    {failed.map((what) => (
      <p key={what} className="pb-2 text-xs text-st-failed">
        {shellWords.palette.failed(what)}
      </p>
    ))}
    {none && !searching && (
      <p className="py-3">
        <b className="font-medium">{shellWords.palette.none(typed)}</b>
        <span className="block text-ink-2">{shellWords.palette.noneHint}</span>
      </p>
    )}
  </div>
);

const Foot = () => (
  <div
    aria-hidden="true"
    className="flex flex-none gap-3.5 border-t border-line px-3.5 py-[7px] text-2xs text-ink-3 max-two:hidden pointer-coarse:hidden"
  >
    <span className="flex gap-1">
      <Kbd>↑</Kbd>
      <Kbd>↓</Kbd> {shellWords.palette.choose}
    </span>
    <span className="flex gap-1">
      <Kbd>↵</Kbd> {shellWords.palette.enter}
    </span>
    <span className="ml-auto flex gap-1">
      <Kbd>Esc</Kbd> {shellWords.palette.close}
    </span>
  </div>
);
