declare global {
  var askedEarly: Record<string, Promise<Response>> | undefined;
}

/** What public/early.js has asked for already; each answer is taken once. */
export function takeEarly(path: string): Promise<Response> | undefined {
  const answer = globalThis.askedEarly?.[path];
  delete globalThis.askedEarly?.[path];
  return answer;
}
