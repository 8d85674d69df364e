// Runs before the first paint, so that nobody who chose day or night sees a flash of the other.
// A file of its own because the page's policy refuses scripts inside HTML. Pair: src/lib/theme.ts.
try {
  const theme = localStorage.getItem('pilothouse.theme');
  if (theme === 'day' || theme === 'night') document.documentElement.dataset.theme = theme;
} catch {
  // Storage is switched off in this browser: the system's theme it is.
}
