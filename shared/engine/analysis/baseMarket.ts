import { exp } from '../numeric/elementary.ts';
import { feesOfShareBtc } from '../protocol/hashprice.ts';
import { halvingsAtInterval, targetIntervalS } from '../protocol/halvingDates.ts';
import { responsiveHashrateEhS } from '../protocol/responsiveHashrate.ts';
import { subsidySeries } from '../protocol/subsidySeries.ts';
import { tableHashrateEhS, type HashratePoint } from '../protocol/tableHashrate.ts';
import type { Halving, MarketInput } from '../strategy/marketInput.ts';
import { createCalendar, parseMonth, type Calendar } from '../time/months.ts';
import { pathSeries } from '../time/path.ts';
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

/** R2.5 The responsive hash rate, where everything it needs is known. */
function responsivePath(
  calendar: Calendar,
  halvings: readonly Halving[],
  values: InputValues,
  growthPerYear: number | undefined,
): number[] | undefined {
  const { btcPriceUsd, feeShareOfRevenue, networkHashrateEhS, subsidyBtcPerBlock, blockIntervalS } = values;
  const {
    hashrateAdjustmentPerMonth,
    marginalFleetJPerTh,
    marginalFleetChangePerYear,
    marginalFleetPowerUsdPerMwh,
  } = values;
  if (
    growthPerYear === undefined ||
    btcPriceUsd === undefined ||
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
  const subsidy = subsidySeries(subsidyBtcPerBlock, halvings, calendar);
  return responsiveHashrateEhS({
    startEhS: networkHashrateEhS,
    adjustmentPerMonth: hashrateAdjustmentPerMonth,
    fleet: {
      efficiencyJPerTh: marginalFleetJPerTh,
      efficiencyChangePerYear: marginalFleetChangePerYear,
      powerPriceUsdPerMwh: marginalFleetPowerUsdPerMwh,
    },
    blockIntervalS,
    btcPriceUsd: pathSeries({ values: [btcPriceUsd], growthPerYear }, calendar.computedMonths),
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
function hashratePath(
  evidence: SiteEvidence,
  values: InputValues,
  halvings: readonly Halving[],
  growthPerYear: number | undefined,
): number[] | undefined {
  const calendar = calendarOf(evidence, values);
  if (!calendar) return undefined;
  if (evidence.difficulty === undefined) return responsivePath(calendar, halvings, values, growthPerYear);
  const { networkHashrateEhS } = values;
  return networkHashrateEhS === undefined
    ? undefined
    : tableHashrateEhS(networkHashrateEhS, pointsAhead(evidence, calendar), calendar.computedMonths);
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
 * R2 The market of the base scenario: BTC from today's price with the chosen drift (base: flat), fees as a share of
 * revenue, responsive hash rate (R2.5). What is missing stays missing and is named by the case.
 */
export function baseMarket(evidence: SiteEvidence, values: InputValues): MarketInput {
  const { btcPriceUsd, btcLogDriftPerYear, feeShareOfRevenue } = values;
  const growthPerYear = btcLogDriftPerYear === undefined ? undefined : exp(btcLogDriftPerYear) - 1;
  const halvings = halvingsOf(evidence, values);
  const path = hashratePath(evidence, values, halvings, growthPerYear);
  return {
    btcPriceUsd: { values: [btcPriceUsd], growthPerYear },
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
