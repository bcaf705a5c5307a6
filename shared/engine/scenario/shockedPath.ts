import { powerSeries } from '../mining/power.ts';
import type { PathInput, Power, PowerInput } from '../strategy/marketInput.ts';
import { pathSeries, type Path } from '../time/path.ts';
import type { ShockGround } from './ground.ts';
import { effectIn, shocksOn, under } from './shockEffect.ts';
import type { ShockField } from './shockTable.ts';

type Bounded = (value: number) => number;

/** R7.3b Every month of a series with what acts on it. */
export function shockedSeries(
  base: ArrayLike<number>,
  field: ShockField,
  { shocks, firstMonth }: ShockGround,
  bounded: Bounded = (value) => value,
): number[] {
  return Array.from(base, (value, month) => {
    const now = under(effectIn(shocks, field, month, firstMonth), value);
    return now === value ? value : bounded(now);
  });
}

function isMoved(values: readonly number[], base: ArrayLike<number>): boolean {
  return values.some((value, month) => value !== base[month]);
}

/** R7.3d One value that a scenario makes one of every month; undefined where nothing moves it. */
export function monthsOf(
  base: number | null | undefined,
  field: ShockField,
  ground: ShockGround,
  bounded?: Bounded,
): number[] | undefined {
  if (base === null || base === undefined || shocksOn(ground.shocks, field).length === 0) return undefined;
  const flat = new Float64Array(ground.months).fill(base);
  const values = shockedSeries(flat, field, ground, bounded);
  return isMoved(values, flat) ? values : undefined;
}

function isWhole(path: PathInput | null | undefined): path is Path {
  const values = path?.values;
  return (
    values !== null &&
    values !== undefined &&
    values.length > 0 &&
    values.every((value) => value !== null && value !== undefined) &&
    typeof path?.growthPerYear === 'number'
  );
}

/** R1.4, R7.3b A path with the value of every month written out, moved by what acts; as it is where nothing does. */
export function shockedPath<Given extends PathInput | null | undefined>(
  path: Given,
  field: ShockField,
  ground: ShockGround,
): Given | Path {
  if (!isWhole(path) || shocksOn(ground.shocks, field).length === 0) return path;
  const base = pathSeries(path, ground.months);
  const values = shockedSeries(base, field, ground, (value) => Math.max(0, value));
  return isMoved(values, base) ? { values, growthPerYear: 0 } : path;
}

function hasPrices({ fixedPriceShare, fixedPriceUsdPerMwh, ...power }: PowerInput): boolean {
  const { fixedPriceEscalatorPerYear, chargeEscalatorPerYear, indexPriceUsdPerMwh } = power;
  if (typeof chargeEscalatorPerYear !== 'number' || typeof fixedPriceShare !== 'number') return false;
  const hasFixed = typeof fixedPriceUsdPerMwh === 'number' && typeof fixedPriceEscalatorPerYear === 'number';
  return (fixedPriceShare === 0 || hasFixed) && (fixedPriceShare === 1 || isWhole(indexPriceUsdPerMwh));
}

/** R3.3, R7.3d Power whose energy price is written out by month and moved; it may fall below 0. */
export function shockedPower<Given extends PowerInput | null | undefined>(
  power: Given,
  ground: ShockGround,
): Given | PowerInput {
  if (!power || shocksOn(ground.shocks, 'powerPrice').length === 0 || !hasPrices(power)) return power;
  const { energyUsdPerMwh } = powerSeries(power as Power, ground.months);
  const values = shockedSeries(energyUsdPerMwh, 'powerPrice', ground);
  if (!isMoved(values, energyUsdPerMwh)) return power;
  return { ...power, fixedPriceShare: 0, indexPriceUsdPerMwh: { values, growthPerYear: 0 } };
}
