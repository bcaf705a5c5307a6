import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/*
 * The whole of `npm test`, cheapest first, stopping at the first failure. It closes with one line of counts, which
 * counts what the runners report and the steps that only pass or fail.
 */

const root = join(import.meta.dirname, '../..');
const steps = [
  'build',
  'typecheck',
  'lint',
  'dead',
  'citations',
  'formulas:check',
  'test:unit',
  'test:e2e',
  'package:check',
];

interface Counts {
  passed: number;
  failed: number;
}

/** Vitest writes "Tests  12 passed", Playwright "  12 passed (3s)". */
function countsIn(output: string): Counts {
  const plain = output.replaceAll(/\u001B\[[0-9;]*m/g, '');
  const line = (word: string): number => {
    const vitest = new RegExp(`Tests\\s.*?(\\d+) ${word}`).exec(plain);
    const playwright = new RegExp(`^\\s*(\\d+) ${word}`, 'm').exec(plain);
    return Number(vitest?.[1] ?? playwright?.[1] ?? 0);
  };
  return { passed: line('passed'), failed: line('failed') };
}

function runStep(step: string, total: Counts): boolean {
  process.stdout.write(`\n— ${step}\n`);
  const run = spawnSync('npm', ['run', '--silent', step], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  process.stdout.write(run.stdout);
  process.stderr.write(run.stderr);
  const counts = step.startsWith('test:')
    ? countsIn(run.stdout)
    : { passed: run.status === 0 ? 1 : 0, failed: 0 };
  total.passed += counts.passed;
  total.failed += counts.failed;
  if (run.status !== 0 && counts.failed === 0) total.failed += 1;
  return run.status === 0;
}

const total: Counts = { passed: 0, failed: 0 };
const allPassed = steps.every((step) => runStep(step, total));
if (!existsSync(join(root, 'node_modules/electron/dist')))
  process.stdout.write(
    '\nElectron’s binary is not here: its host was checked by types and doubles, the window in Chromium.\n',
  );
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
process.exitCode = allPassed ? 0 : 1;
