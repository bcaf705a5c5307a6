import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runInThisContext } from 'node:vm';
import { beforeAll, expect, test } from 'vitest';
import { functionsIn, readEngineDocs, type Example } from './engineDocs.ts';
import { formulaPage } from './formulaPage.ts';

/*
 * An example in a docstring is a promise to the reader, so each is executed: "@example call(…) // → value", both sides
 * plain JavaScript that may use any exported function of the engine.
 */

const root = join(import.meta.dirname, '../..');
const { functions, interfaces } = readEngineDocs();
const names = new Map<string, unknown>();

beforeAll(async () => {
  for (const file of new Set(functions.map((one) => one.file))) {
    const module = (await import(pathToFileURL(join(root, 'shared/engine', file)).href)) as object;
    for (const [name, value] of Object.entries(module)) names.set(name, value);
  }
});

/** Whether a result is what the example says: numbers to 1e-9 of the larger one, lists by element, objects by key. */
function isAsPromised(actual: unknown, promised: unknown): boolean {
  if (typeof actual === 'number' && typeof promised === 'number') {
    const larger = Math.max(Math.abs(actual), Math.abs(promised));
    return actual === promised || Math.abs(actual - promised) <= 1e-9 * larger;
  }
  if (actual instanceof Float64Array) return isAsPromised(Array.from(actual), promised);
  if (typeof actual !== 'object' || typeof promised !== 'object' || actual === null || promised === null)
    return actual === promised;
  const keys = Object.keys(promised);
  const hasKeys = Object.keys(actual).length === keys.length && keys.every((key) => key in actual);
  return (
    hasKeys &&
    keys.every((key) =>
      isAsPromised((actual as Record<string, unknown>)[key], (promised as Record<string, unknown>)[key]),
    )
  );
}

function run({ call, value }: Example): { actual: unknown; promised: unknown } {
  const scope = [...names.keys()].join(', ');
  const both = runInThisContext(`({ ${scope} }) => ({ actual: ${call}, promised: ${value} })`) as (
    from: object,
  ) => { actual: unknown; promised: unknown };
  return both(Object.fromEntries(names));
}

const examples = functions.flatMap(({ file, examples: of }) => of.map((example) => ({ file, ...example })));

test.each(examples)('$file: $call → $value', (example) => {
  const { actual, promised } = run(example);
  expect(isAsPromised(actual, promised), `gives ${JSON.stringify(actual)}`).toBe(true);
});

test('every part of the engine that a reader may try has examples', () => {
  expect(examples.length).toBeGreaterThanOrEqual(40);
  const folders = new Set(examples.map(({ file }) => file.replace(/\/.*/, '')));
  for (const folder of [
    'network',
    'mining',
    'ai',
    'strategy',
    'valuation',
    'time',
    'identity',
    'structural',
  ]) {
    expect(folders, folder).toContain(folder);
  }
});

/** The engine's functions behind `umbau model`, as its table imports them; types are none. */
function modelImports(): string[] {
  const source = readFileSync(join(root, 'main/analysis/modelFunctions.ts'), 'utf8');
  const imports = source.matchAll(/^import \{([^}]*)\} from '[./]*shared\/engine\/[^']*';/gm);
  return [...imports].flatMap(([, list = '']) =>
    list.split(',').flatMap((name) => (/^\s*\w+\s*$/.test(name) ? [name.trim()] : [])),
  );
}

test('every function behind `umbau model` has an example', () => {
  const withExample = new Set(functions.filter((one) => one.examples.length > 0).map(({ name }) => name));
  expect(modelImports().length).toBeGreaterThan(30);
  expect(modelImports().filter((name) => !withExample.has(name))).toEqual([]);
});

test('no two modules of the engine export one name, so an example means one function', () => {
  // What the kernel exports is called by no one but its host.
  const files = globSync('shared/engine/**/*.ts', { cwd: root }).filter(
    (path) => !/\.test\.|kernel.assembly/.test(path),
  );
  const exported = files.flatMap((path) =>
    [...readFileSync(join(root, path), 'utf8').matchAll(/^export function (\w+)/gm)].map(([, name]) => name),
  );
  expect(exported.filter((name, index) => exported.indexOf(name) !== index)).toEqual([]);
});

const source = `/**
 * R5.10 Twice a value, as
 *   y = 2·x
 * @param x [MW]
 * @throws RangeError never
 * @example twice(
 *   2) // → 5
 */
export function twice(x: number): number {
  return 2 * x;
}
`;

test('a docstring is taken apart into sentence, formula, parameters with units, errors and example', () => {
  const read = functionsIn('made/up.ts', source);
  expect(read[0]?.examples).toEqual([{ call: 'twice( 2)', value: '5' }]);
  const page = formulaPage({ functions: read, interfaces });
  for (const part of [
    '**R5.10** · `made/up.ts`',
    '    y = 2·x',
    '| `x` | MW |  |',
    'Errors: RangeError never',
  ])
    expect(page).toContain(part);
});

test('a wrong example is noticed', () => {
  expect([isAsPromised(4, 5), isAsPromised(1, 1 + 1e-8), isAsPromised([1], [1, 2])]).toEqual([
    false,
    false,
    false,
  ]);
  expect([isAsPromised({ a: 1, b: 2 }, { a: 1 }), isAsPromised(0, null), isAsPromised('a', 'b')]).toEqual([
    false,
    false,
    false,
  ]);
  expect(isAsPromised({ a: [1, null] }, { a: [1 + 1e-12, null] })).toBe(true);
});
