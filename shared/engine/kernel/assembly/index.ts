import {
  aiFixedAt,
  aiSumAt,
  miningFixedAt,
  miningSumAt,
  months,
  npvAt,
  rampAt,
  sites,
  wordsAt,
} from '../layout';
import { CashFlows } from './cashFlows';
import { Factors } from './factors';
import { Lanes } from './lanes';

export { countAbove, summarise, summariseQuantiles } from './summary';

/*
 * R7.2t The yardstick's kernel: four paths at a time, a lane a path, so that a path's bits do not depend on its
 * neighbours.
 */

const row: usize = 32;
const paths: usize = 4;

function clearSums(scratch: usize): void {
  const zero = f64x2.splat(0);
  for (let at = scratch + miningSumAt, end = scratch + wordsAt; at < end; at += 16) v128.store(at, zero);
}

/** Sums over the sites become the flows of the month. */
function finishSums(parameters: usize, scratch: usize): void {
  for (let month: usize = 0; month < <usize>months; month++) {
    const byMonth = parameters + (month << 3);
    const rowAt = scratch + month * row;
    const miningFixed = Lanes.both(byMonth + miningFixedAt);
    const aiFixed = Lanes.both(byMonth + aiFixedAt);
    const ramp = Lanes.both(byMonth + rampAt);
    v128.store(rowAt, f64x2.add(miningFixed, v128.load(rowAt, miningSumAt)), miningSumAt);
    v128.store(rowAt, f64x2.add(miningFixed, v128.load(rowAt, miningSumAt + 16)), miningSumAt + 16);
    v128.store(rowAt, f64x2.add(aiFixed, f64x2.mul(ramp, v128.load(rowAt, aiSumAt))), aiSumAt);
    v128.store(rowAt, f64x2.add(aiFixed, f64x2.mul(ramp, v128.load(rowAt, aiSumAt + 16))), aiSumAt + 16);
  }
}

/** Copies the rows of some series to where each series goes on. */
function store4(from: usize, end: usize, to: usize, stride: usize): void {
  for (let at = from; at < end; at += row) {
    v128.store(to, v128.load(at));
    v128.store(to, v128.load(at, 16), 16);
    to += stride;
  }
}

function storeFewer(from: usize, end: usize, to: usize, stride: usize, count: usize): void {
  for (let at = from; at < end; at += row) {
    memory.copy(to, at, count << 3);
    to += stride;
  }
}

/**
 * Paths from … end − 1 of some series.
 * @param results where path 0 of the first of these series goes; the series follow each other at a distance of stride
 */
export function simulate(
  from: i32,
  end: i32,
  firstSeries: usize,
  endSeries: usize,
  parameters: usize,
  scratch: usize,
  results: usize,
  stride: usize,
): void {
  const firstRow = scratch + npvAt + firstSeries * row;
  const endRow = scratch + npvAt + endSeries * row;
  for (let path = from; path < end; path += <i32>paths) {
    Factors.ofFourPaths(path, parameters, scratch);
    clearSums(scratch);
    for (let site: usize = 0; site < <usize>sites; site += 2) {
      const npv = scratch + npvAt + site * row;
      CashFlows.mining(site, parameters, scratch, npv);
      CashFlows.ai(site, parameters, scratch, npv + <usize>sites * row);
    }
    finishSums(parameters, scratch);
    const to = results + ((<usize>path) << 3);
    const left = <usize>(end - path);
    if (left < paths) storeFewer(firstRow, endRow, to, stride, left);
    else store4(firstRow, endRow, to, stride);
  }
}
