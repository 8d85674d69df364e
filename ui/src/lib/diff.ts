/** One field of a record, of a lease, of a step: what it was and what it becomes. */
export interface Change {
  readonly name: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

export interface TextPart {
  readonly kind: 'same' | 'del' | 'add';
  readonly text: string;
}

/** A text is compared by words; the longest common run of them stays (as `diff` does it for lines). */
export function wordsChanged(before: string, after: string): readonly TextPart[] {
  const [old, fresh] = [piecesOf(before), piecesOf(after)];
  // Above this the table would take tens of megabytes; such texts are shown as a whole.
  if (old.length * fresh.length > 4_000_000)
    return [
      { kind: 'del', text: before },
      { kind: 'add', text: after },
    ];
  return joined(walk(old, fresh, lengthsOf(old, fresh)));
}

const piecesOf = (text: string) =>
  text.match(/\s+|\p{N}[\p{N}.,]*\p{N}|[\p{L}\p{N}_]+|[^\s\p{L}\p{N}_]/gu) ?? [];

/** How long the longest common run is from here to the ends, for every pair of places. */
function lengthsOf(old: readonly string[], fresh: readonly string[]): readonly Uint32Array[] {
  const rows = Array.from({ length: old.length + 1 }, () => new Uint32Array(fresh.length + 1));
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = fresh.length - 1; j >= 0; j--) {
      const [row, below] = [rows[i] ?? [], rows[i + 1] ?? []];
      row[j] =
        old[i] === fresh[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  return rows;
}

function walk(
  old: readonly string[],
  fresh: readonly string[],
  lengths: readonly Uint32Array[],
): readonly TextPart[] {
  const parts: TextPart[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < fresh.length) {
    const [here = '', there = ''] = [old[i], fresh[j]];
    if (i < old.length && j < fresh.length && here === there) {
      parts.push({ kind: 'same', text: here });
      i++;
      j++;
    } else if (j >= fresh.length || (lengths[i + 1]?.[j] ?? -1) >= (lengths[i]?.[j + 1] ?? 0)) {
      parts.push({ kind: 'del', text: here });
      i++;
    } else {
      parts.push({ kind: 'add', text: there });
      j++;
    }
  }
  return parts;
}

/** Neighbours of one kind are one part; what was taken away stands before what came for it. */
function joined(parts: readonly TextPart[]): readonly TextPart[] {
  const all: TextPart[] = [];
  for (const part of parts) {
    const last = all.at(-1);
    if (last?.kind === part.kind) all[all.length - 1] = { ...part, text: last.text + part.text };
    else all.push(part);
  }
  return all;
}
