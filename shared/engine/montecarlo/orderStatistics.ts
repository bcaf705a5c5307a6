import * as layout from '../kernel/layout.ts';
import { selectRank } from './select.ts';

/*
 * R7.2s Exact values of some ranks of a long list in two passes: a sorted sample gives bins, the first pass counts them,
 * the second takes out the few bins that hold a rank. A value that is often equal (all sites curtailed) is taken out
 * before. kernel/assembly/orderStatistics.ts goes the same way; the values do not depend on the way.
 */

const { bins, binCounts } = layout;
const shortList = 4096;
const deepest = 4;
const lastBin = bins + 1;

/** A rank still looked for, and which of those asked for it is. */
interface OpenRank {
  readonly rank: number;
  readonly asked: number;
}

/** Memory for lists of up to so many values, used again and again. */
export interface SelectionMemory {
  readonly candidates: Float64Array;
  readonly counts: Uint32Array;
  readonly wanted: Uint8Array;
}

export function selectionMemory(longest: number): SelectionMemory {
  return {
    // The last value taken out stands one past those kept.
    candidates: new Float64Array(longest + 1),
    counts: new Uint32Array(2 * binCounts),
    wanted: new Uint8Array(binCounts),
  };
}

/** The middle rank first: it halves the list for the others. */
function selectAll(
  list: Float64Array,
  first: number,
  end: number,
  ranks: readonly OpenRank[],
  found: Float64Array,
): void {
  const middle = ranks[ranks.length >> 1];
  if (!middle) return;
  const { rank } = middle;
  selectRank(list, first, end - 1, rank);
  for (const open of ranks) if (open.rank === rank) found[open.asked] = list[rank] as number;
  selectAll(
    list,
    first,
    rank,
    ranks.filter((open) => open.rank < rank),
    found,
  );
  selectAll(
    list,
    rank + 1,
    end,
    ranks.filter((open) => open.rank > rank),
    found,
  );
}

/** A sorted sample at equal distances. */
function sampleOf(list: Float64Array, length: number): Float64Array {
  const size = length < layout.longFrom ? layout.shortSample : layout.longSample;
  const sample = new Float64Array(size);
  for (let index = 0; index < size; index += 1)
    sample[index] = list[Math.floor((index * length) / size)] as number;
  return sample.toSorted();
}

/** The value that makes up at least a fiftieth of the sample, most often of all. */
function pointMass(sample: Float64Array): number | undefined {
  let longest = Math.floor(sample.length / 50) - 1;
  let run = 0;
  let mass: number | undefined;
  for (let index = 1; index < sample.length; index += 1) {
    run = sample[index] === sample[index - 1] ? run + 1 : 0;
    if (run <= longest) continue;
    longest = run;
    mass = sample[index];
  }
  return mass;
}

/** Leaves a value out of the list; how many are left, and the ranks among them. */
function withoutMass(
  list: Float64Array,
  length: number,
  mass: number,
  ranks: readonly OpenRank[],
  kept: Float64Array,
  found: Float64Array,
): { readonly left: number; readonly open: OpenRank[] } {
  let below = 0;
  let left = 0;
  for (let index = 0; index < length; index += 1) {
    const value = list[index] as number;
    below += value < mass ? 1 : 0;
    kept[left] = value;
    left += value === mass ? 0 : 1;
  }
  const equal = length - left;
  const open: OpenRank[] = [];
  for (const { rank, asked } of ranks) {
    if (rank < below) open.push({ rank, asked });
    else if (rank < below + equal) found[asked] = mass;
    else open.push({ rank: rank - equal, asked });
  }
  return { left, open };
}

/** Marks the bins that hold ranks; the ranks among the values of these bins. */
function wantBins(memory: SelectionMemory, ranks: readonly OpenRank[]): OpenRank[] {
  const { counts, wanted } = memory;
  const among: OpenRank[] = [];
  let before = 0;
  let taken = 0;
  for (let bin = 0; bin < binCounts; bin += 1) {
    const inBin = (counts[bin] as number) + (counts[bin + binCounts] as number);
    const already = among.length;
    for (let next = ranks[already]; next && next.rank < before + inBin; next = ranks[among.length])
      among.push({ rank: next.rank - before + taken, asked: next.asked });
    const holds = among.length > already;
    wanted[bin] = holds ? 1 : 0;
    if (holds) taken += inBin;
    before += inBin;
  }
  return among;
}

/** Bin 0 is that of all smaller values, the last one that of all greater ones. */
interface Bins {
  readonly from: number;
  readonly perUnit: number;
}

function binsOf(sample: Float64Array): Bins {
  const edge = Math.floor(sample.length / 50);
  const from = sample[edge] as number;
  return { from, perUnit: bins / ((sample[sample.length - 1 - edge] as number) - from) };
}

/** Two values at a time into two lists of counts, so that equal bins do not wait for each other. */
function countBins(list: Float64Array, length: number, { from, perUnit }: Bins, counts: Uint32Array): void {
  counts.fill(0);
  const even = length - (length % 2);
  for (let index = 0; index < even; index += 2) {
    let first = ((list[index] as number) - from) * perUnit + 1;
    let second = ((list[index + 1] as number) - from) * perUnit + 1;
    first = first > 0 ? first : 0;
    second = second > 0 ? second : 0;
    const bin = (first < lastBin ? first : lastBin) | 0;
    const other = ((second < lastBin ? second : lastBin) | 0) + binCounts;
    counts[bin] = (counts[bin] as number) + 1;
    counts[other] = (counts[other] as number) + 1;
  }
  if (even === length) return;
  const last = Math.min(Math.max(((list[even] as number) - from) * perUnit + 1, 0), lastBin) | 0;
  counts[last] = (counts[last] as number) + 1;
}

/** Takes the values in wanted bins out of the list; how many there are. */
function takeCandidates(
  list: Float64Array,
  length: number,
  { from, perUnit }: Bins,
  { candidates, wanted }: SelectionMemory,
): number {
  let left = 0;
  for (let index = 0; index < length; index += 1) {
    const value = list[index] as number;
    let place = (value - from) * perUnit + 1;
    place = place > 0 ? place : 0;
    candidates[left] = value;
    left += wanted[(place < lastBin ? place : lastBin) | 0] as number;
  }
  return left;
}

/**
 * R7.2s Exact values of some ranks of a list.
 * @param list left as it is
 * @param ranks ascending, each from 0 to the length less 1
 * @param memory for lists of at least this length
 * @param found where the values go, in the order of the ranks
 * @returns nothing; `found` is filled
 */
export function valuesOfRanks(
  list: Float64Array,
  ranks: readonly number[],
  memory: SelectionMemory,
  found: Float64Array,
): void {
  const { candidates } = memory;
  let from = list;
  let length = list.length;
  let open: OpenRank[] = ranks.map((rank, asked) => ({ rank, asked }));
  for (let depth = 0; depth < deepest && length >= shortList && open.length > 0; depth += 1) {
    const sample = sampleOf(from, length);
    const mass = pointMass(sample);
    if (mass === undefined) {
      const cut = binsOf(sample);
      countBins(from, length, cut, memory.counts);
      open = wantBins(memory, open);
      length = takeCandidates(from, length, cut, memory);
      from = candidates;
      break;
    }
    ({ left: length, open } = withoutMass(from, length, mass, open, candidates, found));
    from = candidates;
  }
  if (from !== candidates) candidates.set(list);
  selectAll(candidates, 0, length, open, found);
}
