import { useState } from 'react';
import { type Fields, type KeptRecord } from '@/lib/api/records';
import { Refused } from '@/lib/http';
import {
  changedFields,
  newFields,
  recordFields,
  type Written,
  writtenOf,
} from '@/lib/record-fields';
import type { RecordKind } from '@/lib/records-of';
import { recordsWords } from '@/lib/words/records';

export type FieldErrors = Readonly<Record<string, string | undefined>>;

/** A record while somebody writes it, against what it was read as. */
export function useDrafting(kind: RecordKind, read: KeptRecord | undefined) {
  const [was, setWas] = useState(() => writtenOf(kind, read));
  const [is, setIs] = useState(was);
  const [tried, setTried] = useState(false);
  const fields: Fields = read === undefined ? newFields(kind, is) : changedFields(kind, was, is);
  const missing = missingIn(kind, is);
  return {
    written: is,
    fields,
    isChanged: Object.keys(fields).length > 0,
    gaps: tried ? missing : {},
    change: (name: string, text: string) => setIs((now) => ({ ...now, [name]: text })),
    /** True where it may be sent. */
    tries: () => {
      setTried(true);
      return Object.keys(missing).length === 0;
    },
    /** Goes on from another state of the record; what the person wrote stays. */
    rebase: (theirs: KeptRecord) => {
      const fresh = writtenOf(kind, theirs);
      setIs((now) => rebased(was, now, fresh));
      setWas(fresh);
    },
    /** What was sent is kept: from here on it is what the record is, but for what was written since. */
    settle: (kept: KeptRecord, sent: Written) => {
      const fresh = writtenOf(kind, kept);
      setIs((now) => rebased(sent, now, fresh));
      setWas(fresh);
      setTried(false);
    },
  };
}

export type Drafting = ReturnType<typeof useDrafting>;

/** Fields that nobody touched here are as they are there. */
export function rebased(was: Written, is: Written, theirs: Written): Written {
  return Object.fromEntries(
    Object.entries(theirs).map(([name, their]) => [
      name,
      is[name] === was[name] ? their : (is[name] ?? ''),
    ]),
  );
}

function missingIn(kind: RecordKind, is: Written): FieldErrors {
  const gaps = recordFields[kind]
    .filter(({ name, needed }) => needed === true && (is[name] ?? '').trim() === '')
    .map(({ name }) => [name, recordsWords.form.needed(labelOf(name))] as const);
  return Object.fromEntries(gaps);
}

export const labelOf = (field: string): string =>
  (recordsWords.fields as Readonly<Record<string, string>>)[field] ?? field;

/** What the server says of a field, in its words. */
export function toldBy(error: Error | null): FieldErrors {
  if (!(error instanceof Refused)) return {};
  return Object.fromEntries(
    (error.problem.errors ?? []).map(({ path, message }) => [
      path.split(/[.[]/)[0] ?? path,
      message,
    ]),
  );
}

/** What it says of no field that is on screen stands above them all. */
export function untold(kind: RecordKind, error: Error | null): readonly string[] {
  if (!(error instanceof Refused)) return error ? [error.message] : [];
  const shown = new Set(recordFields[kind].map(({ name }) => name));
  const others = Object.entries(toldBy(error)).filter(([name]) => !shown.has(name));
  return others.length > 0 || (error.problem.errors ?? []).length === 0
    ? [error.message, ...others.map(([, message]) => message ?? '')]
    : [error.message];
}
