import type { Catalogue } from './catalogue';

let translation: Catalogue | undefined;

/** From now on every text is read from here; English where there is none. */
export function speakIn(catalogue: Catalogue | undefined): void {
  translation = catalogue;
}

/**
 * One part of the catalogue, beside the room that says it, so that a room brings its words along
 * when it is opened. Looked up while drawing, never when a module is loaded: by then nobody has
 * chosen a language yet.
 */
export function area<Name extends keyof Catalogue, Words extends object>(
  name: Name,
  english: Words,
): Words {
  return new Proxy(english, {
    get: (_, key) => Reflect.get(translation?.[name] ?? english, key) as unknown,
  });
}
