/**
 * Two locales: figures are written as the person writes them (1.284,00 €), words and dates in the
 * language of the page and the region of the person ("3 Nov" in en-DE, "Nov 3" in en-US).
 */
interface Locales {
  readonly figures: string;
  readonly words: string;
}

let language = 'en';
let locales: Locales | undefined;

function localesFor(): Locales {
  try {
    const person = new Intl.Locale(navigator.language);
    const { region } = person.maximize();
    const words = new Intl.Locale(language, region === undefined ? {} : { region });
    return { figures: person.toString(), words: words.toString() };
  } catch {
    return { figures: language, words: language };
  }
}

/** From now on, in this language. */
export function writeIn(next: string): void {
  language = next;
  locales = undefined;
  kept.clear();
}

const kept = new Map<string, unknown>();

/** Formatters are dear to make and are asked for in every row. */
function formatter<F>(by: keyof Locales, name: string, make: (locale: string) => F): F {
  const known = kept.get(name) as F | undefined;
  if (known !== undefined) return known;
  locales ??= localesFor();
  const made = make(locales[by]);
  kept.set(name, made);
  return made;
}

export const forFigures = <F>(name: string, make: (locale: string) => F) =>
  formatter('figures', name, make);

export const forWords = <F>(name: string, make: (locale: string) => F) =>
  formatter('words', name, make);
