/** One value of an address: what stands there may be anything that somebody typed. */
export type Reader<Value> = (found: unknown) => Value | undefined;

export const text: Reader<string> = (found) =>
  typeof found === 'string' && found !== '' ? found : undefined;

export const moment: Reader<string> = (found) =>
  Number.isNaN(Date.parse(text(found) ?? '')) ? undefined : text(found);

export const flag: Reader<true> = (found) => (found === true ? true : undefined);

export const oneOf =
  <Value extends string>(values: readonly Value[]): Reader<Value> =>
  (found) =>
    values.find((value) => value === found);

/** Several with commas, in the order of the list, so that one choice has one address. */
export const manyOf =
  (values: readonly string[]): Reader<string> =>
  (found) => {
    const named = String(found ?? '').split(',');
    return values.filter((value) => named.includes(value)).join(',') || undefined;
  };

/** The other way round, for those who choose. */
export const chosenOf = (found: string | undefined): readonly string[] =>
  found === undefined ? [] : found.split(',');

type Search<Readers> = {
  readonly [Name in keyof Readers]?: Readers[Name] extends Reader<infer Value>
    ? Value | undefined
    : never;
};

/**
 * Checks the search of an address: what is unknown or wrong is left out. Said outright also when it
 * is absent, or the router would hand it through as it was typed.
 */
export function searchOf<Readers extends Readonly<Record<string, Reader<unknown>>>>(
  readers: Readers,
) {
  return (found: Record<string, unknown>) =>
    Object.fromEntries(
      Object.entries(readers).map(([name, read]) => [name, read(found[name])]),
    ) as Search<Readers>;
}
