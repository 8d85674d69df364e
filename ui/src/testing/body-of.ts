/** Definitions travel as they were written; all else is JSON. */
export function bodyOf(sent: unknown): unknown {
  if (typeof sent !== 'string') return undefined;
  try {
    return JSON.parse(sent);
  } catch {
    return sent;
  }
}
