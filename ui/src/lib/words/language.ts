import { keep, kept } from '../choice';
import { writeIn } from '../locale';
import { speakIn } from './area';
import type { Catalogue } from './catalogue';

type Load = () => Promise<Catalogue>;

/**
 * A second language is a file beside this one and a line here. `xx` is English in brackets, a third
 * longer: it shows texts that stand outside the catalogue and places that are too narrow.
 */
const translations: Readonly<Record<string, Load>> = {
  xx: () => import('./pseudo').then(({ pseudo }) => pseudo),
};

const setting = 'pilothouse.language';

/** Takes hold with the next load: what is drawn already keeps its words. */
export const chooseLanguage = (language: string) => keep(setting, language);
export const chosenLanguage = () => kept(setting) ?? 'en';

/** Before the first drawing. */
export async function speak(language = chosenLanguage()): Promise<void> {
  const load = translations[language];
  speakIn(load && (await load()));
  const tag = load && language !== 'xx' ? language : 'en';
  writeIn(tag);
  document.documentElement.lang = tag;
}
