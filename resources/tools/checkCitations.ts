import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commentsIn, rulesCitedIn, rulesIn } from './engineRules.ts';

/*
 * Every rule of R1 to R5 stands in code and in a test: a reader of MODEL.md finds both by searching for its number.
 */

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const isTest = (path: string): boolean => /\.(test|spec)\.tsx?$/.test(path);

const sources = globSync('{shared,main,renderer,resources,e2e}/**/*.{ts,tsx}', { cwd: root }).map((path) =>
  path.replaceAll('\\', '/'),
);
const engine = sources.filter(
  (path) => path.startsWith('shared/engine/') && !path.startsWith('shared/engine/testing/') && !isTest(path),
);
// The test of this very check names rules that it does not exercise.
const tests = sources.filter((path) => isTest(path) && !path.endsWith('engineRules.test.ts'));

const rules = rulesIn(read('shared/engine/MODEL.md'));
const inCode = rulesCitedIn(engine.map((path) => commentsIn(read(path))).join('\n'));
const inTests = rulesCitedIn(tests.map(read).join('\n'));

function complain(what: string, missing: readonly string[]): void {
  if (missing.length === 0) return;
  process.exitCode = 1;
  process.stderr.write(`${what}: ${missing.join(', ')}\n`);
}

complain(
  'No comment of shared/engine cites, at the code that carries them out,',
  rules.filter((rule) => !inCode.has(rule)),
);
complain(
  'No test cites, by name or comment,',
  rules.filter((rule) => !inTests.has(rule)),
);
complain(
  'Cited, but no rule of MODEL.md',
  [...new Set([...inCode, ...inTests])].filter((rule) => !rules.includes(rule)),
);
if (!process.exitCode) process.stdout.write(`${rules.length} rules, each cited in code and in a test\n`);
