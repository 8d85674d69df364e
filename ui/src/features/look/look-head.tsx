import { useState } from 'react';
import { Segments } from '@/components/ui/segments';
import { densities, density } from '@/lib/density';
import { theme, themes } from '@/lib/theme';
import { chooseLanguage, chosenLanguage } from '@/lib/words/language';
import { livingWords } from '@/lib/words/living';
import { shellWords } from '@/lib/words/shell';

export const LookHead = () => (
  <header className="pb-4">
    <h1 className="text-xl">{livingWords.title}</h1>
    <p className="mb-3 text-md text-ink-2">{livingWords.lead}</p>
    <div className="flex flex-wrap gap-2">
      <Segments
        label={shellWords.me.theme}
        value={theme.use()}
        onChange={theme.choose}
        segments={themes.map((value) => ({ value, name: shellWords.me.themes[value] }))}
      />
      <Segments
        label={shellWords.me.density}
        value={density.use()}
        onChange={density.choose}
        segments={densities.map((value) => ({ value, name: shellWords.me.densities[value] }))}
      />
      <Language />
    </div>
  </header>
);

const languages = ['en', 'xx'] as const;

function Language() {
  const [chosen, setChosen] = useState(() => (chosenLanguage() === 'xx' ? 'xx' : 'en'));
  return (
    <span title={livingWords.reload}>
      <Segments
        label={livingWords.language}
        value={chosen}
        onChange={(language) => {
          setChosen(language);
          chooseLanguage(language);
        }}
        segments={languages.map((value) => ({ value, name: livingWords.languages[value] }))}
      />
    </span>
  );
}
