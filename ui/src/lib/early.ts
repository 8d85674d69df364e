declare global {
  var askedEarly: Record<string, Promise<Response>> | undefined;
}

/** What was asked for at the start of the page is as it was then, and given up after some seconds. */
const freshFor = 5_000;

/** What src/early.js has asked for already; each answer is taken once. */
export function takeEarly(path: string): Promise<Response> | undefined {
  const answer = globalThis.askedEarly?.[path];
  delete globalThis.askedEarly?.[path];
  return performance.now() < freshFor ? answer : undefined;
}
