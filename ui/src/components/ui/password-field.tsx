import { Eye, EyeOff } from 'lucide-react';
import { type ComponentProps, useState } from 'react';
import { words } from '@/lib/words';
import { Icon } from './icon';
import { TextField } from './text-field';

/** A password that can be looked at, so that nobody has to type it twice. */
export function PasswordField(props: Omit<ComponentProps<typeof TextField>, 'type' | 'trailing'>) {
  const [shown, setShown] = useState(false);
  return (
    <TextField
      {...props}
      type={shown ? 'text' : 'password'}
      spellCheck={false}
      autoCapitalize="none"
      trailing={<Reveal shown={shown} onToggle={() => setShown(!shown)} />}
    />
  );
}

function Reveal({ shown, onToggle }: { readonly shown: boolean; readonly onToggle: () => void }) {
  return (
    <button
      type="button"
      aria-label={shown ? words.field.hide : words.field.show}
      aria-pressed={shown}
      onClick={onToggle}
      className="-mr-1 grid size-6 place-items-center rounded-1 text-ink-3 hover:bg-hover hover:text-ink"
    >
      <Icon of={shown ? EyeOff : Eye} size={15} />
    </button>
  );
}
