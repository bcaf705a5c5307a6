import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/*
 * The independent implementations that MC-1 came with, where they are on this machine: NumPy of the system's Python, and C
 * built here. They are measured, never shipped.
 */

const folder = process.env['UMBAU_PERF'] ?? '/work/shared/perf';

export interface Taken {
  readonly wallMs: number;
  /** User and system time of all threads; absent where it cannot be told. */
  readonly cpuMs?: number;
}

/** Runs an implementation once and tells its second run in one process. */
export interface Reference {
  readonly name: string;
  readonly threads: number;
  readonly run: () => Taken;
}

function secondRun(program: string, args: readonly string[]): Taken {
  const lines = execFileSync(program, args, { encoding: 'utf8' }).trim().split('\n');
  const { total, cpu } = JSON.parse(lines.at(-1) ?? '') as { total: number; cpu: number };
  return { wallMs: total, cpuMs: cpu };
}

/** The system's own Python first: another one in the path may lack NumPy. */
function pythonWithNumpy(): string | undefined {
  return ['/usr/bin/python3', 'python3'].find((python) => {
    try {
      execFileSync(python, ['-c', 'import numpy'], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  });
}

/** The program, or undefined where this machine has no compiler or not these instructions. */
function built(name: string, flags: readonly string[]): string | undefined {
  const program = join(mkdtempSync(join(tmpdir(), 'umbau-mc1-')), name);
  const source = join(folder, 'reference/mc1_native.cpp');
  try {
    const always = ['-O3', '-march=native', '-std=c++17', '-Wno-psabi', '-pthread'];
    execFileSync('g++', [...always, ...flags, '-o', program, source], { stdio: 'ignore' });
    execFileSync(program, ['64', '1'], { stdio: 'ignore' });
    return program;
  } catch {
    return undefined;
  }
}

export function mc1References(paths: number): Reference[] {
  if (!existsSync(join(folder, 'reference'))) return [];
  const found: Reference[] = [];
  const python = pythonWithNumpy();
  if (python !== undefined) {
    const args = [join(folder, 'reference/mc1_numpy.py'), String(paths), 'blocked', '1024', '-', '2'];
    found.push({ name: 'NumPy blocked', threads: 1, run: () => secondRun(python, args) });
  }
  const scalar = built('mc1_scalar', ['-fno-tree-vectorize', '-DSCALAR']);
  const vector =
    built('mc1_avx512', ['-mprefer-vector-width=512', '-DVL=8']) ??
    built('mc1_avx2', ['-mprefer-vector-width=256', '-DVL=4']);
  for (const [name, program] of [
    ['C scalar', scalar],
    ['C vector', vector],
  ] as const)
    if (program !== undefined)
      found.push({ name, threads: 1, run: () => secondRun(program, [String(paths), '1', '2']) });
  return found;
}
