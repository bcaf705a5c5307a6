import type { Draw } from './draw.ts';
import { drivers, type Driver } from './drivers.ts';
import type { AllPaths } from './allPaths.ts';
import type { FailedDraws } from './monteCarloResult.ts';
import type { PlanRef } from '../analysis/planFlows.ts';

const planFrom = 100;
const mostShown = 20;

function isBroken(values: Float64Array | undefined, isAllowed: (value: number) => boolean): boolean {
  return values?.some((value) => !Number.isFinite(value) || !isAllowed(value)) === true;
}

const isPositive = (value: number): boolean => value > 0;
const isAny = (): boolean => true;

/** R7.2n The driver whose values no formula can take, in the order in which they act on each other. */
function brokenDriver(draw: Draw): Driver | undefined {
  if (isBroken(draw.btcFactor, isPositive)) return 'btcPrice';
  if (isBroken(draw.feeShare, (share) => share < 1)) return 'feeShare';
  if (isBroken(draw.hashrateFactor, isPositive)) return 'networkHashrate';
  if (isBroken(draw.powerFactor, isAny)) return 'powerPrice';
  if (isBroken(draw.gpuFactor, isAny)) return 'gpuPrice';
  const { marketRent, utilisation, buildCost, delay } = draw.ranges;
  if (!Number.isFinite(marketRent)) return 'marketRent';
  if (!Number.isFinite(utilisation)) return 'utilisation';
  if (!Number.isFinite(buildCost)) return 'buildCost';
  return Number.isFinite(delay) ? undefined : 'delay';
}

/**
 * R7.2n What broke a draw, as a number: of a driver 1 + its place, of a plan 100 + its place.
 * @param plan place of the first plan that could not be computed
 */
export function brokenBy(draw: Draw, plan: number): number {
  const driver = brokenDriver(draw);
  return driver === undefined ? planFrom + Math.min(plan, 155) : 1 + drivers.indexOf(driver);
}

/** R7.2n Failed draws by what broke them, in the order of the drivers, then of the plans. */
export function failedDraws({ brokenBy: broken }: AllPaths, plans: readonly PlanRef[]): FailedDraws[] {
  const groups = new Map<number, number[]>();
  for (const [path, cause] of broken.entries())
    if (cause !== 0) groups.set(cause, [...(groups.get(cause) ?? []), path]);
  return [...groups]
    .toSorted(([a], [b]) => a - b)
    .map(([cause, paths]) => ({
      driver: cause < planFrom ? (drivers[cause - 1] ?? null) : null,
      plan: cause < planFrom ? null : (plans[cause - planFrom] ?? null),
      count: paths.length,
      paths: paths.slice(0, mostShown),
    }));
}
