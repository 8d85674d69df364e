import { Monitor, Moon, Sun } from 'lucide-react';
import { Icon } from '@/components/icon';
import { chooseTheme, type Theme, themes, useTheme } from '@/lib/theme';
import { words } from '@/lib/words';

const icons = { system: Monitor, day: Sun, night: Moon } satisfies Record<Theme, typeof Sun>;

/** Radio buttons that look like one segmented control: arrows move, one is always chosen. */
export function ThemeChoice() {
  return (
    <fieldset className="mx-1 flex rounded-2 border border-line-strong bg-canvas p-px">
      <legend className="sr-only">{words.me.theme}</legend>
      {themes.map((theme) => (
        <Choice key={theme} theme={theme} />
      ))}
    </fieldset>
  );
}

function Choice({ theme }: { readonly theme: Theme }) {
  const chosen = useTheme() === theme;
  return (
    <label
      className={`flex h-6 flex-1 items-center justify-center gap-1.5 rounded-1 has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-focus ${
        chosen ? 'bg-raised font-medium ring ring-line-strong' : 'text-ink-2'
      }`}
    >
      <input
        type="radio"
        name="theme"
        className="sr-only"
        checked={chosen}
        onChange={() => chooseTheme(theme)}
      />
      <Icon of={icons[theme]} size={14} />
      {words.me.themes[theme]}
    </label>
  );
}
