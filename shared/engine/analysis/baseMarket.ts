import { exp } from '../numeric/elementary.ts';
import { feesOfShareBtc } from '../protocol/hashprice.ts';
import { responsiveHashrateEhS } from '../protocol/responsiveHashrate.ts';
import { subsidySeries } from '../protocol/subsidySeries.ts';
import type { MarketInput } from '../strategy/marketInput.ts';
import { createCalendar, parseMonth } from '../time/months.ts';
import { pathSeries } from '../time/path.ts';
import type { SiteEvidence } from './evidence.ts';
import type { InputValues } from './resolveInputs.ts';

/** Spacing of blocks that the protocol aims at [s]. */
const blockIntervalS = 600;

/** R2.5 The hash rate path, where everything it needs is known. */
function networkPath(
  evidence: SiteEvidence,
  values: InputValues,
  growthPerYear: number,
): number[] | undefined {
  const firstMonth = parseMonth(evidence.valuationMonth);
  const { horizonMonths, btcPriceUsd, feeShareOfRevenue, networkHashrateEhS, subsidyBtcPerBlock } = values;
  const {
    hashrateAdjustmentPerMonth,
    marginalFleetJPerTh,
    marginalFleetChangePerYear,
    marginalFleetPowerUsdPerMwh,
  } = values;
  if (
    firstMonth === undefined ||
    horizonMonths === undefined ||
    btcPriceUsd === undefined ||
    feeShareOfRevenue === undefined ||
    networkHashrateEhS === undefined ||
    subsidyBtcPerBlock === undefined ||
    hashrateAdjustmentPerMonth === undefined ||
    marginalFleetJPerTh === undefined ||
    marginalFleetChangePerYear === undefined ||
    marginalFleetPowerUsdPerMwh === undefined
  )
    return undefined;
  const calendar = createCalendar(firstMonth, horizonMonths);
  const subsidy = subsidySeries(subsidyBtcPerBlock, evidence.halvings, calendar);
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

/**
 * R2 The market of the base scenario: BTC from today's price with the chosen drift (base: flat), fees as a share of
 * revenue, responsive hash rate (R2.5). What is missing stays missing and is named by the case.
 */
export function baseMarket(evidence: SiteEvidence, values: InputValues): MarketInput {
  const { btcPriceUsd, btcLogDriftPerYear, feeShareOfRevenue } = values;
  const growthPerYear = btcLogDriftPerYear === undefined ? undefined : exp(btcLogDriftPerYear) - 1;
  const path = growthPerYear === undefined ? undefined : networkPath(evidence, values, growthPerYear);
  return {
    btcPriceUsd: { values: [btcPriceUsd], growthPerYear },
    network: { kind: 'hashrateEhS', path: { values: path ?? [undefined], growthPerYear: 0 }, blockIntervalS },
    subsidyBtcPerBlock: values.subsidyBtcPerBlock,
    halvings: evidence.halvings,
    fees: { kind: 'shareOfRevenue', path: { values: [feeShareOfRevenue], growthPerYear: 0 } },
  };
}
