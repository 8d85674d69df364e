/** The lists of records, and what their records are called as subjects of events. */
export const recordKinds = ['deals', 'contacts', 'companies', 'tasks', 'activities'] as const;

export type RecordKind = (typeof recordKinds)[number];

const subjects: Readonly<Record<RecordKind, string>> = {
  deals: 'deal',
  contacts: 'contact',
  companies: 'company',
  tasks: 'task',
  activities: 'activity',
};

export const subjectOf = (kind: RecordKind, id: string) => `${subjects[kind]}/${id}`;

export interface RecordPlace {
  readonly kind: RecordKind;
  readonly id: string;
}

/** The record that a subject such as "deal/42" names, where it names one of ours. */
export function recordOf(subject: string): RecordPlace | undefined {
  const slash = subject.indexOf('/');
  const kind = recordKinds.find((known) => subjects[known] === subject.slice(0, slash));
  const id = subject.slice(slash + 1);
  return kind === undefined || id === '' ? undefined : { kind, id };
}

/** What an address calls a list, where it is one of ours. */
export const kindNamed = (named: string): RecordKind | undefined =>
  recordKinds.find((kind) => kind === named);
