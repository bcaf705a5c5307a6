import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

/*
 * The rule that keeps the engine's bits equal is itself tried: on a copy of the lint configuration, so that no file of
 * ours has to break it.
 */

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'umbau-lint-'));
mkdirSync(join(folder, 'shared/engine/numeric'), { recursive: true });
mkdirSync(join(folder, 'renderer'));
for (const file of ['.oxlintrc.json', 'oxlint.engine.js']) cpSync(join(root, file), join(folder, file));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Report {
  readonly diagnostics: readonly { readonly message: string; readonly code: string }[];
}

function complaintsAbout(path: string, expression: string): string[] {
  writeFileSync(join(folder, path), `export function f(x: number): unknown {\n  ${expression}\n}\n`);
  const run = spawnSync(
    process.execPath,
    [join(root, 'node_modules/oxlint/bin/oxlint'), '--format', 'json', path],
    { cwd: folder, encoding: 'utf8' },
  );
  const { diagnostics } = JSON.parse(run.stdout) as Report;
  return diagnostics
    .filter(({ code }) => /own-elementary-functions|no-restricted-globals/.test(code))
    .map(({ message }) => message);
}

const differing = ['exp', 'expm1', 'log', 'log2', 'log10', 'log1p', 'sin', 'cos', 'tan', 'tanh', 'cbrt'];

test.each([
  ...differing.map((name) => `return Math.${name}(x);`),
  'return Math.pow(x, 2);',
  'return Math.hypot(x, 2);',
  'return Math.atan2(x, 2);',
  'return Math.random() * x;',
  "return Math['exp'](x);",
  'const { exp } = Math; return exp(x);',
  'const other = Math; return other.exp(x);',
  'return x ** 2;',
  'let y = x; y **= 2; return y;',
  'return new Date(x);',
  'return Date.now() + x;',
  'return performance.now() + x;',
  'return globalThis.Math.exp(x);',
])('the engine may not write: %s', (expression) => {
  expect(complaintsAbout('shared/engine/numeric/fixture.ts', expression)).not.toEqual([]);
});

test('what the language fixes to the last bit is allowed', () => {
  const exact = 'return Math.sqrt(Math.abs(x)) + Math.floor(x) + Math.SQRT2;';
  expect(complaintsAbout('shared/engine/numeric/fixture.ts', exact)).toEqual([]);
});

test('the rule is the engine’s alone', () => {
  expect(complaintsAbout('renderer/fixture.ts', 'return Math.exp(x) + Date.now();')).toEqual([]);
});
