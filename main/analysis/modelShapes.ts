import {
  anyNumber,
  anyText,
  growth,
  listOf,
  monthCount,
  monthSpan,
  notNegative,
  object,
  objectBy,
  oneOf,
  optional,
  positive,
  possiblyEmptyListOf,
  share,
  shareBelowOne,
  type NumberShape,
  type TextShape,
} from '../../shared/engine/strategy/shape.ts';
import { isStrategyKind } from '../../shared/engine/strategy/verdict.ts';
import { parseDate, parseInstant } from '../../shared/engine/time/civilDay.ts';

/*
 * What the public model functions need, by their public names.
 */

const wholeNotNegative: NumberShape = { is: 'number', whole: true, min: 0 };
const date: TextShape = { is: 'text', accepts: (text) => parseDate(text) !== undefined };
const instant: TextShape = { is: 'text', accepts: (text) => parseInstant(text) !== undefined };
const compactBits: TextShape = {
  is: 'text',
  accepts: (text) => /^0x[0-9a-f]{2}[0-7][0-9a-f]{5}$/i.test(text),
};
const flows = { cashflows: listOf(anyNumber) };

export const miningRevenue = objectBy(({ feeShareOfRevenue }) => ({
  hashrateThS: notNegative,
  difficulty: positive,
  subsidyBtc: notNegative,
  ...(feeShareOfRevenue === undefined
    ? { feeBtcPerBlock: notNegative }
    : { feeShareOfRevenue: shareBelowOne }),
  btcPriceUsd: notNegative,
}));

export const miningBreakeven = object({
  efficiencyJPerTh: positive,
  powerPriceUsdPerKwh: anyNumber,
  hashpriceUsdPerPhDay: anyNumber,
});

export const subsidy = object({ height: wholeNotNegative });
export const nextHalving = object({ height: wholeNotNegative, timeUtc: instant, intervalS: positive });

export const retarget = object({
  bits: compactBits,
  timeFirstBlock: wholeNotNegative,
  timeLastBlock: wholeNotNegative,
});

export const hashrateShock = object({
  loss: shareBelowOne,
  blocksMinedBefore: { is: 'number', whole: true, min: 0, max: 2015 },
  intervalsMeasured: { is: 'number', whole: true, min: 2015, max: 2016 },
  difficulty: positive,
  epochs: { is: 'number', whole: true, min: 0, max: 100_000 },
});

export const majorityAttackCost = object({
  networkHashrateEhS: notNegative,
  shareQ: shareBelowOne,
  efficiencyJPerTh: notNegative,
  powerPriceUsdPerKwh: anyNumber,
  rentalUsdPerPhDay: anyNumber,
  hardwareUsdPerTh: anyNumber,
});

export const concentration = object({ shares: possiblyEmptyListOf(notNegative) });
export const doubleSpend = object({ q: share, z: { is: 'number', whole: true, min: 0, max: 10_000 } });

export const npv = object({ ...flows, rate: growth });
export const irr = object(flows);
export const mirr = object({ ...flows, financeRate: growth, reinvestRate: growth });
export const xnpv = object({ ...flows, dates: listOf(date), rate: growth });
export const xirr = object({ ...flows, dates: listOf(date) });

export const percentiles = object({
  values: listOf(anyNumber),
  percentiles: possiblyEmptyListOf({ is: 'number', min: 0, max: 100 }),
});

export const depreciation = objectBy(({ method }) => ({
  method: oneOf('macrs5HalfYear', 'macrs5MidQuarter', 'straightLine'),
  costUsd: anyNumber,
  ...(method === 'macrs5MidQuarter' && { quarter: { is: 'number', whole: true, min: 1, max: 4 } as const }),
  ...(method === 'straightLine' && { years: monthSpan }),
}));

export const loan = object({
  principalUsd: notNegative,
  annualRate: growth,
  months: monthSpan,
  balloonUsd: notNegative,
  interestOnlyMonths: monthCount,
});

export const dscr = object({
  cfadsUsd: possiblyEmptyListOf(anyNumber),
  debtServiceUsd: possiblyEmptyListOf(anyNumber),
});

export const blackScholes = object({
  spot: positive,
  strike: positive,
  rate: anyNumber,
  dividendYield: anyNumber,
  volatility: notNegative,
  years: notNegative,
});

export const perpetualInvestmentTrigger = object({
  cost: positive,
  value: notNegative,
  rate: notNegative,
  payoutRate: anyNumber,
  volatility: positive,
});

export const gbmMoments = object({
  s0: notNegative,
  drift: anyNumber,
  volatility: notNegative,
  years: notNegative,
});

export const ouMoments = object({
  x0: anyNumber,
  mean: anyNumber,
  reversion: notNegative,
  volatility: notNegative,
  years: notNegative,
});

/** The engine itself names what is missing inside a plan; only its frame is checked here. */
export const siteCase = object({ blocks: optional(possiblyEmptyListOf(optional(object({})))) });

const flipSteps: NumberShape = { is: 'number', whole: true, min: 1, max: 10_000 };

export const siteVerdict = objectBy(({ flips }) => ({
  gridPowerMw: positive,
  commonDiscountRatePerYear: optional(growth),
  undecidedMarginUsdPerMw: notNegative,
  undecidedMarginShare: notNegative,
  ...(Array.isArray(flips) && flips.length > 0 && { flipSteps }),
  strategies: possiblyEmptyListOf(object({ kind: { is: 'text', accepts: isStrategyKind }, case: siteCase })),
  flips: optional(
    possiblyEmptyListOf(
      object({
        name: anyText,
        base: anyNumber,
        low: anyNumber,
        high: anyNumber,
        inBest: possiblyEmptyListOf(anyText),
        inOther: possiblyEmptyListOf(anyText),
      }),
    ),
  ),
}));
