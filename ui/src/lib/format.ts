import { forFigures, forWords } from './locale';

/** What is written in figures or joined to lists, by the person's locale. */
export const number = (value: number) =>
  forFigures(
    'number',
    (locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }),
  ).format(value);

/** Always with cents and currency. */
export const money = (amount: number, currency: string) =>
  forFigures(
    `money ${currency}`,
    (locale) =>
      new Intl.NumberFormat(locale, {
        style: 'currency',
        currency,
        currencyDisplay: 'narrowSymbol',
        minimumFractionDigits: 2,
      }),
  ).format(amount);

/** 0.002 is "0.2%". */
export const percent = (share: number) =>
  forFigures(
    'percent',
    (locale) => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }),
  ).format(share);

/** "a, b and c" */
export const listed = (parts: readonly string[]) =>
  forWords('list', (locale) => new Intl.ListFormat(locale, { type: 'conjunction' })).format([
    ...parts,
  ]);

type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

/** The form that this many takes in the language at hand; "#" is the number itself. */
export function plural(count: number, forms: Forms): string {
  const rule = forWords('plural', (locale) => new Intl.PluralRules(locale)).select(count);
  return (forms[rule] ?? forms.other).replaceAll('#', number(count));
}

const tooMany = 10_000;

/** Exact up to ten thousand, round and said to be so above. */
export const about = (count: number, round: (rounded: string) => string) =>
  count <= tooMany ? number(count) : round(number(Number(count.toPrecision(2))));
