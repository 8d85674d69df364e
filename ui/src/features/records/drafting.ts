import { useState } from 'react';
import { type Fields, type KeptRecord } from '@/lib/api/records';
import { Refused } from '@/lib/http';
import { randomId } from '@/lib/ids';
import {
  changedFields,
  newFields,
  recordFields,
  type Written,
  writtenOf,
} from '@/lib/record-fields';
import type { RecordKind } from '@/lib/records-of';
import { useKept, useRegained } from '@/lib/unsaved';
import { recordsWords } from '@/lib/words/records';

export type FieldErrors = Readonly<Record<string, string | undefined>>;

/** A record while somebody writes it, against what it was read as; a new one has its id from the start. */
export function useDrafting(kind: RecordKind, read: KeptRecord | undefined) {
  const place = `record.${kind}.${read?.id ?? ''}`;
  const regained = useRegained(place, isUnsaved);
  const [id] = useState(() => read?.id ?? regained?.id ?? randomId());
  const [was, setWas] = useState(() => writtenOf(kind, read));
  const [is, setIs] = useState(() => (regained ? rebased(regained.was, regained.is, was) : was));
  const [tried, setTried] = useState(false);
  const fields: Fields = read === undefined ? newFields(kind, is) : changedFields(kind, was, is);
  const missing = missingIn(kind, is);
  const isChanged = Object.keys(fields).length > 0;
  const forget = useKept(place, {
    unsaved: isChanged ? ({ id, was, is } satisfies Unsaved) : undefined,
    regained: regained !== undefined,
  });
  return {
    id,
    written: is,
    fields,
    isChanged,
    forget,
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

/** What outlives a session that ends. */
interface Unsaved {
  readonly id: string;
  readonly was: Written;
  readonly is: Written;
}

function isUnsaved(found: unknown): found is Unsaved {
  const { id, was, is } = (found ?? {}) as Partial<Unsaved>;
  return typeof id === 'string' && [was, is].every(isWritten);
}

const isWritten = (found: Written | undefined) =>
  typeof found === 'object' &&
  found !== null &&
  Object.values(found).every((text) => typeof text === 'string');

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
