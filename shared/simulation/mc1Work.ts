import * as layout from '../engine/kernel/layout.ts';
import { mc1Oracle } from '../engine/montecarlo/mc1/oracle.ts';
import { pathsAhead, summariser } from '../engine/montecarlo/summary.ts';
import { firstFreeByte, type Kernel } from './kernel.ts';
import type { Phase, Work, WorkPlace } from './work.ts';

/*
 * R7.2t MC-1 as a work of the pool: paths in chunks, then statistics by series. Where all series of all paths would not
 * fit, the paths are drawn again for each part of the series; the draws are the same (R7.2p), and so is every digit.
 */

export interface Mc1Setup {
  /** See `mc1Block`. */
  readonly block: Float64Array;
  readonly paths: number;
  readonly chunkPaths: number;
  /** Bytes that values of paths may take. */
  readonly valueBytes: number;
}

/** R7.2s Statistics of all series, as they lie in memory. */
export interface Mc1Result {
  /** Eight numbers a series: see `layout.summaryNumbers`; flows of months have quantiles only. */
  readonly summaries: Float64Array;
  /** Paths in which conversion is ahead, by site. */
  readonly aiAheadPaths: Float64Array;
}

const { allSeries, npvSeries, sites, summaryNumbers } = layout;
const wasmPage = 65_536;
const cacheLine = 64;
const seriesPerItem = 4;

const defaultValueBytes = 2 ** 30;
/** Enough items for all workers to end together, few enough to hold draws and sums in the nearest memory. */
const longestChunk = 512;

/** R7.2t The order for a simulation of so many paths. */
export function mc1Setup(block: Float64Array, paths: number, chosen: Partial<Mc1Setup> = {}): Mc1Setup {
  const chunkPaths = Math.min(longestChunk, Math.max(32, Math.ceil(paths / 64) * 4));
  return { block, paths, chunkPaths, valueBytes: defaultValueBytes, ...chosen };
}

function roundedUp(value: number, step: number): number {
  return Math.ceil(value / step) * step;
}

interface Places {
  readonly parameters: number;
  readonly summaries: number;
  readonly ahead: number;
  readonly workers: number;
  readonly bytesOfWorker: number;
  readonly stride: number;
  readonly passes: readonly { readonly firstSeries: number; readonly endSeries: number }[];
}

/** Bytes from one series to the next: an odd number of cache lines, or all series would fall on the same few of them. */
function strideOf(paths: number): number {
  const lines = Math.ceil((paths * 8) / cacheLine);
  return (lines + (lines % 2 === 0 ? 1 : 0)) * cacheLine;
}

function placesOf({ paths, valueBytes }: Mc1Setup): Places {
  const parameters = firstFreeByte;
  const summaries = parameters + roundedUp(layout.parameterBytes, cacheLine);
  const ahead = summaries + allSeries * summaryNumbers * 8;
  const stride = strideOf(paths);
  const statisticsBytes = layout.candidatesAt + (paths + 1) * 8;
  // P(conversion ahead) looks at both NPVs of a site, so all NPVs are in the first pass.
  const seriesAtOnce = Math.max(npvSeries, Math.floor(valueBytes / stride));
  const passes = Array.from({ length: Math.ceil(allSeries / seriesAtOnce) }, (_, pass) => ({
    firstSeries: pass * seriesAtOnce,
    endSeries: Math.min(allSeries, (pass + 1) * seriesAtOnce),
  }));
  return {
    parameters,
    summaries,
    ahead,
    workers: ahead + roundedUp(sites * 8, cacheLine),
    // A worker simulates or summarises, never both.
    bytesOfWorker: roundedUp(Math.max(layout.scratchBytes, statisticsBytes), 4096) + 2 * cacheLine,
    stride,
    passes,
  };
}

function valuesAt({ workers, bytesOfWorker }: Places, count: number): number {
  return roundedUp(workers + count * bytesOfWorker, cacheLine);
}

/** What is done with values in memory, by WebAssembly or plainly; addresses in bytes. */
interface Means {
  simulate(firstPath: number, endPath: number, firstSeries: number, endSeries: number): void;
  summarise(series: number, firstSeries: number): void;
  compare(site: number): void;
}

function byKernel(
  kernel: Kernel,
  setup: Mc1Setup,
  places: Places,
  worker: number,
  values: number,
  memory: ArrayBufferLike,
): Means {
  const { parameters, stride, summaries } = places;
  const own = places.workers + worker * places.bytesOfWorker;
  const ahead = new Float64Array(memory, places.ahead, sites);
  return {
    simulate: (firstPath, endPath, firstSeries, endSeries) =>
      kernel.simulate(firstPath, endPath, firstSeries, endSeries, parameters, own, values, stride),
    summarise: (series, firstSeries) => {
      const at = values + (series - firstSeries) * stride;
      const to = summaries + series * summaryNumbers * 8;
      if (series < npvSeries) kernel.summarise(at, setup.paths, own, to);
      else kernel.summariseQuantiles(at, setup.paths, own, to);
    },
    compare: (site) => {
      ahead[site] = kernel.countAbove(values + (sites + site) * stride, values + site * stride, setup.paths);
    },
  };
}

function plainly(setup: Mc1Setup, places: Places, values: number, memory: ArrayBufferLike): Means {
  const { stride, summaries } = places;
  const oracle = mc1Oracle(setup.block);
  const statistics = summariser(setup.paths);
  const ahead = new Float64Array(memory, places.ahead, sites);
  const all = new Float64Array(memory, values);
  const seriesAt = (index: number): Float64Array =>
    new Float64Array(memory, values + index * stride, setup.paths);
  return {
    simulate: (firstPath, endPath, firstSeries, endSeries) =>
      oracle({ firstPath, endPath, firstSeries, endSeries, results: all, stride: stride / 8 }),
    summarise: (series, firstSeries) => {
      const to = new Float64Array(memory, summaries + series * summaryNumbers * 8, summaryNumbers);
      if (series < npvSeries) statistics.whole(seriesAt(series - firstSeries), to);
      else statistics.quantiles(seriesAt(series - firstSeries), to);
    },
    compare: (site) => {
      ahead[site] = pathsAhead(seriesAt(sites + site), seriesAt(site));
    },
  };
}

function phasesOf(setup: Mc1Setup, { memory, worker, workers, kernel }: WorkPlace): Phase[] {
  if (setup.block.byteLength !== layout.parameterBytes)
    throw new RangeError(`MC-1 needs ${layout.parameterBytes} bytes of parameters`);
  const places = placesOf(setup);
  const values = valuesAt(places, workers);
  const means = kernel
    ? byKernel(kernel, setup, places, worker, values, memory)
    : plainly(setup, places, values, memory);
  const { paths, chunkPaths } = setup;
  return places.passes.flatMap(({ firstSeries, endSeries }): Phase[] => {
    const series = endSeries - firstSeries;
    const parts = Math.ceil(series / seriesPerItem);
    return [
      {
        stage: 'paths',
        items: Math.ceil(paths / chunkPaths),
        units: paths,
        run: (item) => {
          const end = Math.min(paths, (item + 1) * chunkPaths);
          means.simulate(item * chunkPaths, end, firstSeries, endSeries);
          return end - item * chunkPaths;
        },
      },
      {
        stage: 'statistics',
        items: parts + (firstSeries === 0 ? 1 : 0),
        units: series,
        run: (item) => {
          if (item === parts) {
            for (let site = 0; site < sites; site += 1) means.compare(site);
            return 0;
          }
          const first = firstSeries + item * seriesPerItem;
          const end = Math.min(endSeries, first + seriesPerItem);
          for (let one = first; one < end; one += 1) means.summarise(one, firstSeries);
          return end - first;
        },
      },
    ];
  });
}

export const mc1Work: Work<Mc1Setup, Mc1Result> = {
  bytes: (setup, workers) => {
    const places = placesOf(setup);
    const [first] = places.passes;
    return roundedUp(valuesAt(places, workers) + (first?.endSeries ?? 0) * places.stride, wasmPage);
  },
  prepare: (setup, memory) => {
    new Float64Array(memory, placesOf(setup).parameters, setup.block.length).set(setup.block);
  },
  phases: phasesOf,
  read: (setup, memory) => {
    const { summaries, ahead } = placesOf(setup);
    return {
      summaries: new Float64Array(memory, summaries, allSeries * summaryNumbers).slice(),
      aiAheadPaths: new Float64Array(memory, ahead, sites).slice(),
    };
  },
};
