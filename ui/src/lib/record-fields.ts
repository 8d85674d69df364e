import type { Fields, KeptRecord } from './api/records';
import { textOf } from './api/records';
import { fromField, toField } from './local-time';
import type { RecordKind } from './records-of';

/** How a field is written; where nothing is said, as one line of text. */
export type FieldLook =
  | 'line'
  | 'lines'
  | 'mail'
  | 'phone'
  | 'number'
  | 'day'
  | 'time'
  | 'stage'
  | 'company'
  | 'contact'
  | 'subject';

export interface FieldSpec {
  readonly name: string;
  readonly look: FieldLook;
  readonly needed?: boolean;
  /** Beside the one before it, where there is room. */
  readonly half?: boolean;
}

const line = (name: string, more: Partial<FieldSpec> = {}): FieldSpec => ({
  name,
  look: 'line',
  ...more,
});

const owner = line('owner', { half: true });
const note: FieldSpec = { name: 'note', look: 'lines' };

/** What a record of each kind has of its own. */
export const recordFields: Readonly<Record<RecordKind, readonly FieldSpec[]>> = {
  deals: [
    line('name'),
    { name: 'stage', look: 'stage', half: true },
    owner,
    { name: 'amount', look: 'number', half: true },
    line('currency', { half: true }),
    { name: 'closes_on', look: 'day', half: true },
    { name: 'company_id', look: 'company', half: true },
    { name: 'contact_id', look: 'contact', half: true },
    note,
  ],
  contacts: [
    line('name'),
    { name: 'email', look: 'mail', half: true },
    { name: 'phone', look: 'phone', half: true },
    line('title', { half: true }),
    { name: 'company_id', look: 'company', half: true },
    owner,
    note,
  ],
  companies: [
    line('name', { needed: true }),
    line('domain', { half: true }),
    { name: 'phone', look: 'phone', half: true },
    line('country', { half: true }),
    owner,
    note,
  ],
  tasks: [
    line('title', { needed: true }),
    { name: 'body', look: 'lines' },
    line('assignee', { half: true }),
    { name: 'due', look: 'time', half: true },
    { name: 'subject', look: 'subject', half: true },
  ],
  activities: [
    { name: 'subject', look: 'subject', needed: true, half: true },
    line('kind', { half: true }),
    { name: 'text', look: 'lines' },
    { name: 'at', look: 'time', half: true },
  ],
};

/** A record while somebody writes it: every field as the text in its box. */
export type Written = Readonly<Record<string, string>>;

export function writtenOf(kind: RecordKind, record: KeptRecord | undefined): Written {
  return Object.fromEntries(
    recordFields[kind].map(({ name, look }) => {
      const text = record === undefined ? '' : textOf(record, name);
      return [name, look === 'time' ? toField(text || undefined) : text];
    }),
  );
}

const valueOf = ({ look }: FieldSpec, written: string) => {
  const text = written.trim();
  if (text === '') return null;
  if (look === 'time') return fromField(text) ?? text;
  // What is no number goes as it was written: the server says what it expects.
  return look === 'number' && Number.isFinite(Number(text)) ? Number(text) : text;
};

/** Only what is another than it was read: what somebody else changed meanwhile stays. */
export function changedFields(kind: RecordKind, was: Written, is: Written): Fields {
  return Object.fromEntries(
    recordFields[kind]
      .filter(({ name }) => (was[name] ?? '').trim() !== (is[name] ?? '').trim())
      .map((spec) => [spec.name, valueOf(spec, is[spec.name] ?? '')]),
  );
}

export const newFields = (kind: RecordKind, is: Written): Fields =>
  Object.fromEntries(
    Object.entries(changedFields(kind, {}, is)).filter(([, value]) => value !== null),
  );

/**
 * What a record that was kept lacks of what is written now. A field that is empty now is taken out only
 * where it was sent before: what the server put into others stays.
 */
export function missingFields(
  kind: RecordKind,
  kept: KeptRecord,
  is: Written,
  sent: Fields,
): Fields {
  const differing = Object.entries(changedFields(kind, writtenOf(kind, kept), is));
  return Object.fromEntries(differing.filter(([name, value]) => value !== null || name in sent));
}

/** Where a deal may stand; a house may have others, which are shown as they are. */
export const stages = ['lead', 'qualified', 'offer', 'negotiation', 'won', 'lost'] as const;
