/* Prints what a browser loads before home is drawn, and the rooms that come when they are opened. Fails above the budget. */
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/* `shared` are the two files that every page but home brings. */
const budget = { script: 150_000, requests: 12, shared: 115_000 };

/* The index, the icon, one typeface; then six calls: me, overview, counts, readyz, what is unread, and the line of what one is told. */
const besides = 3 + 6;

const zipped = (file) => gzipSync(readFileSync(`dist/${file}`)).length;
const inside = ([, script]) => gzipSync(script).length;
const kilo = (bytes) => `${(bytes / 1_000).toFixed(1).padStart(7)} kB`;

const index = readFileSync('dist/index.html', 'utf8');
const first = [...index.matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/g)].map(
  ([, file]) => file,
);
const later = readdirSync('dist/assets')
  .map((file) => `assets/${file}`)
  .filter((file) => /\.(?:js|css)$/.test(file) && !first.includes(file));

const table = (title, files) => {
  process.stdout.write(`${title}\n`);
  for (const file of files) process.stdout.write(`${kilo(zipped(file))}  ${file}\n`);
};

table('First, gzipped:', first);
table(
  'When a room is opened:',
  later.toSorted((one, other) => zipped(other) - zipped(one)),
);

const script = first
  .filter((file) => file.endsWith('.js'))
  .reduce((sum, file) => sum + zipped(file), inside(/<script>(.*?)<\/script>/s.exec(index)));
const requests = first.length + besides;
process.stdout.write(
  `Home: ${kilo(script).trim()} of ${kilo(budget.script).trim()} script, ${requests} of ${budget.requests} requests\n`,
);
const shared = later
  .filter((file) => /\/(?:controls|parts)-/.test(file))
  .reduce((sum, file) => sum + zipped(file), 0);
process.stdout.write(
  `What other pages share: ${kilo(shared).trim()} of ${kilo(budget.shared).trim()} script\n`,
);
process.exitCode =
  script > budget.script || requests > budget.requests || shared > budget.shared ? 1 : 0;
