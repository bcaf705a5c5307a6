import { isEverOwned, saleMonthOf } from '../mining/disposal.ts';
import { meritOrder, type RunningGroup } from '../mining/fleet.ts';
import type { FleetGroup, MiningBlock } from '../strategy/blockInput.ts';
import type { Line } from '../strategy/lineSheet.ts';
import { byRule, given, quantity, summedQuantity, type Calculation, type Operands } from './calculation.ts';
import { monthName } from './explainedCase.ts';
import { plannedBlock, type BlockScope } from './blockScope.ts';
import { movedInMonth } from './inScenario.ts';
import { leaf, leafInMonth } from './leaves.ts';
import { pathAt } from '../time/path.ts';
import { idle, sumOf, type LineEquation } from './lineEquation.ts';
import { btcPrice, rewardOperands } from './market.ts';
import {
  deliveryAdder,
  demandChargePerMw,
  energyPrice,
  hoursOfMonth,
  monthsSince,
  pathInMonth,
  siteLeaf,
} from './power.ts';

/*
 * R2.2, R3 Equations of a mining block, line by line.
 */

export interface MiningScope extends BlockScope {
  readonly block: MiningBlock;
  /** A line of the same block in the same month. */
  readonly line: (line: Line) => Calculation;
}

/** A machine group of the block, by its place in the block's list. */
interface Group {
  readonly running: RunningGroup;
  readonly place: number;
}

function groupsOf({ block, evaluated }: MiningScope): Group[] {
  return meritOrder(block.fleet, evaluated.endMonth).map((running) => ({
    running,
    place: block.fleet.indexOf(running.group),
  }));
}

/** R3.6 Machines of a group that still work at an age in months. */
function aliveMachines(scope: MiningScope, place: number, ageMonths: number, name: string): Calculation {
  return quantity('machinesAlive', { rule: 'R3.6', month: name }, 'n·(1 − f)^(a/12)', {
    n: leaf(scope, 'fleet.#.count', place),
    f: leaf(scope, 'fleet.#.failureRatePerYear', place),
    a: monthsSince(ageMonths, 'ageMonths'),
  });
}

function efficiencyOf(scope: MiningScope, place: number): Calculation {
  return quantity('efficiencyAsRun', { rule: 'R3.6' }, 'J·y', {
    J: leaf(scope, 'fleet.#.efficiencyJPerTh', place),
    y: leaf(scope, 'fleet.#.efficiencyFactor', place),
  });
}

/** R7.3d PUE of the machines in a month. */
function pueOf(scope: MiningScope, month: number): Calculation {
  return leafInMonth(scope, 'miningPue', month, 'pue', scope.block.byMonth?.miningPue);
}

/** R3.6 Grid power of a group: what it could draw, at most what earlier groups have left. */
function grantedMw(scope: MiningScope, groups: readonly Group[], at: number, month: number): Calculation {
  const { running, place } = groups[at] as Group;
  const name = monthName(scope.of, month);
  const about = { rule: 'R3.6', month: name };
  const full = quantity('fullMw', about, 'n·TH·x·e/1e6·PUE', {
    n: aliveMachines(scope, place, month - running.fromMonth, name),
    TH: leaf(scope, 'fleet.#.hashrateThS', place),
    x: leaf(scope, 'fleet.#.hashrateFactor', place),
    e: efficiencyOf(scope, place),
    PUE: pueOf(scope, month),
  });
  const power = leaf(scope, 'powerMw');
  if (at === 0) return quantity('grantedMw', about, 'min(F, MW)', { F: full, MW: power });
  const earlier = groups.slice(0, at).map((_group, index) => grantedMw(scope, groups, index, month));
  return quantity('grantedMw', about, 'min(F, MW − G)', {
    F: full,
    MW: power,
    G: summedQuantity('grantedBefore', about, earlier),
  });
}

/** R3.7 What a grid MWh is worth in a group's machines. */
function worthOf(scope: MiningScope, place: number, month: number): Calculation {
  const name = monthName(scope.of, month);
  return quantity('worthPerMwh', { rule: 'R3.7', month: name }, '(HP·1000/(24·e)·(1 − z)·(1 − f) + q)/PUE', {
    HP: scope.line('hashpriceUsdPerPhDay'),
    e: efficiencyOf(scope, place),
    z: leaf(scope, 'staleShare'),
    f: leaf(scope, 'poolFeeShare'),
    q: leaf(scope, 'heatRevenueUsdPerMwhIt'),
    PUE: pueOf(scope, month),
  });
}

/** R3.8 Energy that a group runs: all it is offered where it is worth more than it costs, else none. */
function energyOfGroup(scope: MiningScope, groups: readonly Group[], at: number, month: number): Calculation {
  const { place } = groups[at] as Group;
  const name = monthName(scope.of, month);
  const about = { rule: 'R3.8', month: name, detail: String(at + 1) };
  const offered = quantity('offeredMwh', { rule: 'R3.7', month: name }, 'G·h·u·(1 − c)', {
    G: grantedMw(scope, groups, at, month),
    h: hoursOfMonth(scope.of, month),
    u: leafInMonth(scope, 'uptime', month, 'uptime', scope.block.byMonth?.uptime),
    c: leafInMonth(
      scope,
      'curtailedHoursShare',
      month,
      'curtailedHours',
      scope.block.byMonth?.curtailedHoursShare,
    ),
  });
  const prices = {
    v: worthOf(scope, place, month),
    p: energyPrice(scope, month),
    a: deliveryAdder(scope, month),
  };
  if (!scope.block.takeOrPay)
    return quantity('groupEnergy', about, '[v > p + a]·O', { O: offered, ...prices });
  const earlier = groups.slice(0, at).map((_group, index) => energyOfGroup(scope, groups, index, month));
  const left = quantity('minimumLeft', about, 'max(0, M − E)', {
    M: minimumEnergy(scope, month),
    E: summedQuantity('energyBefore', about, earlier),
  });
  return quantity('groupEnergy', about, '[v > r + a]·min(O, L) + [v > p + a]·(O − min(O, L))', {
    O: offered,
    L: left,
    r: leaf(scope, 'takeOrPay.resaleUsdPerMwh'),
    ...prices,
  });
}

function minimumEnergy(scope: MiningScope, month: number): Calculation {
  return quantity('minimumEnergy', { rule: 'R3.8', month: monthName(scope.of, month) }, 's·MW·h', {
    s: leaf(scope, 'takeOrPay.share'),
    MW: leaf(scope, 'powerMw'),
    h: hoursOfMonth(scope.of, month),
  });
}

function present(scope: MiningScope, month: number): Group[] {
  return groupsOf(scope).filter(({ running }) => month >= running.fromMonth && month < running.endMonth);
}

/** R2.2 Hashes of a month: of each group its energy over its efficiency. */
function hashesOf(scope: MiningScope, month: number): Calculation {
  const groups = present(scope, month);
  const about = { rule: 'R2.2', month: monthName(scope.of, month) };
  const parts = groups.map(({ place }, at) =>
    quantity('groupHashes', { ...about, detail: String(at + 1) }, 'E/PUE·36e8/e·1e12', {
      E: energyOfGroup(scope, groups, at, month),
      PUE: pueOf(scope, month),
      e: efficiencyOf(scope, place),
    }),
  );
  return summedQuantity('hashes', about, parts);
}

function minedBtc(scope: MiningScope, month: number): Calculation {
  return quantity(
    'minedBtc',
    { rule: 'R2.2', month: monthName(scope.of, month) },
    'X/(D·2^32)·(S + F)·(1 − z)',
    { X: hashesOf(scope, month), ...rewardOperands(scope.of, month), z: leaf(scope, 'staleShare') },
  );
}

/** R3.3 The charge by MW in the block's months, and while a hall is turned back (R3.11a). */
function demandCharge(scope: MiningScope, month: number): LineEquation {
  return {
    formula: '−c·MW',
    operands: () => ({ c: demandChargePerMw(scope, month), MW: leaf(scope, 'powerMw') }),
  };
}

function runningLine(scope: MiningScope, line: Line, month: number): LineEquation | undefined {
  const equation = (formula: string, operands: () => Operands): LineEquation => ({ formula, operands });
  switch (line) {
    case 'miningRevenueUsd':
      return equation('B·P', () => ({ B: minedBtc(scope, month), P: btcPrice(scope.of, month) }));
    case 'poolFeeUsd':
      return equation('−R·f', () => ({ R: scope.line('miningRevenueUsd'), f: leaf(scope, 'poolFeeShare') }));
    case 'heatRevenueUsd':
      return equation('E/PUE·q', () => ({
        E: scope.line('gridEnergyMwh'),
        PUE: pueOf(scope, month),
        q: leaf(scope, 'heatRevenueUsdPerMwhIt'),
      }));
    case 'demandResponseCreditUsd':
      return equation('c·MW', () => ({
        c: leaf(scope, 'demandResponseCreditUsdPerMwMonth'),
        MW: leaf(scope, 'powerMw'),
      }));
    case 'miningPowerUsd':
      return equation('−E·(p + a)', () => ({
        E: scope.line('gridEnergyMwh'),
        p: energyPrice(scope, month),
        a: deliveryAdder(scope, month),
      }));
    case 'takeOrPayUsd':
      if (!scope.block.takeOrPay) return idle('notPart');
      return equation('−max(0, M − E)·(p − r)', () => ({
        M: minimumEnergy(scope, month),
        E: scope.line('gridEnergyMwh'),
        p: energyPrice(scope, month),
        r: leaf(scope, 'takeOrPay.resaleUsdPerMwh'),
      }));
    case 'miningFixedOpexUsd':
      return equation('−o·MW·(1 + i)^⌊m/12⌋', () => ({
        o: leaf(scope, 'fixedOpexUsdPerMwMonth'),
        MW: leaf(scope, 'powerMw'),
        i: leaf(scope, 'opexInflationPerYear'),
        m: monthsSince(month),
      }));
    case 'demandChargeUsd':
      return demandCharge(scope, month);
    case 'btcReceived':
      return equation('B·(1 − f)', () => ({ B: minedBtc(scope, month), f: leaf(scope, 'poolFeeShare') }));
    case 'operatingHashrateEhS':
      return equation('X/(3600·h)/1e18', () => ({
        X: hashesOf(scope, month),
        h: hoursOfMonth(scope.of, month),
      }));
    case 'gridEnergyMwh': {
      const groups = present(scope, month);
      return sumOf(() => groups.map((_group, at) => energyOfGroup(scope, groups, at, month)));
    }
    default:
      return undefined;
  }
}

/** R3.9, R3.11 What the groups that are paid for in a month cost or bring. */
function capitalParts(scope: MiningScope, line: Line, month: number): Calculation[] | undefined {
  const { block, evaluated } = scope;
  const owned = block.fleet.flatMap((group, place) => {
    const end = Math.min(group.toMonth ?? Infinity, evaluated.endMonth);
    return isEverOwned(group, end) ? [{ group, place, end }] : [];
  });
  switch (line) {
    case 'asicPurchaseUsd':
      return owned.flatMap(({ group, place }) =>
        group.purchase && group.fromMonth - group.purchase.monthsBeforeStart === month
          ? [purchaseOf(scope, place)]
          : [],
      );
    case 'asicMoveUsd':
      return owned.flatMap(({ group, place }) =>
        group.move && group.fromMonth - group.move.monthsBeforeStart === month ? [moveOf(scope, place)] : [],
      );
    case 'asicSaleUsd':
      return owned.flatMap(({ group, place, end }) =>
        saleMonthOf(group, end, scope.of.calendar.horizonMonths) === month
          ? [saleOf(scope, group, place, end, month)]
          : [],
      );
    default:
      return undefined;
  }
}

export function purchaseOf(scope: MiningScope, place: number): Calculation {
  return quantity('groupPurchase', { rule: 'R3.9', detail: String(place + 1) }, '−n·TH·p·(1 + x)', {
    n: leaf(scope, 'fleet.#.count', place),
    TH: leaf(scope, 'fleet.#.hashrateThS', place),
    p: leaf(scope, 'fleet.#.purchase.usdPerTh', place),
    x: leaf(scope, 'fleet.#.purchase.otherCostShare', place),
  });
}

function moveOf(scope: MiningScope, place: number): Calculation {
  return quantity('groupMove', { rule: 'R3.11', detail: String(place + 1) }, '−n·c', {
    n: leaf(scope, 'fleet.#.count', place),
    c: leaf(scope, 'fleet.#.move.costUsdPerUnit', place),
  });
}

/** R3.10 Machines alive at the group's end, at the price of their sale's month. */
function saleOf(
  scope: MiningScope,
  group: FleetGroup,
  place: number,
  end: number,
  month: number,
): Calculation {
  const { horizonMonths } = scope.of.calendar;
  const age = Math.max(0, Math.min(end, horizonMonths) - group.fromMonth);
  const name = monthName(scope.of, month);
  const sold = group.sale?.usdPerTh ?? { values: [0], growthPerYear: 0 };
  const planned = plannedBlock<MiningBlock>(scope)?.fleet[place]?.sale?.usdPerTh;
  const path = planned ?? sold;
  const asPlanned = pathInMonth(
    path,
    month,
    {
      key: 'usdPerTh',
      last: siteLeaf(scope.of, 'usdPerTh', path.values.at(-1) ?? 0, 'asicResaleUsdPerTh', scope.terms),
      growth: leaf(scope, 'fleet.#.sale.usdPerTh.growthPerYear', place),
    },
    name,
  );
  const price = movedInMonth(scope.of, 'asicResale', month, 'usdPerTh', asPlanned, pathAt(sold, month));
  return quantity('groupSale', { rule: 'R3.10', detail: String(place + 1) }, 'n·(TH·p − c)', {
    n: aliveMachines(scope, place, age, name),
    TH: leaf(scope, 'fleet.#.hashrateThS', place),
    p: price,
    c: leaf(scope, 'fleet.#.sale.costUsdPerUnit', place),
  });
}

/** R3.11a The hall turned back in equal parts in the months before mining starts. */
function reconversion(scope: MiningScope, month: number): LineEquation {
  const { block } = scope;
  const payments = Math.max(1, block.reconversionMonths ?? 0);
  const isPaid = block.startsAfter && month >= block.fromMonth - payments && month < block.fromMonth;
  if (!isPaid) return idle('noPayment');
  return {
    formula: '−c·MW/n',
    operands: () => ({
      c: leaf(scope, 'reconversionCostUsdPerMw'),
      MW: leaf(scope, 'powerMw'),
      n: given('monthCount', payments, byRule, { rule: 'R3.11a' }),
    }),
  };
}

/**
 * R2.2, R3 The equation of a line of a mining block in a month.
 * @param month −1 is the valuation date
 */
export function miningEquation(scope: MiningScope, line: Line, month: number): LineEquation {
  const { block, evaluated } = scope;
  if (line === 'reconversionUsd') return reconversion(scope, month);
  const parts = capitalParts(scope, line, month);
  if (parts) return parts.length > 0 ? sumOf(() => parts) : idle('noPayment');
  const isRunning = month >= Math.max(0, block.fromMonth) && month < evaluated.endMonth;
  if (isRunning) return runningLine(scope, line, month) ?? idle('notPart');
  const isTurnedBack =
    block.startsAfter &&
    month >= Math.max(0, block.fromMonth - (block.reconversionMonths ?? 0)) &&
    month < block.fromMonth;
  return line === 'demandChargeUsd' && isTurnedBack ? demandCharge(scope, month) : idle('outsideBlock');
}
