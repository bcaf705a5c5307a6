import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { compiledModule, kernelOf, shareMemory } from '../../simulation/webAssembly.ts';
import { firstFreeByte, type Kernel } from '../../simulation/kernel.ts';
import { mc1Block } from '../montecarlo/mc1/parameters.ts';
import { pathsAhead, summariser } from '../montecarlo/summary.ts';
import { mc1Parameters, mc1Series } from '../testing/mc1.ts';
import * as layout from './layout.ts';

/* The built kernel (`npm run kernel`) against its plain twin, to the last bit. */

const { allSeries, npvSeries } = layout;
const bytes = 64 * 2 ** 20;
const parameters = firstFreeByte;
const scratch = parameters + 65_536;
const summary = scratch + 2 ** 20;
const values = summary + 4096;
const work = 48 * 2 ** 20;

let kernel: Kernel;
let memory: ArrayBufferLike;

beforeAll(async () => {
  const file = join(import.meta.dirname, '../../../out/app/kernel/kernel.wasm');
  const module = await compiledModule(async () => new Uint8Array(readFileSync(file)));
  const shared = shareMemory(bytes, true);
  memory = shared.buffer;
  kernel = kernelOf(module, shared.sent);
});

/** As whole numbers, so that 0 and −0 differ and nothing is rounded. */
function bitsOf(numbers: Float64Array): BigUint64Array {
  return new BigUint64Array(numbers.slice().buffer);
}

function simulated(
  paths: number,
  cuts: readonly number[],
  firstSeries = 0,
  endSeries = allSeries,
): Float64Array {
  const block = mc1Block(mc1Parameters());
  new Float64Array(memory, parameters, block.length).set(block);
  const ends = [...cuts, paths];
  for (const [index, end] of ends.entries())
    kernel.simulate(
      ends[index - 1] ?? 0,
      end,
      firstSeries,
      endSeries,
      parameters,
      scratch,
      values,
      paths * 8,
    );
  return new Float64Array(memory, values, (endSeries - firstSeries) * paths).slice();
}

test('R7.2t, R7.2p, R7.2q the kernel gives the bits of its plain twin, path for path', () => {
  for (const paths of [1, 2, 3, 4, 5, 403])
    expect(bitsOf(simulated(paths, []))).toEqual(bitsOf(mc1Series(mc1Parameters(), paths)));
});

test('R7.2t any cut of the paths and of the series gives the same bits', () => {
  const paths = 61;
  const whole = simulated(paths, []);
  expect(bitsOf(simulated(paths, [1, 2, 7, 8, 31, 33]))).toEqual(bitsOf(whole));
  for (const [first, end] of [
    [0, 32],
    [31, 33],
    [200, 392],
  ] as const)
    expect(bitsOf(simulated(paths, [30], first, end))).toEqual(
      bitsOf(whole.slice(first * paths, end * paths)),
    );
});

/** The same list summarised twice. */
function bothSummaries(list: Float64Array): { kernels: Float64Array; plain: Float64Array } {
  new Float64Array(memory, values, list.length).set(list);
  kernel.summarise(values, list.length, work, summary);
  const plain = new Float64Array(layout.summaryNumbers);
  summariser(list.length).whole(list, plain);
  return { kernels: new Float64Array(memory, summary, layout.summaryNumbers).slice(), plain };
}

test('R7.2s statistics of simulated series have the bits of the plain ones', () => {
  const paths = 5003;
  const series = simulated(paths, []);
  for (let index = 0; index < allSeries; index += index < npvSeries ? 1 : 7) {
    const { kernels, plain } = bothSummaries(series.slice(index * paths, (index + 1) * paths));
    expect(bitsOf(kernels), `series ${index}`).toEqual(bitsOf(plain));
  }
});

const value = fc.oneof(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.integer({ min: 1, max: 4 }));

test('R7.2s any short list, equal values included', () => {
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 300 }), (list) => {
      // Equal values of either sign of zero have no order, so they are made one.
      const { kernels, plain } = bothSummaries(Float64Array.from(list, (number) => number + 0));
      expect([...kernels]).toEqual([...plain]);
    }),
  );
});

const shapes: readonly ((index: number) => number)[] = [
  (index) => (index * 7919) % 10_007,
  (index) => (index % 2 === 0 ? -40 : (index * 31) % 997),
  (index) => [5, 5, -3, 8, 8, (index * 17) % 1009][index % 6] ?? 0,
  () => 12.5,
  (index) => -index,
  (index) => (index === 77 ? 1e300 : (index * 13) % 101),
];

test('R7.2s long lists with point masses, sorted ones and ones with a value far out', () => {
  for (const shape of shapes)
    for (const length of [4095, 4096, 50_001]) {
      const { kernels, plain } = bothSummaries(Float64Array.from({ length }, (_, index) => shape(index)));
      expect([...kernels]).toEqual([...plain]);
    }
});

test('R7.2s equal is not ahead', () => {
  const [first, second] = [Float64Array.of(1, 2, 3, 4), Float64Array.of(1, 1, 4, 3)];
  new Float64Array(memory, values, 4).set(first);
  new Float64Array(memory, values + 32, 4).set(second);
  expect(kernel.countAbove(values, values + 32, 4)).toBe(pathsAhead(first, second));
});
