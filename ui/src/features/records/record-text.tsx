import { type KeptRecord, textOf } from '@/lib/api/records';
import { money, number } from '@/lib/format';
import { dayInWords } from '@/lib/time';

/** Money where the currency is one; else what stands there. */
export function amountOf(record: KeptRecord): string {
  const amount = record['amount'];
  const currency = textOf(record, 'currency');
  if (typeof amount !== 'number') return textOf(record, 'amount');
  return /^[A-Z]{3}$/.test(currency)
    ? money(amount, currency)
    : `${number(amount)} ${currency}`.trim();
}

/** A day of the calendar, the same one in every zone. */
export const DayText = ({ day }: { readonly day: string }) =>
  day === '' ? null : <time dateTime={day}>{dayInWords(day)}</time>;
