import { Monitor, Moon, Rows2, Rows3, Rows4, Sun } from 'lucide-react';
import { Segments } from '@/components/ui/segments';
import { densities, density } from '@/lib/density';
import { theme, themes } from '@/lib/theme';
import { shellWords } from '@/lib/words/shell';

const icons = { system: Monitor, day: Sun, night: Moon };
const rows = { compact: Rows4, normal: Rows3, relaxed: Rows2 };

/** Day, night, or as the system has it. */
export const ThemeChoice = () => (
  <Segments
    label={shellWords.me.theme}
    value={theme.use()}
    onChange={theme.choose}
    wide
    segments={themes.map((value) => ({
      value,
      name: shellWords.me.themes[value],
      icon: icons[value],
    }))}
  />
);

/** How close the rows stand. */
export const DensityChoice = () => (
  <Segments
    label={shellWords.me.density}
    value={density.use()}
    onChange={density.choose}
    wide
    segments={densities.map((value) => ({
      value,
      name: shellWords.me.densities[value],
      icon: rows[value],
    }))}
  />
);
