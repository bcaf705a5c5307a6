import {
  aiAdderAt,
  aiEnergyAt,
  aiFixedNpvAt,
  aiSumAt,
  buildMonths,
  floorAt,
  gpuHoursAt,
  gpuPriceAt,
  hashpriceAt,
  hashrateAt,
  miningAdderAt,
  miningDiscountAt,
  miningEnergyAt,
  miningFixedNpvAt,
  miningSumAt,
  months,
  powerPriceAt,
  rampedDiscountAt,
} from '../layout';
import { Lanes } from './lanes';

/*
 * R7.2t Twin of montecarlo/mc1/cashFlows.ts: four paths of two sites at a time. More sites would need more registers than
 * there are, fewer would read prices and sums more often.
 */

const row: usize = 32;

class Margin {
  /** Mining stops where it would lose. */
  @inline static mining(hashrate: v128, hashprice: v128, energy: v128, power: v128, adder: v128): v128 {
    const cost = f64x2.mul(energy, power);
    return f64x2.pmax(f64x2.splat(0), f64x2.sub(f64x2.sub(f64x2.mul(hashrate, hashprice), cost), adder));
  }

  /** GPU hours are sold at the market's price, but never below the contract's floor. */
  @inline static ai(hours: v128, floor: v128, gpuPrice: v128, energy: v128, power: v128, adder: v128): v128 {
    const revenue = f64x2.mul(hours, f64x2.pmax(floor, gpuPrice));
    return f64x2.sub(f64x2.sub(revenue, f64x2.mul(energy, power)), adder);
  }
}

export class CashFlows {
  /** Adds two sites to the sums of each month and stores their NPVs. */
  static mining(site: usize, parameters: usize, scratch: usize, npv: usize): void {
    const at = parameters + (site << 3);
    const hashrateA = Lanes.both(at + hashrateAt);
    const energyA = Lanes.both(at + miningEnergyAt);
    const adderA = Lanes.both(at + miningAdderAt);
    const hashrateB = Lanes.both(at + hashrateAt + 8);
    const energyB = Lanes.both(at + miningEnergyAt + 8);
    const adderB = Lanes.both(at + miningAdderAt + 8);
    let npvA0 = Lanes.both(at + miningFixedNpvAt);
    let npvA1 = npvA0;
    let npvB0 = Lanes.both(at + miningFixedNpvAt + 8);
    let npvB1 = npvB0;
    let discountAt = parameters + miningDiscountAt;
    for (let rowAt = scratch, end = scratch + row * months; rowAt < end; rowAt += row) {
      const hashprice0 = v128.load(rowAt, hashpriceAt);
      const hashprice1 = v128.load(rowAt, hashpriceAt + 16);
      const power0 = v128.load(rowAt, powerPriceAt);
      const power1 = v128.load(rowAt, powerPriceAt + 16);
      const discount = Lanes.both(discountAt);
      discountAt += 8;
      const a0 = Margin.mining(hashrateA, hashprice0, energyA, power0, adderA);
      const a1 = Margin.mining(hashrateA, hashprice1, energyA, power1, adderA);
      npvA0 = f64x2.add(npvA0, f64x2.mul(discount, a0));
      npvA1 = f64x2.add(npvA1, f64x2.mul(discount, a1));
      const b0 = Margin.mining(hashrateB, hashprice0, energyB, power0, adderB);
      const b1 = Margin.mining(hashrateB, hashprice1, energyB, power1, adderB);
      npvB0 = f64x2.add(npvB0, f64x2.mul(discount, b0));
      npvB1 = f64x2.add(npvB1, f64x2.mul(discount, b1));
      v128.store(rowAt, f64x2.add(f64x2.add(v128.load(rowAt, miningSumAt), a0), b0), miningSumAt);
      v128.store(rowAt, f64x2.add(f64x2.add(v128.load(rowAt, miningSumAt + 16), a1), b1), miningSumAt + 16);
    }
    CashFlows.keep(npv, npvA0, npvA1, npvB0, npvB1);
  }

  static ai(site: usize, parameters: usize, scratch: usize, npv: usize): void {
    const at = parameters + (site << 3);
    const hoursA = Lanes.both(at + gpuHoursAt);
    const floorA = Lanes.both(at + floorAt);
    const energyA = Lanes.both(at + aiEnergyAt);
    const adderA = Lanes.both(at + aiAdderAt);
    const hoursB = Lanes.both(at + gpuHoursAt + 8);
    const floorB = Lanes.both(at + floorAt + 8);
    const energyB = Lanes.both(at + aiEnergyAt + 8);
    const adderB = Lanes.both(at + aiAdderAt + 8);
    let npvA0 = Lanes.both(at + aiFixedNpvAt);
    let npvA1 = npvA0;
    let npvB0 = Lanes.both(at + aiFixedNpvAt + 8);
    let npvB1 = npvB0;
    let discountAt = parameters + rampedDiscountAt + 8 * buildMonths;
    for (let rowAt = scratch + row * buildMonths, end = scratch + row * months; rowAt < end; rowAt += row) {
      const gpuPrice0 = v128.load(rowAt, gpuPriceAt);
      const gpuPrice1 = v128.load(rowAt, gpuPriceAt + 16);
      const power0 = v128.load(rowAt, powerPriceAt);
      const power1 = v128.load(rowAt, powerPriceAt + 16);
      const discount = Lanes.both(discountAt);
      discountAt += 8;
      const a0 = Margin.ai(hoursA, floorA, gpuPrice0, energyA, power0, adderA);
      const a1 = Margin.ai(hoursA, floorA, gpuPrice1, energyA, power1, adderA);
      npvA0 = f64x2.add(npvA0, f64x2.mul(discount, a0));
      npvA1 = f64x2.add(npvA1, f64x2.mul(discount, a1));
      const b0 = Margin.ai(hoursB, floorB, gpuPrice0, energyB, power0, adderB);
      const b1 = Margin.ai(hoursB, floorB, gpuPrice1, energyB, power1, adderB);
      npvB0 = f64x2.add(npvB0, f64x2.mul(discount, b0));
      npvB1 = f64x2.add(npvB1, f64x2.mul(discount, b1));
      v128.store(rowAt, f64x2.add(f64x2.add(v128.load(rowAt, aiSumAt), a0), b0), aiSumAt);
      v128.store(rowAt, f64x2.add(f64x2.add(v128.load(rowAt, aiSumAt + 16), a1), b1), aiSumAt + 16);
    }
    CashFlows.keep(npv, npvA0, npvA1, npvB0, npvB1);
  }

  /** Two sites of four paths, one after the other. */
  @inline static keep(at: usize, a0: v128, a1: v128, b0: v128, b1: v128): void {
    v128.store(at, a0);
    v128.store(at, a1, 16);
    v128.store(at, b0, 32);
    v128.store(at, b1, 48);
  }
}
