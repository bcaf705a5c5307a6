import {
  binCounts,
  bins,
  candidatesAt,
  countsAt,
  longFrom,
  longSample,
  rankPlacesAt,
  rankValuesAt,
  ranksAt,
  sampleAt,
  shortSample,
  wantedAt,
} from '../layout';
import { Select } from './select';

/*
 * R7.2s Exact values of some ranks of a long list in two passes: a sorted sample gives bins, the first pass counts them,
 * the second takes out the few bins that hold a rank. A value that is often equal (all sites curtailed) is taken out
 * before. Notes lie at `work`, ranks ascending.
 */

const shortList: u32 = 4096;
const deepest: i32 = 4;

class Rank {
  @inline static of(work: usize, index: i32): u32 {
    return load<u32>(work + ((<usize>index) << 2), ranksAt);
  }
  @inline static set(work: usize, index: i32, rank: u32): void {
    store<u32>(work + ((<usize>index) << 2), rank, ranksAt);
  }
  /** Which of the ranks asked for it is; found ones are left out of those still looked for. */
  @inline static asked(work: usize, index: i32): usize {
    return load<u32>(work + ((<usize>index) << 2), rankPlacesAt);
  }
  @inline static found(work: usize, index: i32, value: f64): void {
    store<f64>(work + (Rank.asked(work, index) << 3), value, rankValuesAt);
  }
}

/** All ranks in [first, end) of the list, the middle one first: it halves the rest. */
function selectAll(work: usize, list: usize, first: u32, end: u32, firstRank: i32, endRank: i32): void {
  if (firstRank >= endRank) return;
  const middle = (firstRank + endRank) >> 1;
  const rank = Rank.of(work, middle);
  const at = list + ((<usize>rank) << 3);
  Select.nth(list + ((<usize>first) << 3), list + ((<usize>(end - 1)) << 3), at);
  const value = load<f64>(at);
  let low = middle;
  while (low > firstRank && Rank.of(work, low - 1) == rank) low--;
  let high = middle + 1;
  while (high < endRank && Rank.of(work, high) == rank) high++;
  for (let index = low; index < high; index++) Rank.found(work, index, value);
  selectAll(work, list, first, rank, firstRank, low);
  selectAll(work, list, rank + 1, end, high, endRank);
}

class Sample {
  @inline static size(count: u32): u32 {
    return count < <u32>longFrom ? shortSample : longSample;
  }
}

/** A sorted sample at equal distances; the value that makes up at least a fiftieth of it, most often of all, or NaN. */
function pointMass(work: usize, values: usize, count: u32): f64 {
  const size = Sample.size(count);
  for (let index: u32 = 0; index < size; index++) {
    const from = <u32>((<u64>index * count) / size);
    store<f64>(work + ((<usize>index) << 3), load<f64>(values + ((<usize>from) << 3)), sampleAt);
  }
  Select.sort(work + sampleAt, size);
  let longest = size / 50 - 1;
  let run: u32 = 0;
  let mass = NaN;
  for (let index: u32 = 1; index < size; index++) {
    const at = work + ((<usize>index) << 3) + sampleAt;
    const value = load<f64>(at);
    run = value == load<f64>(at - 8) ? run + 1 : 0;
    if (run <= longest) continue;
    longest = run;
    mass = value;
  }
  return mass;
}

/** Leaves a value out of the list; what remains of it, and of the ranks. */
function withoutMass(work: usize, values: usize, count: u32, mass: f64, ranks: i32): u32 {
  const kept = work + candidatesAt;
  let below: u32 = 0;
  let left: u32 = 0;
  for (let at = values, end = values + ((<usize>count) << 3); at < end; at += 8) {
    const value = load<f64>(at);
    below += <u32>(value < mass);
    store<f64>(kept + ((<usize>left) << 3), value);
    left += <u32>(value != mass);
  }
  const equal = count - left;
  let open = 0;
  for (let index = 0; index < ranks; index++) {
    const rank = Rank.of(work, index);
    const asked = Rank.asked(work, index);
    if (rank >= below && rank < below + equal) {
      Rank.found(work, index, mass);
      continue;
    }
    Rank.set(work, open, rank < below ? rank : rank - equal);
    store<u32>(work + ((<usize>open) << 2), <u32>asked, rankPlacesAt);
    open++;
  }
  // The host's list of ranks ends where this is not a rank.
  Rank.set(work, open, u32.MAX_VALUE);
  return left;
}

/** In a list this short the ranks of two quantiles overlap. */
const sortedList: u32 = 64;

function sortAll(work: usize, values: usize, count: u32, ranks: i32): void {
  const kept = work + candidatesAt;
  memory.copy(kept, values, (<usize>count) << 3);
  Select.sort(kept, count);
  for (let index = 0; index < ranks; index++) {
    const value = load<f64>(kept + ((<usize>Rank.of(work, index)) << 3));
    store<f64>(work + ((<usize>index) << 3), value, rankValuesAt);
  }
}

class Bin {
  /** 2^52 and 1: the whole number stands in the lowest bits, and the first bin is that of all smaller values. */
  static readonly shift: f64 = 4503599627370497;

  @inline static pair(
    values: v128,
    from: v128,
    perUnit: v128,
    highest: v128,
    lowest: v128,
    shift: v128,
  ): v128 {
    const place = f64x2.mul(f64x2.sub(values, from), perUnit);
    return f64x2.add(f64x2.pmin(highest, f64x2.pmax(lowest, place)), shift);
  }
}

/** Which bins hold ranks still looked for, and the ranks among the values of these bins. */
function wantBins(work: usize, ranks: i32): void {
  let before: u32 = 0;
  let wanted: u32 = 0;
  let next = 0;
  for (let bin: usize = 0; bin < <usize>binCounts; bin++) {
    const at = work + (bin << 2);
    const inBin = load<u32>(at, countsAt) + load<u32>(at, countsAt + 4 * binCounts);
    let holds: u8 = 0;
    while (next < ranks && Rank.of(work, next) < before + inBin) {
      Rank.set(work, next, Rank.of(work, next) - before + wanted);
      holds = 1;
      next++;
    }
    store<u8>(work + bin, holds, wantedAt);
    if (holds) wanted += inBin;
    before += inBin;
  }
}

/** Takes the candidates of all ranks out of the list; how many there are. An odd last value is not looked at. */
function candidates(work: usize, values: usize, count: u32, ranks: i32): u32 {
  const size = Sample.size(count);
  const low = load<f64>(work + <usize>(size / 50) * 8, sampleAt);
  const high = load<f64>(work + <usize>(size - 1 - size / 50) * 8, sampleAt);
  const from = f64x2.splat(low);
  const perUnit = f64x2.splat(bins / (high - low));
  const highest = f64x2.splat(bins);
  const lowest = f64x2.splat(-1);
  const shift = f64x2.splat(Bin.shift);
  const counts = work + countsAt;
  memory.fill(counts, 0, 8 * binCounts);
  const end = values + ((<usize>count >> 1) << 4);
  for (let at = values; at < end; at += 16) {
    const bin = Bin.pair(v128.load(at), from, perUnit, highest, lowest, shift);
    const first = counts + ((<usize>i32x4.extract_lane(bin, 0)) << 2);
    store<u32>(first, load<u32>(first) + 1);
    const second = counts + ((<usize>i32x4.extract_lane(bin, 2)) << 2);
    store<u32>(second, load<u32>(second, 4 * binCounts) + 1, 4 * binCounts);
  }
  const isOdd = (count & 1) == 1;
  if (isOdd) {
    const bin = Bin.pair(v128.load64_splat(end), from, perUnit, highest, lowest, shift);
    const first = counts + ((<usize>i32x4.extract_lane(bin, 0)) << 2);
    store<u32>(first, load<u32>(first) + 1);
  }
  wantBins(work, ranks);
  const kept = work + candidatesAt;
  const wanted = work + wantedAt;
  let to = kept;
  for (let at = values; at < end; at += 16) {
    const pair = v128.load(at);
    const bin = Bin.pair(pair, from, perUnit, highest, lowest, shift);
    store<f64>(to, f64x2.extract_lane(pair, 0));
    to += (<usize>load<u8>(wanted + i32x4.extract_lane(bin, 0))) << 3;
    store<f64>(to, f64x2.extract_lane(pair, 1));
    to += (<usize>load<u8>(wanted + i32x4.extract_lane(bin, 2))) << 3;
  }
  if (isOdd) {
    const bin = Bin.pair(v128.load64_splat(end), from, perUnit, highest, lowest, shift);
    store<f64>(to, load<f64>(end));
    to += (<usize>load<u8>(wanted + i32x4.extract_lane(bin, 0))) << 3;
  }
  return <u32>((to - kept) >> 3);
}

export class OrderStatistics {
  /** @param ranks how many; their values are noted at rankValuesAt in the order asked for */
  static find(work: usize, values: usize, count: u32, ranks: i32): void {
    if (count <= sortedList) {
      sortAll(work, values, count, ranks);
      return;
    }
    let list = values;
    let length = count;
    let open = ranks;
    for (let index = 0; index < ranks; index++) store<u32>(work + ((<usize>index) << 2), index, rankPlacesAt);
    for (let depth = 0; depth < deepest && length >= shortList && open > 0; depth++) {
      const mass = pointMass(work, list, length);
      if (mass != mass) {
        length = candidates(work, list, length, open);
        selectAll(work, work + candidatesAt, 0, length, 0, open);
        return;
      }
      length = withoutMass(work, list, length, mass, open);
      list = work + candidatesAt;
      let left = 0;
      while (left < open && Rank.of(work, left) != u32.MAX_VALUE) left++;
      open = left;
    }
    const kept = work + candidatesAt;
    if (list != kept) memory.copy(kept, list, (<usize>length) << 3);
    selectAll(work, kept, 0, length, 0, open);
  }
}
