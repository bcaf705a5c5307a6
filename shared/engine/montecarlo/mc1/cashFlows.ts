import * as layout from '../../kernel/layout.ts';

const { months } = layout;

/*
 * R7.2t Cash flows of MC-1, eight sites at a time: their NPVs stay in registers over all months, and prices and sums are
 * read once for all of them. Written out, because a loop over the sites would take twice as long.
 */

export const sitesAtOnce = 8;

function eightOf(block: Float64Array, place: number, site: number): Float64Array {
  return block.slice(place / 8 + site, place / 8 + site + sitesAtOnce);
}

function monthsOf(block: Float64Array, place: number): Float64Array {
  return block.slice(place / 8, place / 8 + months);
}

/** The lists by month that a path fills before its cash flows are worked out. */
export interface PathPrices {
  readonly hashprice: Float64Array;
  readonly powerPrice: Float64Array;
  readonly gpuPrice: Float64Array;
}

/** Works out a path's flows at eight sites: adds them to the sums by month and notes the sites' NPVs. */
export type EightSites = () => void;

/**
 * R7.2t Mining at eight sites of MC-1: max(0, aM·H − bM·P − cM), discounted.
 * @param block see `mc1Block`
 * @param firstSite the first of the eight
 * @param sums by month, over the sites
 * @param npv by site
 */
export function mc1Mining(
  block: Float64Array,
  firstSite: number,
  { hashprice, powerPrice }: PathPrices,
  sums: Float64Array,
  npv: Float64Array,
): EightSites {
  const hashrates = eightOf(block, layout.hashrateAt, firstSite);
  const energies = eightOf(block, layout.miningEnergyAt, firstSite);
  const adders = eightOf(block, layout.miningAdderAt, firstSite);
  const fixed = eightOf(block, layout.miningFixedNpvAt, firstSite);
  const discounts = monthsOf(block, layout.miningDiscountAt);
  return () => {
    // Into variables, because what a function only closes over is looked up anew in each month.
    const hashrate0 = hashrates[0] as number;
    const hashrate1 = hashrates[1] as number;
    const hashrate2 = hashrates[2] as number;
    const hashrate3 = hashrates[3] as number;
    const hashrate4 = hashrates[4] as number;
    const hashrate5 = hashrates[5] as number;
    const hashrate6 = hashrates[6] as number;
    const hashrate7 = hashrates[7] as number;
    const energy0 = energies[0] as number;
    const energy1 = energies[1] as number;
    const energy2 = energies[2] as number;
    const energy3 = energies[3] as number;
    const energy4 = energies[4] as number;
    const energy5 = energies[5] as number;
    const energy6 = energies[6] as number;
    const energy7 = energies[7] as number;
    const adder0 = adders[0] as number;
    const adder1 = adders[1] as number;
    const adder2 = adders[2] as number;
    const adder3 = adders[3] as number;
    const adder4 = adders[4] as number;
    const adder5 = adders[5] as number;
    const adder6 = adders[6] as number;
    const adder7 = adders[7] as number;
    let npv0 = fixed[0] as number;
    let npv1 = fixed[1] as number;
    let npv2 = fixed[2] as number;
    let npv3 = fixed[3] as number;
    let npv4 = fixed[4] as number;
    let npv5 = fixed[5] as number;
    let npv6 = fixed[6] as number;
    let npv7 = fixed[7] as number;
    for (let month = 0; month < months; month += 1) {
      const price = hashprice[month] as number;
      const power = powerPrice[month] as number;
      const discount = discounts[month] as number;
      const margin0 = hashrate0 * price - energy0 * power - adder0;
      const margin1 = hashrate1 * price - energy1 * power - adder1;
      const margin2 = hashrate2 * price - energy2 * power - adder2;
      const margin3 = hashrate3 * price - energy3 * power - adder3;
      const margin4 = hashrate4 * price - energy4 * power - adder4;
      const margin5 = hashrate5 * price - energy5 * power - adder5;
      const margin6 = hashrate6 * price - energy6 * power - adder6;
      const margin7 = hashrate7 * price - energy7 * power - adder7;
      // Mining stops where it would lose.
      const flow0 = margin0 > 0 ? margin0 : 0;
      const flow1 = margin1 > 0 ? margin1 : 0;
      const flow2 = margin2 > 0 ? margin2 : 0;
      const flow3 = margin3 > 0 ? margin3 : 0;
      const flow4 = margin4 > 0 ? margin4 : 0;
      const flow5 = margin5 > 0 ? margin5 : 0;
      const flow6 = margin6 > 0 ? margin6 : 0;
      const flow7 = margin7 > 0 ? margin7 : 0;
      npv0 += discount * flow0;
      npv1 += discount * flow1;
      npv2 += discount * flow2;
      npv3 += discount * flow3;
      npv4 += discount * flow4;
      npv5 += discount * flow5;
      npv6 += discount * flow6;
      npv7 += discount * flow7;
      sums[month] = (sums[month] as number) + flow0 + flow1 + flow2 + flow3 + flow4 + flow5 + flow6 + flow7;
    }
    npv[firstSite] = npv0;
    npv[firstSite + 1] = npv1;
    npv[firstSite + 2] = npv2;
    npv[firstSite + 3] = npv3;
    npv[firstSite + 4] = npv4;
    npv[firstSite + 5] = npv5;
    npv[firstSite + 6] = npv6;
    npv[firstSite + 7] = npv7;
  };
}

/**
 * R7.2t Conversion of eight sites of MC-1 after the build: gA·max(G, floor) − pA·P − kA, ramped and discounted; the sums
 * are not ramped yet.
 * @param block see `mc1Block`
 * @param firstSite the first of the eight
 * @param sums by month, over the sites
 * @param npv by site
 */
export function mc1Ai(
  block: Float64Array,
  firstSite: number,
  { gpuPrice, powerPrice }: PathPrices,
  sums: Float64Array,
  npv: Float64Array,
): EightSites {
  const hours = eightOf(block, layout.gpuHoursAt, firstSite);
  const floors = eightOf(block, layout.floorAt, firstSite);
  const energies = eightOf(block, layout.aiEnergyAt, firstSite);
  const adders = eightOf(block, layout.aiAdderAt, firstSite);
  const fixed = eightOf(block, layout.aiFixedNpvAt, firstSite);
  const discounts = monthsOf(block, layout.rampedDiscountAt);
  return () => {
    // Into variables, because what a function only closes over is looked up anew in each month.
    const hours0 = hours[0] as number;
    const hours1 = hours[1] as number;
    const hours2 = hours[2] as number;
    const hours3 = hours[3] as number;
    const hours4 = hours[4] as number;
    const hours5 = hours[5] as number;
    const hours6 = hours[6] as number;
    const hours7 = hours[7] as number;
    const floor0 = floors[0] as number;
    const floor1 = floors[1] as number;
    const floor2 = floors[2] as number;
    const floor3 = floors[3] as number;
    const floor4 = floors[4] as number;
    const floor5 = floors[5] as number;
    const floor6 = floors[6] as number;
    const floor7 = floors[7] as number;
    const energy0 = energies[0] as number;
    const energy1 = energies[1] as number;
    const energy2 = energies[2] as number;
    const energy3 = energies[3] as number;
    const energy4 = energies[4] as number;
    const energy5 = energies[5] as number;
    const energy6 = energies[6] as number;
    const energy7 = energies[7] as number;
    const adder0 = adders[0] as number;
    const adder1 = adders[1] as number;
    const adder2 = adders[2] as number;
    const adder3 = adders[3] as number;
    const adder4 = adders[4] as number;
    const adder5 = adders[5] as number;
    const adder6 = adders[6] as number;
    const adder7 = adders[7] as number;
    let npv0 = fixed[0] as number;
    let npv1 = fixed[1] as number;
    let npv2 = fixed[2] as number;
    let npv3 = fixed[3] as number;
    let npv4 = fixed[4] as number;
    let npv5 = fixed[5] as number;
    let npv6 = fixed[6] as number;
    let npv7 = fixed[7] as number;
    for (let month = layout.buildMonths; month < months; month += 1) {
      const price = gpuPrice[month] as number;
      const power = powerPrice[month] as number;
      const discount = discounts[month] as number;
      const flow0 = hours0 * (price > floor0 ? price : floor0) - energy0 * power - adder0;
      const flow1 = hours1 * (price > floor1 ? price : floor1) - energy1 * power - adder1;
      const flow2 = hours2 * (price > floor2 ? price : floor2) - energy2 * power - adder2;
      const flow3 = hours3 * (price > floor3 ? price : floor3) - energy3 * power - adder3;
      const flow4 = hours4 * (price > floor4 ? price : floor4) - energy4 * power - adder4;
      const flow5 = hours5 * (price > floor5 ? price : floor5) - energy5 * power - adder5;
      const flow6 = hours6 * (price > floor6 ? price : floor6) - energy6 * power - adder6;
      const flow7 = hours7 * (price > floor7 ? price : floor7) - energy7 * power - adder7;
      npv0 += discount * flow0;
      npv1 += discount * flow1;
      npv2 += discount * flow2;
      npv3 += discount * flow3;
      npv4 += discount * flow4;
      npv5 += discount * flow5;
      npv6 += discount * flow6;
      npv7 += discount * flow7;
      sums[month] = (sums[month] as number) + flow0 + flow1 + flow2 + flow3 + flow4 + flow5 + flow6 + flow7;
    }
    npv[firstSite] = npv0;
    npv[firstSite + 1] = npv1;
    npv[firstSite + 2] = npv2;
    npv[firstSite + 3] = npv3;
    npv[firstSite + 4] = npv4;
    npv[firstSite + 5] = npv5;
    npv[firstSite + 6] = npv6;
    npv[firstSite + 7] = npv7;
  };
}
