import { call, path, Refused } from '@/lib/http';
import { recordOf } from '@/lib/records-of';
import { paletteWords } from '@/lib/words/palette';
import type { Automation } from './automations';
import { type Found, foundAutomation, foundRecord, foundRun } from './found';
import { isEntryId, titleOf, type WholeEntry } from './journal';
import type { KeptRecord } from './records';
import type { RunSummary } from './runs';

const ofTemporal = 'run/';

/** An id as it is copied from anywhere; Temporal shows that of a run as "run/0199…". */
export function idIn(typed: string): string | undefined {
  const id = typed.startsWith(ofTemporal) ? typed.slice(ofTemporal.length) : typed;
  return isEntryId(id) ? id.toLowerCase() : undefined;
}

/** What events are about is written so: "deal/42". */
export const subjectIn = (typed: string): string | undefined =>
  /^\p{L}[\w.-]*\/\S+$/u.test(typed) && idIn(typed) === undefined ? typed : undefined;

/** Whatever has this id: nothing is told of what has not. */
export async function findById(typed: string, signal: AbortSignal): Promise<readonly Found[]> {
  const id = idIn(typed) ?? typed;
  const { kinds, of } = paletteWords;
  const found = await Promise.all([
    one<RunSummary>(path`/v1/runs/${id}`, signal, (run) => ({
      ...foundRun(run),
      about: of(kinds.run, run.automation),
      room: 'runs',
    })),
    one<WholeEntry>(path`/v1/events/${id}`, signal, (entry) => ({
      id,
      says: titleOf(entry),
      about: of(kinds.event, entry.type),
      room: 'events',
      to: path`/events/${id}`,
    })),
    one<Automation>(path`/v1/automations/${id}`, signal, (automation) => ({
      ...foundAutomation(automation),
      about: kinds.automation,
      room: 'automations',
    })),
  ]);
  return found.flat();
}

/** The record that a subject names, where it names one of ours that is kept. */
export async function findRecordOf(
  subject: string,
  signal: AbortSignal,
): Promise<readonly Found[]> {
  const place = recordOf(subject);
  if (place === undefined) return [];
  return one<KeptRecord>(`/v1/${place.kind}${path`/${place.id}`}`, signal, (record) => ({
    ...foundRecord(place.kind)(record),
    room: 'records',
  }));
}

async function one<Kept>(
  where: string,
  signal: AbortSignal,
  found: (kept: Kept) => Found,
): Promise<readonly Found[]> {
  try {
    return [found(await call<Kept>(where, { signal }))];
  } catch (refused) {
    if (refused instanceof Refused && refused.status === 404) return [];
    throw refused;
  }
}
