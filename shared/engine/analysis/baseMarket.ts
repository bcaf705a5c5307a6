import { exp } from '../numeric/elementary.ts';
import { feesOfShareBtc } from '../protocol/hashprice.ts';
import { halvingsAtInterval, targetIntervalS } from '../protocol/halvingDates.ts';
import { responsiveHashrateEhS } from '../protocol/responsiveHashrate.ts';
import { subsidySeries } from '../protocol/subsidySeries.ts';
import { tableHashrateEhS, type HashratePoint } from '../protocol/tableHashrate.ts';
import type { Halving, MarketInput, PathInput } from '../strategy/marketInput.ts';
import { createCalendar, parseMonth, type Calendar } from '../time/months.ts';
import { pathSeries, type Path } from '../time/path.ts';
import { groundOf } from '../scenario/ground.ts';
import { monthsOf, shockedPath, shockedSeries } from '../scenario/shockedPath.ts';
import type { MarketOfSite } from './difficultyChoice.ts';
import type { SiteEvidence } from './evidence.ts';
import type { InputValues } from './resolveInputs.ts';

/** Calendar of the horizon; undefined where it is not known. */
function calendarOf(evidence: SiteEvidence, values: InputValues): Calendar | undefined {
  const firstMonth = parseMonth(evidence.valuationMonth);
  const { horizonMonths } = values;
  return firstMonth === undefined || horizonMonths === undefined
    ? undefined
    : createCalendar(firstMonth, horizonMonths);
}

/** R2.1a The portfolio's halvings, dated at the spacing of blocks that is modelled. */
function halvingsOf(evidence: SiteEvidence, values: InputValues): readonly Halving[] {
  const { blockIntervalS = targetIntervalS } = values;
  return halvingsAtInterval(evidence.halvings, `${evidence.valuationMonth}-01`, blockIntervalS);
}

/** R2, R7.3c The price of BTC as it goes on, in the scenario of the site. */
function pricePath(evidence: SiteEvidence, values: InputValues): PathInput {
  const { btcPriceUsd, btcLogDriftPerYear, horizonMonths } = values;
  const growthPerYear = btcLogDriftPerYear === undefined ? undefined : exp(btcLogDriftPerYear) - 1;
  const path = { values: [btcPriceUsd], growthPerYear };
  const ground = groundOf(evidence, horizonMonths);
  return ground ? shockedPath(path, 'btcPrice', ground) : path;
}

/** R2.5 The responsive hash rate, where everything it needs is known. */
function responsivePath(
  evidence: SiteEvidence,
  calendar: Calendar,
  halvings: readonly Halving[],
  values: InputValues,
  price: PathInput,
): number[] | undefined {
  const { feeShareOfRevenue, networkHashrateEhS, subsidyBtcPerBlock, blockIntervalS } = values;
  const {
    hashrateAdjustmentPerMonth,
    marginalFleetJPerTh,
    marginalFleetChangePerYear,
    marginalFleetPowerUsdPerMwh,
  } = values;
  if (
    values.btcPriceUsd === undefined ||
    price.growthPerYear === undefined ||
    feeShareOfRevenue === undefined ||
    networkHashrateEhS === undefined ||
    subsidyBtcPerBlock === undefined ||
    blockIntervalS === undefined ||
    hashrateAdjustmentPerMonth === undefined ||
    marginalFleetJPerTh === undefined ||
    marginalFleetChangePerYear === undefined ||
    marginalFleetPowerUsdPerMwh === undefined
  )
    return undefined;
  const ground = groundOf(evidence, calendar.horizonMonths);
  const subsidy = subsidySeries(subsidyBtcPerBlock, halvings, calendar);
  return responsiveHashrateEhS({
    startEhS: networkHashrateEhS,
    adjustmentPerMonth: hashrateAdjustmentPerMonth,
    fleet: {
      efficiencyJPerTh: marginalFleetJPerTh,
      efficiencyChangePerYear: marginalFleetChangePerYear,
      efficiencyFactorByMonth: ground && monthsOf(1, 'marginalEfficiency', ground),
      powerPriceUsdPerMwh: marginalFleetPowerUsdPerMwh,
    },
    blockIntervalS,
    btcPriceUsd: pathSeries(price as Path, calendar.computedMonths),
    rewardBtcPerBlock: subsidy.map((btc) => btc + feesOfShareBtc(btc, feeShareOfRevenue)),
  });
}

/** R2.5a The rows of the analyst's table, counted from the valuation month. */
function pointsAhead(evidence: SiteEvidence, calendar: Calendar): HashratePoint[] {
  const { difficulty } = evidence;
  if (difficulty?.rule !== 'table') return [];
  return difficulty.points.flatMap(({ month, hashrateEhS }) => {
    const count = parseMonth(month);
    return count === undefined ? [] : [{ month: count - calendar.firstMonth, hashrateEhS }];
  });
}

/** R2.5, R2.5a The hash rate by the rule chosen; undefined where what it needs is not known. */
function ruledHashrate(
  evidence: SiteEvidence,
  values: InputValues,
  halvings: readonly Halving[],
  price: PathInput,
): number[] | undefined {
  const calendar = calendarOf(evidence, values);
  if (!calendar) return undefined;
  if (evidence.difficulty === undefined) return responsivePath(evidence, calendar, halvings, values, price);
  const { networkHashrateEhS } = values;
  return networkHashrateEhS === undefined
    ? undefined
    : tableHashrateEhS(networkHashrateEhS, pointsAhead(evidence, calendar), calendar.computedMonths);
}

/** R7.3c The hash rate of R2.5 or R2.5a, and what a scenario then makes of it. */
function hashratePath(
  evidence: SiteEvidence,
  values: InputValues,
  halvings: readonly Halving[],
  price: PathInput,
): number[] | undefined {
  const path = ruledHashrate(evidence, values, halvings, price);
  const ground = groundOf(evidence, values.horizonMonths);
  return path && ground ? shockedSeries(path, 'networkHashrate', ground) : path;
}

/** R2.1a, R2.5a The rule of the hash rate and the spacing of blocks behind a site's figures. */
export function marketOfSite(evidence: SiteEvidence, values: InputValues): MarketOfSite {
  const { difficulty } = evidence;
  const calendar = calendarOf(evidence, values);
  const isAhead = calendar && pointsAhead(evidence, calendar).some(({ month }) => month > 0);
  return {
    rule: difficulty?.rule ?? 'responsive',
    isConstant: difficulty !== undefined && isAhead !== true,
    points: difficulty?.rule === 'table' ? difficulty.points : [],
    blockIntervalS: values.blockIntervalS ?? null,
    enteredBy: difficulty?.enteredBy ?? null,
    enteredAt: difficulty?.enteredAt ?? null,
  };
}

/**
 * R2, R7.3c The market: BTC from today's price with the chosen drift (base: flat), fees as a share of revenue, responsive
 * hash rate (R2.5), moved by the scenario of the site. What is missing stays missing and is named by the case.
 */
export function baseMarket(evidence: SiteEvidence, values: InputValues): MarketInput {
  const { feeShareOfRevenue } = values;
  const price = pricePath(evidence, values);
  const halvings = halvingsOf(evidence, values);
  const path = hashratePath(evidence, values, halvings, price);
  return {
    btcPriceUsd: price,
    network: {
      kind: 'hashrateEhS',
      path: { values: path ?? [undefined], growthPerYear: 0 },
      blockIntervalS: values.blockIntervalS,
    },
    subsidyBtcPerBlock: values.subsidyBtcPerBlock,
    halvings,
    fees: { kind: 'shareOfRevenue', path: { values: [feeShareOfRevenue], growthPerYear: 0 } },
  };
}
