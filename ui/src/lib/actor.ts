/** Who did it, as the journal writes it: "person/0199…", "key/0199…", "run/0199…", or one word. */
export interface Actor {
  readonly kind: 'person' | 'key' | 'run' | 'house';
  readonly id: string;
}

const kinds = ['person', 'key', 'run'] as const;

export function actorOf(written: string): Actor {
  const slash = written.indexOf('/');
  const kind = kinds.find((known) => known === written.slice(0, slash));
  return kind === undefined
    ? { kind: 'house', id: written }
    : { kind, id: written.slice(slash + 1) };
}

/** The end of an id tells one from another; its beginning is the time it was made. */
export const shortId = (id: string) => (id.length > 12 ? id.slice(-6) : id);

const ids = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g;

/** A text with the ends of the ids in it: "run/1b2c4d". */
export const withShortIds = (text: string) => text.replace(ids, shortId);
