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
  const numbers = (place: number, count: number): Float64Array => block.slice(place / 8, place / 8 + count);
  const [low = 0, high = 0] = new Uint32Array(block.buffer, block.byteOffset + layout.keysAt, 2);
  const key = { low, high };
  const words = new Uint32Array(4);
  const start = numbers(layout.startAt, 6);
  const cholesky = numbers(layout.choleskyAt, 16);
  const process = numbers(layout.processAt, 10);
  const lnReward = numbers(layout.lnRewardAt, months);
  const reference = numbers(layout.lnHashpriceReferenceAt, months);
  const lnPowerMean = numbers(layout.lnPowerPriceMeanAt, months);
  return (path) => {
    // Into variables, because what a function only closes over is looked up anew in each month.
    const l10 = cholesky[4] as number;
    const l11 = cholesky[5] as number;
    const l20 = cholesky[8] as number;
    const l21 = cholesky[9] as number;
    const l22 = cholesky[10] as number;
    const l30 = cholesky[12] as number;
    const l31 = cholesky[13] as number;
    const l32 = cholesky[14] as number;
    const l33 = cholesky[15] as number;
    const btcDrift = process[0] as number;
    const btcVolatility = process[1] as number;
    const growthSpeed = process[2] as number;
    const growthMean = process[3] as number;
    const growthAnswer = process[4] as number;
    const growthVolatility = process[5] as number;
    const powerSpeed = process[6] as number;
    const powerVolatility = process[7] as number;
    const gpuDrift = process[8] as number;
    const gpuVolatility = process[9] as number;
    let lnBtc = start[0] as number;
    let lnHashrate = start[1] as number;
    let growth = start[2] as number;
    let lnPower = start[3] as number;
    let lnGpu = start[4] as number;
    let lnHashprice = start[5] as number;
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
