import { useEffect, useState } from 'react';
import { useMe } from './api/me';
import { toast } from './toasts';
import { words } from './words';

/** Of one tab: it outlives a session that ends and a page that is loaded anew, not the tab. */
const placeOf = (person: string, what: string) => `pilothouse.unsaved.${person}.${what}`;

/** Keeps what is written and not saved yet, as JSON; undefined forgets it. */
export function keepUnsaved(person: string, what: string, unsaved: string | undefined): void {
  const place = placeOf(person, what);
  try {
    if (unsaved === undefined) sessionStorage.removeItem(place);
    else sessionStorage.setItem(place, unsaved);
  } catch {
    // Storage may be full or switched off: then an unsaved text lives as long as its page.
  }
}

/** Storage holds whatever somebody put there: what cannot be read is left out. */
export function unsavedOf(person: string, what: string): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(placeOf(person, what)) ?? 'null');
  } catch {
    return null;
  }
}

/** What this person has written here and not saved, as it was when the place was entered. */
export function useRegained<Written>(
  what: string,
  isIt: (found: unknown) => found is Written,
): Written | undefined {
  const { email } = useMe();
  const [regained] = useState(() => {
    const found = unsavedOf(email, what);
    return isIt(found) ? found : undefined;
  });
  return regained;
}

interface Kept {
  /** Undefined where nothing would be lost. */
  readonly unsaved: unknown;
  /** It stood here when the place was entered, which the person is told. */
  readonly regained: boolean;
}

/** Keeps it as long as it is written; the answer forgets it, such as what was given up. */
export function useKept(what: string, { unsaved, regained }: Kept): () => void {
  const { email } = useMe();
  const text = unsaved === undefined ? undefined : JSON.stringify(unsaved);
  const [told] = useState(regained && text !== undefined);
  useEffect(() => {
    if (told) toast({ tone: 'told', says: words.regained });
  }, [told]);
  useEffect(() => keepUnsaved(email, what, text), [email, what, text]);
  return () => keepUnsaved(email, what, undefined);
}
