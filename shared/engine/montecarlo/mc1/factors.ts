import * as layout from '../../kernel/layout.ts';
import { shortExp } from '../../numeric/shortElementary.ts';
import { normalOfWord } from '../../random/normal.ts';
import { philox } from '../../random/philox.ts';

const { months } = layout;

/**
 * R7.2t Factors of MC-1: BTC price (random walk), growth of the hash rate (answers last month's hashprice), power price
 * (returns to its season), GPU price (random walk); shocks correlated (R7.2r).
 * @param block see `mc1Block`
 * @param hashprice where it goes, by month [USD per EH/s and month]
 * @param powerPrice where it goes, by month [USD/MWh]
 * @param gpuPrice where it goes, by month [USD/GPU-h]
 * @returns a function that works out one path by its number
 */
export function mc1Factors(
  block: Float64Array,
  hashprice: Float64Array,
  powerPrice: Float64Array,
  gpuPrice: Float64Array,
): (path: number) => void {
  const of = (place: number, index: number): number => block[place / 8 + index] as number;
  const byMonth = (place: number): Float64Array => block.slice(place / 8, place / 8 + months);
  const [low = 0, high = 0] = new Uint32Array(block.buffer, block.byteOffset + layout.keysAt, 2);
  const key = { low, high };
  const words = new Uint32Array(4);
  const [l10, l11] = [of(layout.choleskyAt, 4), of(layout.choleskyAt, 5)];
  const [l20, l21, l22] = [of(layout.choleskyAt, 8), of(layout.choleskyAt, 9), of(layout.choleskyAt, 10)];
  const [l30, l31] = [of(layout.choleskyAt, 12), of(layout.choleskyAt, 13)];
  const [l32, l33] = [of(layout.choleskyAt, 14), of(layout.choleskyAt, 15)];
  const [btcDrift, btcVolatility] = [of(layout.processAt, 0), of(layout.processAt, 1)];
  const [growthSpeed, growthMean] = [of(layout.processAt, 2), of(layout.processAt, 3)];
  const [growthAnswer, growthVolatility] = [of(layout.processAt, 4), of(layout.processAt, 5)];
  const [powerSpeed, powerVolatility] = [of(layout.processAt, 6), of(layout.processAt, 7)];
  const [gpuDrift, gpuVolatility] = [of(layout.processAt, 8), of(layout.processAt, 9)];
  const lnReward = byMonth(layout.lnRewardAt);
  const reference = byMonth(layout.lnHashpriceReferenceAt);
  const lnPowerMean = byMonth(layout.lnPowerPriceMeanAt);
  return (path) => {
    let lnBtc = of(layout.startAt, 0);
    let lnHashrate = of(layout.startAt, 1);
    let growth = of(layout.startAt, 2);
    let lnPower = of(layout.startAt, 3);
    let lnGpu = of(layout.startAt, 4);
    let lnHashprice = of(layout.startAt, 5);
    for (let month = 0; month < months; month += 1) {
      philox(key, path, month, 0, words);
      const z0 = normalOfWord(words[0] as number);
      const z1 = normalOfWord(words[1] as number);
      const z2 = normalOfWord(words[2] as number);
      const z3 = normalOfWord(words[3] as number);
      lnBtc += btcDrift + btcVolatility * z0;
      const target = growthMean + growthAnswer * (lnHashprice - (reference[month] as number));
      growth = growth + growthSpeed * (target - growth) + growthVolatility * (l10 * z0 + l11 * z1);
      lnHashrate += growth;
      const gap = (lnPowerMean[month] as number) - lnPower;
      lnPower = lnPower + powerSpeed * gap + powerVolatility * (l20 * z0 + l21 * z1 + l22 * z2);
      lnGpu += gpuDrift + gpuVolatility * (l30 * z0 + l31 * z1 + l32 * z2 + l33 * z3);
      lnHashprice = lnBtc - lnHashrate + (lnReward[month] as number);
      hashprice[month] = shortExp(lnHashprice);
      powerPrice[month] = shortExp(lnPower);
      gpuPrice[month] = shortExp(lnGpu);
    }
  };
}
