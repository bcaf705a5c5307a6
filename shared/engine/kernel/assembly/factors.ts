import {
  blockMonths,
  choleskyAt,
  gpuPriceAt,
  hashpriceAt,
  lnHashpriceReferenceAt,
  lnPowerPriceMeanAt,
  lnRewardAt,
  months,
  normalsAt,
  powerPriceAt,
  processAt,
  startAt,
  stateAt,
  tailsAt,
  wordsAt,
} from '../layout';
import { Draws } from './draws';
import { Elementary } from './elementary';
import { Lanes } from './lanes';
import { Normal } from './normal';

/* R7.2t Twin of montecarlo/mc1/factors.ts for four paths. */

const stateNumbers: usize = 6;

function begin(parameters: usize, scratch: usize): void {
  for (let number: usize = 0; number < stateNumbers; number++) {
    const start = Lanes.both(parameters + startAt + (number << 3));
    const to = scratch + stateAt + (number << 5);
    v128.store(to, start);
    v128.store(to, start, 16);
  }
}

/** Some months of two of the four paths, from their normal draws. */
function walk(firstMonth: usize, endMonth: usize, parameters: usize, pair: usize): void {
  const state = pair + stateAt;
  const cholesky = parameters + choleskyAt;
  const process = parameters + processAt;
  let lnBtcPrice = v128.load(state);
  let lnHashrate = v128.load(state, 32);
  let growth = v128.load(state, 64);
  let lnPowerPrice = v128.load(state, 96);
  let lnGpuPrice = v128.load(state, 128);
  let lnHashprice = v128.load(state, 160);
  let draws = pair + normalsAt;
  for (let month = firstMonth; month < endMonth; month++) {
    const byMonth = parameters + (month << 3);
    const to = pair + (month << 5);
    const z0 = v128.load(draws);
    const z1 = v128.load(draws, 32);
    const z2 = v128.load(draws, 64);
    const z3 = v128.load(draws, 96);
    draws += 128;
    let e1 = f64x2.mul(Lanes.both(cholesky + 32), z0);
    e1 = f64x2.add(e1, f64x2.mul(Lanes.both(cholesky + 40), z1));
    let e2 = f64x2.mul(Lanes.both(cholesky + 64), z0);
    e2 = f64x2.add(e2, f64x2.mul(Lanes.both(cholesky + 72), z1));
    e2 = f64x2.add(e2, f64x2.mul(Lanes.both(cholesky + 80), z2));
    let e3 = f64x2.mul(Lanes.both(cholesky + 96), z0);
    e3 = f64x2.add(e3, f64x2.mul(Lanes.both(cholesky + 104), z1));
    e3 = f64x2.add(e3, f64x2.mul(Lanes.both(cholesky + 112), z2));
    e3 = f64x2.add(e3, f64x2.mul(Lanes.both(cholesky + 120), z3));

    const lnBtcStep = f64x2.add(Lanes.both(process), f64x2.mul(Lanes.both(process + 8), z0));
    lnBtcPrice = f64x2.add(lnBtcPrice, lnBtcStep);
    const surprise = f64x2.sub(lnHashprice, Lanes.both(byMonth + lnHashpriceReferenceAt));
    const target = f64x2.add(Lanes.both(process + 24), f64x2.mul(Lanes.both(process + 32), surprise));
    const pull = f64x2.mul(Lanes.both(process + 16), f64x2.sub(target, growth));
    growth = f64x2.add(f64x2.add(growth, pull), f64x2.mul(Lanes.both(process + 40), e1));
    lnHashrate = f64x2.add(lnHashrate, growth);
    const gap = f64x2.sub(Lanes.both(byMonth + lnPowerPriceMeanAt), lnPowerPrice);
    lnPowerPrice = f64x2.add(lnPowerPrice, f64x2.mul(Lanes.both(process + 48), gap));
    lnPowerPrice = f64x2.add(lnPowerPrice, f64x2.mul(Lanes.both(process + 56), e2));
    const lnGpuStep = f64x2.add(Lanes.both(process + 64), f64x2.mul(Lanes.both(process + 72), e3));
    lnGpuPrice = f64x2.add(lnGpuPrice, lnGpuStep);
    lnHashprice = f64x2.add(f64x2.sub(lnBtcPrice, lnHashrate), Lanes.both(byMonth + lnRewardAt));

    v128.store(to, Elementary.exp(lnHashprice), hashpriceAt);
    v128.store(to, Elementary.exp(lnPowerPrice), powerPriceAt);
    v128.store(to, Elementary.exp(lnGpuPrice), gpuPriceAt);
  }
  v128.store(state, lnBtcPrice);
  v128.store(state, lnHashrate, 32);
  v128.store(state, growth, 64);
  v128.store(state, lnPowerPrice, 96);
  v128.store(state, lnGpuPrice, 128);
  v128.store(state, lnHashprice, 160);
}

export class Factors {
  /** Hashprice, power price and GPU price of four paths in all months. */
  static ofFourPaths(path: i32, parameters: usize, scratch: usize): void {
    begin(parameters, scratch);
    for (let first = 0; first < months; first += blockMonths) {
      const end = min(first + blockMonths, months);
      const bytes = (<usize>(end - first)) << 6;
      Draws.words(path, first, end, parameters, scratch + wordsAt);
      Normal.ofWords(scratch + wordsAt, bytes, scratch + normalsAt, scratch + tailsAt);
      walk(first, end, parameters, scratch);
      walk(first, end, parameters, scratch + 16);
    }
  }
}
