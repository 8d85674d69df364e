import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, expect, test } from 'vitest';

/** The directions between the folders are lint rules; here each is seen to refuse. */
const sandboxes: string[] = [];

afterEach(() => {
  for (const folder of sandboxes.splice(0)) rmSync(folder, { recursive: true });
});

function lint(file: string, imported: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'walls-'));
  sandboxes.push(folder);
  const path = join(folder, 'src', file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `import { x } from '${imported}';\nexport const y = x;\n`);
  writeFileSync(join(folder, '.oxlintrc.json'), readFileSync('.oxlintrc.json'));
  try {
    return execFileSync(resolve('node_modules/.bin/oxlint'), ['src'], {
      cwd: folder,
      encoding: 'utf8',
    });
  } catch (refused) {
    return (refused as { stdout: string }).stdout;
  }
}

test.each([
  ['lib/a.ts', '@/components/b', 'lib is the lowest floor'],
  ['lib/a.ts', '../app/b', 'lib is the lowest floor'],
  ['components/a.ts', '@/features/runs/b', 'components import from lib'],
  ['features/runs/a.ts', '@/routes/b', 'features import from lib'],
  ['features/runs/a.ts', '@/features/house/b', 'never another feature'],
  ['features/runs/a.ts', '../house/b', 'never another feature'],
  ['routes/a.ts', '@/app/b', 'Only app imports routes'],
])('%s may not import %s', (file, imported, reason) => {
  expect(lint(file, imported)).toContain(reason);
});

test.each([
  ['components/a.ts', '@/lib/b'],
  ['features/runs/a.ts', './b'],
  ['features/runs/a.ts', '@/components/b'],
  ['routes/a.ts', '@/features/runs/b'],
  ['app/a.ts', '@/routes/b'],
])('%s may import %s', (file, imported) => {
  expect(lint(file, imported)).not.toContain('no-restricted-imports');
});

const colour = /#[\da-f]{3,8}\b(?!['"]?\))|\b(?:rgb|hsl|oklch|oklab)\(|\bfont-family:\s*["']/i;

const isSource = (path: string) =>
  /\.(tsx?|css)$/.test(path) && !path.endsWith('tokens.css') && !path.endsWith('.test.ts');

test('only tokens.css knows a colour or a typeface', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(isSource);
  expect(sources.length).toBeGreaterThan(50);
  const wrong = sources.filter((path) => colour.test(readFileSync(join('src', path), 'utf8')));
  expect(wrong).toEqual([]);
});

test('a colour in a source would be found', () => {
  expect('background: #fbfdfe;').toMatch(colour);
  expect('color: oklch(0.5 0.1 20)').toMatch(colour);
});
