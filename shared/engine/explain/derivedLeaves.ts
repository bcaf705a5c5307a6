import type { InputKey } from '../analysis/inputTable.ts';
import { byPlan, byRule, given, quantity, type Calculation } from './calculation.ts';
import type { LeafPath } from './leafTable.ts';
import { inputLeaf, valueOfPath, type BlockScope } from './blockScope.ts';

/*
 * Numbers of a case that the plan computes from inputs, or sets itself.
 */

type Derived = Calculation | undefined;

function input({ of, terms }: BlockScope, key: InputKey): Calculation {
  const found = inputLeaf(of, key, terms);
  if (!found) throw new RangeError(`no input ${key}`);
  return found;
}

function set(scope: BlockScope, path: LeafPath, place: number, key: Parameters<typeof given>[0]): Derived {
  return given(key, valueOfPath(scope.evaluated.block, path, place) ?? 0, byPlan, { rule: 'R5.2c' });
}

const about = { rule: 'R5.2a' };

/** R5.2a The part of the site's grid power that a strategy gives a block. */
function powerOfStrategy(scope: BlockScope): Derived {
  const { sources } = scope.of;
  const { id } = scope.evaluated.block;
  if (id === 'redeployed')
    return quantity('blockGridMw', { rule: 'R3.6' }, 'H·f·e·x·PUE', {
      H: input(scope, 'siteHashrateEhS'),
      f: input(scope, 'redeployHashrateFactor'),
      e: input(scope, 'fleetEfficiencyJPerTh'),
      x: input(scope, 'redeployEfficiencyFactor'),
      PUE: input(scope, 'miningPue'),
    });
  const isHybrid = sources?.plan.kind === 'strategy' && sources.plan.strategy === 'hybrid';
  if (!isHybrid) return input(scope, 'gridPowerMw');
  return quantity('blockGridMw', about, id === 'miningRest' ? '(1 − s)·MW' : 's·MW', {
    s: input(scope, 'hybridConversionShare'),
    MW: input(scope, 'gridPowerMw'),
  });
}

function powerOf(scope: BlockScope, path: LeafPath): Derived {
  return scope.of.sources?.ownPlan ? set(scope, path, 0, 'blockGridMw') : powerOfStrategy(scope);
}

/** Whether a group of machines is bought new: its count then fills the block's power. */
function isNew({ evaluated: { block } }: BlockScope, place: number): boolean {
  return block.kind === 'mining' && Boolean(block.fleet[place]?.purchase);
}

/** R3.1, R3.9 Machines in units of 100 TH/s: today's by the site's hash rate, new ones by the power they fill. */
function countOf(scope: BlockScope, place: number): Derived {
  const unit = given('machineHashrate', 100, byRule, { rule: 'R3.1' });
  if (isNew(scope, place))
    return quantity('machines', { rule: 'R3.9' }, 'MW·1e6/(e·PUE)/TH', {
      MW: powerOf(scope, 'powerMw') ?? unit,
      e: input(scope, 'newFleetEfficiencyJPerTh'),
      PUE: input(scope, 'miningPue'),
      TH: unit,
    });
  const H = input(scope, 'siteHashrateEhS');
  if (scope.evaluated.block.id === 'redeployed')
    return quantity('machines', { rule: 'R3.1' }, 'H·1e6/TH', { H, TH: unit });
  const power = powerOf(scope, 'powerMw');
  if (!power || power.name.kind === 'input')
    return quantity('machines', { rule: 'R3.1' }, 'H·1e6/TH', { H, TH: unit });
  return quantity('machines', { rule: 'R3.1' }, 'b/MW·H·1e6/TH', {
    b: power,
    MW: inputLeaf(scope.of, 'gridPowerMw', []) ?? power,
    H,
    TH: unit,
  });
}

function firstMonthOf(scope: BlockScope, path: LeafPath, place: number): Derived {
  if (scope.of.sources?.ownPlan) return set(scope, path, place, 'firstMonth');
  if (scope.evaluated.block.id === 'redeployed')
    return quantity('firstMonth', { rule: 'R3.11' }, 'm + w', {
      m: input(scope, 'redeployMonth'),
      w: input(scope, 'redeployIdleMonths'),
    });
  return isNew(scope, place) && path !== 'fromMonth' ? input(scope, 'refreshMonth') : undefined;
}

/** R4.12 Equal steps to full billing. */
function rampOf(scope: BlockScope, place: number): Derived {
  return quantity('rampShare', { rule: 'R4.12' }, '(k + 1)/n', {
    k: given('completedMonths', place, byRule, { rule: 'R4.12' }),
    n: input(scope, 'rampMonths'),
  });
}

/**
 * R5.2a A number that is no input as it stands: powers, counts and dates that a plan computes or sets.
 * @returns undefined for a number that is an input, or fixed by a rule
 */
export function derivedLeaf(scope: BlockScope, path: LeafPath, place: number): Derived {
  switch (path) {
    case 'powerMw':
    case 'gridMw':
      return powerOf(scope, path);
    case 'fleet.#.count':
      return countOf(scope, place);
    case 'fleet.#.efficiencyJPerTh':
      return input(scope, isNew(scope, place) ? 'newFleetEfficiencyJPerTh' : 'fleetEfficiencyJPerTh');
    case 'fromMonth':
    case 'fleet.#.fromMonth':
      return firstMonthOf(scope, path, place);
    case 'fleet.#.move.costUsdPerUnit':
      return quantity('usdPerMachine', { rule: 'R3.11' }, 'c·TH', {
        c: input(scope, 'redeployMoveCostUsdPerTh'),
        TH: given('machineHashrate', 100, byRule, { rule: 'R3.1' }),
      });
    case 'timeline.rampShare.#':
      return rampOf(scope, place);
    case 'timeline.leaseSignedMonth':
      return scope.of.sources?.ownPlan ? set(scope, path, place, 'signedMonth') : undefined;
    case 'lease.freeRentMonths':
      return scope.of.sources?.ownPlan ? input(scope, 'freeRentMonths') : undefined;
    default:
      return undefined;
  }
}
