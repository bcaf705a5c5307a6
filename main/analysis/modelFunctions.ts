import { miningBreakEven } from '../../shared/engine/mining/breakEven.ts';
import { gbmMoments, ouMoments } from '../../shared/engine/montecarlo/moments.ts';
import { addedAttackerEhS, attackCost, type AttackPrices } from '../../shared/engine/network/attackCost.ts';
import { concentrationOf } from '../../shared/engine/network/concentration.ts';
import { nakamotoSuccess, rosenfeldSuccess } from '../../shared/engine/network/doubleSpend.ts';
import { hashrateShockPath } from '../../shared/engine/network/hashrateShock.ts';
import { notFiniteAt } from '../../shared/engine/numeric/allFinite.ts';
import { quantileOfSorted } from '../../shared/engine/numeric/quantile.ts';
import { impliedHashrateEhS } from '../../shared/engine/protocol/difficulty.ts';
import {
  expectedBlocksPerDay,
  feesOfShareBtc,
  hashpriceUsdPerPhDay,
} from '../../shared/engine/protocol/hashprice.ts';
import { difficultyOfBits, retargetBits } from '../../shared/engine/protocol/retarget.ts';
import {
  cumulativeIssuedSat,
  halvingsAt,
  nextHalving,
  subsidySat,
} from '../../shared/engine/protocol/subsidy.ts';
import { macrs5BookValues, straightLineBookValues } from '../../shared/engine/strategy/bookValues.ts';
import { ignoredInputs } from '../../shared/engine/strategy/caseTree.ts';
import { coverageOf } from '../../shared/engine/strategy/coverage.ts';
import { datedIrrs, datedNpv } from '../../shared/engine/strategy/datedFlows.ts';
import { periodicIrrs } from '../../shared/engine/strategy/irr.ts';
import { loanSchedule } from '../../shared/engine/strategy/loanSchedule.ts';
import { periodicMirr } from '../../shared/engine/strategy/mirr.ts';
import { periodicNpv } from '../../shared/engine/strategy/npv.ts';
import { paybackPeriods } from '../../shared/engine/strategy/payback.ts';
import type { Shape } from '../../shared/engine/strategy/shape.ts';
import { evaluateSiteCase } from '../../shared/engine/strategy/siteCase.ts';
import type { SiteCaseInput } from '../../shared/engine/strategy/siteCaseInput.ts';
import { siteVerdict, type SiteVerdictInput } from '../../shared/engine/strategy/siteVerdict.ts';
import { perpetualTrigger } from '../../shared/engine/structural/perpetualTrigger.ts';
import { dayNumber, formatInstant, parseDate, parseInstant } from '../../shared/engine/time/civilDay.ts';
import { blackScholes } from '../../shared/engine/valuation/blackScholes.ts';
import {
  checkedInput,
  invalidInput,
  ModelError,
  type ErrorPlaces,
  type ModelErrorCode,
} from './modelInput.ts';
import * as shapes from './modelShapes.ts';

/*
 * The one mapping between the public names of `umbau model` (golden/model.json) and the engine's names.
 */

/** A public function: any input in, a plain value out; it throws `ModelError`. */
export type ModelFunction = (input: unknown) => unknown;

/** A public function: its input is checked before the engine sees it. */
function publicFunction<Input>(shape: Shape, run: (input: Input) => unknown): ModelFunction {
  return (input) => run(checkedInput<Input>(shape, input));
}

interface FlowList {
  readonly cashflows: readonly number[];
}

function dayNumbersOf(dates: readonly string[], cashflows: readonly number[]): number[] {
  if (dates.length !== cashflows.length) throw invalidInput('dates');
  return dates.map((date) => dayNumber(parseDate(date) ?? { year: 1970, month: 1, day: 1 }));
}

const miningRevenue = publicFunction<{
  hashrateThS: number;
  difficulty: number;
  subsidyBtc: number;
  feeBtcPerBlock?: number;
  feeShareOfRevenue?: number;
  btcPriceUsd: number;
}>(shapes.miningRevenue, ({ hashrateThS, difficulty, subsidyBtc, btcPriceUsd, ...fees }) => {
  const feeBtc = fees.feeBtcPerBlock ?? feesOfShareBtc(subsidyBtc, fees.feeShareOfRevenue ?? 0);
  const rewardBtc = subsidyBtc + feeBtc;
  const blocks = expectedBlocksPerDay(hashrateThS * 1e12, difficulty);
  return {
    expectedBlocksPerDay: blocks,
    expectedBtcPerDay: blocks * rewardBtc,
    expectedUsdPerDay: blocks * rewardBtc * btcPriceUsd,
    hashpriceUsdPerPhDay: hashpriceUsdPerPhDay(difficulty, rewardBtc, btcPriceUsd),
    networkHashrateEhSAt600s: impliedHashrateEhS(difficulty, 600),
    feeShareOfRevenue: rewardBtc > 0 ? feeBtc / rewardBtc : null,
  };
});

/** Dates are written with four digits for the year. */
const lastInstantS = parseInstant('9999-12-31T23:59:59Z') ?? 0;

const nextHalvingOf = publicFunction<{ height: number; timeUtc: string; intervalS: number }>(
  shapes.nextHalving,
  ({ height, timeUtc, intervalS }) => {
    const next = nextHalving(height, parseInstant(timeUtc) ?? 0, intervalS);
    if (next.etaS > lastInstantS) throw new ModelError('model.notComputable', { notFinite: ['etaUtc'] });
    return { nextHalvingHeight: next.height, blocksLeft: next.blocksLeft, etaUtc: formatInstant(next.etaS) };
  },
);

const retarget = publicFunction<{ bits: string; timeFirstBlock: number; timeLastBlock: number }>(
  shapes.retarget,
  ({ bits, timeFirstBlock, timeLastBlock }) => {
    const oldBits = Number.parseInt(bits, 16);
    const newBits = retargetBits(oldBits, timeLastBlock - timeFirstBlock);
    const [oldDifficulty, newDifficulty] = [difficultyOfBits(oldBits), difficultyOfBits(newBits)];
    return {
      newBits: `0x${newBits.toString(16).padStart(8, '0')}`,
      oldDifficulty,
      newDifficulty,
      change: newDifficulty / oldDifficulty - 1,
    };
  },
);

const hashrateShock = publicFunction<{
  loss: number;
  blocksMinedBefore: number;
  intervalsMeasured: 2015 | 2016;
  difficulty: number;
  epochs: number;
}>(shapes.hashrateShock, ({ loss, ...shock }) => ({
  sequence: hashrateShockPath({ lossShare: loss, ...shock }),
}));

const majorityAttackCost = publicFunction<AttackPrices & { networkHashrateEhS: number; shareQ: number }>(
  shapes.majorityAttackCost,
  ({ networkHashrateEhS, shareQ, ...prices }) => ({
    addedHashrate: attackCost(addedAttackerEhS(networkHashrateEhS, shareQ), prices),
    takenOverHashrate: attackCost(networkHashrateEhS * shareQ, prices),
  }),
);

const depreciation = publicFunction<{ method: string; costUsd: number; quarter: number; years: number }>(
  shapes.depreciation,
  ({ method, costUsd, quarter, years }) => {
    if (method === 'straightLine') return { bookValuesUsd: straightLineBookValues(costUsd, years) };
    const convention =
      method === 'macrs5HalfYear' ? { kind: 'halfYear' as const } : { kind: 'midQuarter' as const, quarter };
    return { bookValuesUsd: macrs5BookValues(costUsd, convention) };
  },
);

const loan = publicFunction<{
  principalUsd: number;
  annualRate: number;
  months: number;
  balloonUsd: number;
  interestOnlyMonths: number;
}>(shapes.loan, ({ annualRate, ...terms }) => {
  if (terms.interestOnlyMonths >= terms.months) throw invalidInput('interestOnlyMonths');
  const { monthlyPaymentUsd, months } = loanSchedule({ ratePerYear: annualRate, ...terms });
  const totalInterestUsd = months.reduce((sum, month) => sum + month.interestUsd, 0);
  return { monthlyPaymentUsd, totalInterestUsd, schedule: months };
});

/** R1.7 A result with the inputs that nothing uses, where there are any. */
function withIgnored<Result extends object>(result: Result, ignored: readonly string[]): Result {
  return ignored.length > 0 ? { ...result, ignored } : result;
}

/** All public model functions by name. A function that does not exist is simply absent. */
export const modelFunctions: Readonly<Record<string, ModelFunction>> = {
  miningRevenue,
  miningBreakeven: publicFunction<{
    efficiencyJPerTh: number;
    powerPriceUsdPerKwh: number;
    hashpriceUsdPerPhDay: number;
  }>(shapes.miningBreakeven, (input) =>
    miningBreakEven(input.efficiencyJPerTh, input.powerPriceUsdPerKwh, input.hashpriceUsdPerPhDay),
  ),
  subsidy: publicFunction<{ height: number }>(shapes.subsidy, ({ height }) => ({
    halvings: halvingsAt(height),
    subsidySat: subsidySat(height),
    cumulativeIssuedSat: cumulativeIssuedSat(height),
  })),
  nextHalving: nextHalvingOf,
  retarget,
  hashrateShock,
  majorityAttackCost,
  concentration: publicFunction<{ shares: number[] }>(shapes.concentration, ({ shares }) => {
    const result = concentrationOf(shares);
    if (!result) throw new ModelError('model.notComputable');
    return result;
  }),
  doubleSpend: publicFunction<{ q: number; z: number }>(shapes.doubleSpend, ({ q, z }) => ({
    nakamoto: nakamotoSuccess(q, z),
    rosenfeld: rosenfeldSuccess(q, z),
  })),
  npv: publicFunction<FlowList & { rate: number }>(shapes.npv, ({ cashflows, rate }) => ({
    npv: periodicNpv(rate, cashflows),
  })),
  irr: publicFunction<FlowList>(shapes.irr, ({ cashflows }) => ({ roots: periodicIrrs(cashflows) })),
  payback: publicFunction<FlowList & { rate: number }>(shapes.npv, ({ cashflows, rate }) => ({
    periods: paybackPeriods(discounted(cashflows, rate)),
  })),
  mirr: publicFunction<FlowList & { financeRate: number; reinvestRate: number }>(shapes.mirr, (input) => ({
    mirr: periodicMirr(input.cashflows, input.financeRate, input.reinvestRate),
  })),
  xnpv: publicFunction<FlowList & { dates: string[]; rate: number }>(shapes.xnpv, (input) => ({
    xnpv: datedNpv(input.cashflows, dayNumbersOf(input.dates, input.cashflows), input.rate),
  })),
  xirr: publicFunction<FlowList & { dates: string[] }>(shapes.xirr, ({ cashflows, dates }) => ({
    roots: datedIrrs(cashflows, dayNumbersOf(dates, cashflows)),
  })),
  percentiles: publicFunction<{ values: number[]; percentiles: number[] }>(shapes.percentiles, (input) => {
    const sorted = input.values.toSorted((a, b) => a - b);
    return { values: input.percentiles.map((percent) => quantileOfSorted(sorted, percent / 100)) };
  }),
  depreciation,
  loan,
  dscr: publicFunction<{ cfadsUsd: number[]; debtServiceUsd: number[] }>(shapes.dscr, (input) => {
    if (input.cfadsUsd.length !== input.debtServiceUsd.length) {
      throw invalidInput('debtServiceUsd');
    }
    return coverageOf(input.cfadsUsd, input.debtServiceUsd);
  }),
  blackScholes: publicFunction<Parameters<typeof blackScholes>[0]>(shapes.blackScholes, blackScholes),
  perpetualInvestmentTrigger: publicFunction<Parameters<typeof perpetualTrigger>[0]>(
    shapes.perpetualInvestmentTrigger,
    perpetualTrigger,
  ),
  gbmMoments: publicFunction<{ s0: number; drift: number; volatility: number; years: number }>(
    shapes.gbmMoments,
    ({ s0, drift, volatility, years }) => gbmMoments(s0, drift, volatility, years),
  ),
  ouMoments: publicFunction<{
    x0: number;
    mean: number;
    reversion: number;
    volatility: number;
    years: number;
  }>(shapes.ouMoments, ({ x0, mean, reversion, volatility, years }) =>
    ouMoments(x0, mean, reversion, volatility, years),
  ),
  siteCase: publicFunction<SiteCaseInput>(shapes.siteCase, (input) =>
    withIgnored(evaluateSiteCase(input), ignoredInputs(input)),
  ),
  siteVerdict: publicFunction<SiteVerdictInput>(shapes.siteVerdict, (input) => {
    const result = siteVerdict(input);
    if ('computable' in result) throw invalidInput(...(result.invalid ?? []));
    const ignored = input.strategies.flatMap(({ case: plan }, index) =>
      ignoredInputs(plan).map((path) => `strategies[${index}].case.${path}`),
    );
    return withIgnored(result, ignored);
  }),
};

function discounted(cashflows: readonly number[], ratePerPeriod: number): number[] {
  let factor = 1;
  return cashflows.map((flow, index) => {
    if (index > 0) factor /= 1 + ratePerPeriod;
    return flow * factor;
  });
}

/** One answer of `umbau model`. */
export type ModelAnswer =
  | { readonly ok: true; readonly value: unknown }
  | {
      readonly ok: false;
      readonly error: ErrorPlaces & { readonly code: ModelErrorCode };
    };

function answer(run: ModelFunction | undefined, input: unknown): ModelAnswer {
  try {
    if (!run) throw new ModelError('model.unknownFunction');
    const value = run(input);
    const notFinite = notFiniteAt(value, '');
    if (notFinite.length > 0) throw new ModelError('model.notComputable', { notFinite });
    return { ok: true, value };
  } catch (error) {
    // Inputs of extreme size leave the range of numbers; the engine then refuses by a RangeError.
    if (error instanceof RangeError) {
      const places = error.message === 'roots.notFinite' ? { notFinite: ['roots'] } : {};
      return { ok: false, error: { code: 'model.notComputable', ...places } };
    }
    if (!(error instanceof ModelError)) throw error;
    return { ok: false, error: { code: error.code, ...error.places } };
  }
}

/**
 * Calls a public model function for a list of inputs.
 * @param name a name of `modelFunctions`
 * @param inputs an array; anything else is one invalid input
 * @returns one answer for each input, in their order
 */
export function callModel(name: string, inputs: unknown): ModelAnswer[] {
  const run = Object.hasOwn(modelFunctions, name) ? modelFunctions[name] : undefined;
  if (!Array.isArray(inputs)) return [{ ok: false, error: { code: 'model.invalidInput' } }];
  return inputs.map((input: unknown) => answer(run, input));
}
