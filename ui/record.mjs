/*
 * Asks a running house and writes what it answers to src/testing/recorded.ts, where the compiler holds it against the types of lib/api.
 *
 *   node record.mjs http://127.0.0.1:8080 MAIL PASSWORD
 *
 * Use a house made for it: what it holds is written down.
 */
import { writeFileSync } from 'node:fs';

const [house = 'http://127.0.0.1:8080', email, password] = process.argv.slice(2);
if (email === undefined || password === undefined) {
  process.stderr.write('Expected an address, a mail address and a password.\n');
  process.exit(2);
}

let cookie = '';

async function ask(path, { method = 'GET', body, type = 'application/json' } = {}) {
  const answer = await fetch(house + path, {
    method,
    headers: { cookie, accept: 'application/json', 'x-pilothouse': 'page', 'content-type': type },
    ...(body && { body: JSON.stringify(body) }),
  });
  cookie = answer.headers.getSetCookie().map((set) => set.split(';')[0])[0] ?? cookie;
  return answer.json();
}

const ended = (run) => ['finished', 'failed', 'cancelled'].includes(run.state);

async function runOf({ runs: [id] }) {
  const run = await ask(`/v1/runs/${id}`);
  if (ended(run)) return run;
  await new Promise((later) => setTimeout(later, 200));
  return runOf({ runs: [id] });
}

const signedIn = await ask('/v1/session', { method: 'POST', body: { email, password } });
const event = {
  specversion: '1.0',
  id: crypto.randomUUID(),
  source: '/pilothouse/page',
  type: 'test.event',
  subject: 'test/recorded',
  data: { amount: 64.5, lines: [{ machine: 'HF-20913' }], paid: false, note: null },
};
const accepted = await ask('/v1/events', {
  method: 'POST',
  body: event,
  type: 'application/cloudevents+json',
});
const run = await runOf(accepted);

const recorded = {
  signedIn: ['Me', signedIn],
  readiness: ['Readiness', await ask('/readyz')],
  accepted: ['Accepted', accepted],
  run: ['Run', run],
  runs: ['RunPage', await ask('/v1/runs?limit=2')],
  counts: ['RunCounts', await ask('/v1/runs/counts')],
  hold: ['Hold', await ask('/v1/hold')],
  company: ['Company', await ask('/v1/company')],
  overview: ['Overview', await ask('/v1/overview')],
  unread: ['Unread', await ask('/v1/notifications/unread')],
  refused: ['ProblemDetails', await ask('/v1/runs?state=burning')],
};

const imports = {
  company: ['Company'],
  events: ['Accepted'],
  hold: ['Hold'],
  me: ['Me'],
  notifications: ['Unread'],
  overview: ['Overview'],
  readiness: ['Readiness'],
  runs: ['Run', 'RunCounts', 'RunPage'],
};

const lines = [
  '/** Answers of a real house, written by record.mjs. A field that the types do not have, or have otherwise, does not compile. */',
  ...Object.entries(imports).map(
    ([file, names]) => `import type { ${names.join(', ')} } from '@/lib/api/${file}';`,
  ),
  "import type { ProblemDetails } from '@/lib/http';",
  '',
  ...Object.entries(recorded).map(
    ([name, [type, value]]) =>
      `export const ${name} = ${JSON.stringify(value, null, 2)} satisfies ${type};\n`,
  ),
];
writeFileSync('src/testing/recorded.ts', lines.join('\n'));
