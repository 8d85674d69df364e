// Runs before anything else of the page, from within the page itself.

// What is needed first travels while the script does. Pair: src/lib/early.ts.
const asked = {};
function ask(path) {
  const headers = { accept: 'application/json' };
  asked[path] = fetch(path, { headers, signal: AbortSignal.timeout(10_000) });
  return asked[path];
}
async function askFirst() {
  const { ok } = await ask('/v1/me');
  if (ok && location.pathname === '/' && location.search === '')
    ask('/v1/overview?hours=24').catch(() => {});
}
// The first time that a page writes costs a browser a while; it is spent while the script travels.
const write = () => new Intl.DateTimeFormat(undefined, { hour: '2-digit' }).format();
if (location.pathname !== '/sign-in') {
  globalThis.askedEarly = asked;
  askFirst()
    .catch(() => {})
    .then(write);
}

// So that nobody who chose day or night sees a flash of the other. Pair: src/lib/choice.ts.
function apply(name, values) {
  const chosen = localStorage.getItem(`pilothouse.${name}`);
  if (values.includes(chosen)) document.documentElement.dataset[name] = chosen;
}
try {
  apply('theme', ['day', 'night']);
  apply('density', ['compact', 'relaxed']);
  apply('side', ['wide', 'rail']);
} catch {
  // Storage is switched off in this browser: as the system has it.
}
