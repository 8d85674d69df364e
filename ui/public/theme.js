// Runs before the first paint, so that nobody who chose day or night sees a flash of the other.
// A file of its own because the page's policy refuses scripts inside HTML. Pair: src/lib/choice.ts.
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
