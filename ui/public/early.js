// Runs before anything else of the page. A file of its own because the page's policy refuses scripts inside HTML.

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

// What is needed first travels while the script does. Pair: src/lib/early.ts.
const asked = {};
function ask(path) {
  const headers = { accept: 'application/json' };
  asked[path] = fetch(path, { headers, signal: AbortSignal.timeout(10_000) });
  return asked[path];
}
if (location.pathname !== '/sign-in') {
  ask('/v1/me').then(
    ({ ok }) => {
      if (ok && location.pathname === '/' && location.search === '')
        ask('/v1/overview?hours=24').catch(() => {});
    },
    () => {},
  );
  globalThis.askedEarly = asked;
}
