import * as layout from '../../kernel/layout.ts';

const { months } = layout;

/** Adds four sites to the sums by month and notes their NPVs. */
export type FourSites = (site: number, npv: Float64Array) => void;

/**
 * R7.2t Mining at four sites of MC-1: max(0, aM·H − bM·P − cM), discounted. Four at a time, so that their NPVs stay in
 * registers over all months.
 * @param block see `mc1Block`
 * @param sums by month, over the sites
 */
export function mc1Mining(
  block: Float64Array,
  hashprice: Float64Array,
  powerPrice: Float64Array,
  sums: Float64Array,
): FourSites {
  const of = (place: number, index: number): number => block[place / 8 + index] as number;
  const discounts = block.slice(layout.miningDiscountAt / 8, layout.miningDiscountAt / 8 + months);
  return (site, npv) => {
    const [h0, h1] = [of(layout.hashrateAt, site), of(layout.hashrateAt, site + 1)];
    const [h2, h3] = [of(layout.hashrateAt, site + 2), of(layout.hashrateAt, site + 3)];
    const [e0, e1] = [of(layout.miningEnergyAt, site), of(layout.miningEnergyAt, site + 1)];
    const [e2, e3] = [of(layout.miningEnergyAt, site + 2), of(layout.miningEnergyAt, site + 3)];
    const [a0, a1] = [of(layout.miningAdderAt, site), of(layout.miningAdderAt, site + 1)];
    const [a2, a3] = [of(layout.miningAdderAt, site + 2), of(layout.miningAdderAt, site + 3)];
    let n0 = of(layout.miningFixedNpvAt, site);
    let n1 = of(layout.miningFixedNpvAt, site + 1);
    let n2 = of(layout.miningFixedNpvAt, site + 2);
    let n3 = of(layout.miningFixedNpvAt, site + 3);
    for (let month = 0; month < months; month += 1) {
      const price = hashprice[month] as number;
      const power = powerPrice[month] as number;
      const discount = discounts[month] as number;
      const m0 = h0 * price - e0 * power - a0;
      const m1 = h1 * price - e1 * power - a1;
      const m2 = h2 * price - e2 * power - a2;
      const m3 = h3 * price - e3 * power - a3;
      // Mining stops where it would lose.
      const u0 = m0 > 0 ? m0 : 0;
      const u1 = m1 > 0 ? m1 : 0;
      const u2 = m2 > 0 ? m2 : 0;
      const u3 = m3 > 0 ? m3 : 0;
      n0 += discount * u0;
      n1 += discount * u1;
      n2 += discount * u2;
      n3 += discount * u3;
      sums[month] = (sums[month] as number) + u0 + u1 + u2 + u3;
    }
    npv[site] = n0;
    npv[site + 1] = n1;
    npv[site + 2] = n2;
    npv[site + 3] = n3;
  };
}

/**
 * R7.2t Conversion of four sites of MC-1 after the build: gA·max(G, floor) − pA·P − kA, ramped and discounted; the sums
 * are not ramped yet.
 * @param block see `mc1Block`
 * @param sums by month, over the sites
 */
export function mc1Ai(
  block: Float64Array,
  gpuPrice: Float64Array,
  powerPrice: Float64Array,
  sums: Float64Array,
): FourSites {
  const of = (place: number, index: number): number => block[place / 8 + index] as number;
  const discounts = block.slice(layout.rampedDiscountAt / 8, layout.rampedDiscountAt / 8 + months);
  return (site, npv) => {
    const [h0, h1] = [of(layout.gpuHoursAt, site), of(layout.gpuHoursAt, site + 1)];
    const [h2, h3] = [of(layout.gpuHoursAt, site + 2), of(layout.gpuHoursAt, site + 3)];
    const [f0, f1] = [of(layout.floorAt, site), of(layout.floorAt, site + 1)];
    const [f2, f3] = [of(layout.floorAt, site + 2), of(layout.floorAt, site + 3)];
    const [e0, e1] = [of(layout.aiEnergyAt, site), of(layout.aiEnergyAt, site + 1)];
    const [e2, e3] = [of(layout.aiEnergyAt, site + 2), of(layout.aiEnergyAt, site + 3)];
    const [a0, a1] = [of(layout.aiAdderAt, site), of(layout.aiAdderAt, site + 1)];
    const [a2, a3] = [of(layout.aiAdderAt, site + 2), of(layout.aiAdderAt, site + 3)];
    let n0 = of(layout.aiFixedNpvAt, site);
    let n1 = of(layout.aiFixedNpvAt, site + 1);
    let n2 = of(layout.aiFixedNpvAt, site + 2);
    let n3 = of(layout.aiFixedNpvAt, site + 3);
    for (let month = layout.buildMonths; month < months; month += 1) {
      const price = gpuPrice[month] as number;
      const power = powerPrice[month] as number;
      const discount = discounts[month] as number;
      const u0 = h0 * (price > f0 ? price : f0) - e0 * power - a0;
      const u1 = h1 * (price > f1 ? price : f1) - e1 * power - a1;
      const u2 = h2 * (price > f2 ? price : f2) - e2 * power - a2;
      const u3 = h3 * (price > f3 ? price : f3) - e3 * power - a3;
      n0 += discount * u0;
      n1 += discount * u1;
      n2 += discount * u2;
      n3 += discount * u3;
      sums[month] = (sums[month] as number) + u0 + u1 + u2 + u3;
    }
    npv[site] = n0;
    npv[site + 1] = n1;
    npv[site + 2] = n2;
    npv[site + 3] = n3;
  };
}
