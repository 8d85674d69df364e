/** Whatever a step hands on. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json };

export const isScalar = (value: Json): value is null | boolean | number | string =>
  value === null || typeof value !== 'object';

/** The parts of a list or an object, lists counted from 1 as people do. */
export function entriesOf(value: Json): readonly (readonly [string, Json])[] {
  if (isScalar(value)) return [];
  return Array.isArray(value)
    ? value.map((item: Json, index) => [String(index + 1), item] as const)
    : Object.entries(value);
}
