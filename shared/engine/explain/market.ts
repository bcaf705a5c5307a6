import type { Halving, Market } from '../strategy/marketInput.ts';
import { daysOf, monthAndDayOf, parseMonth } from '../time/months.ts';
import { pathAt } from '../time/path.ts';
import {
  byCalendar,
  byPlan,
  byRule,
  given,
  known,
  knownQuantity,
  quantity,
  type Calculation,
  type Operands,
} from './calculation.ts';
import { monthName, type ExplainedCase } from './explainedCase.ts';
import { effectOf, movedInMonth } from './inScenario.ts';
import { monthsSince, pathInMonth, siteLeaf } from './power.ts';

/*
 * R2 The market of a case: price, network, subsidy and fees of a month, and the hashprice they make.
 */

function marketOf({ input }: ExplainedCase): Market {
  return input.market as Market;
}

/** R7.3c Price of one BTC, in the scenario of the site. */
export function btcPrice(of: ExplainedCase, month: number): Calculation {
  const base = plannedPrice(of, month);
  const path = marketOf(of).btcPriceUsd;
  return path.values.length === 1
    ? base
    : movedInMonth(of, 'btcPrice', month, 'btcPrice', base, pathAt(path, month));
}

/** Price of one BTC: in a portfolio today's price with the chosen drift. */
function plannedPrice(of: ExplainedCase, month: number): Calculation {
  const { btcPriceUsd } = marketOf(of);
  const about = { rule: 'R1.4', month: monthName(of, month) };
  const today = siteLeaf(of, 'btcPrice', btcPriceUsd.values.at(-1) ?? 0, 'btcPriceUsd');
  if (of.sources)
    return quantity('btcPrice', about, 'P·exp(μ·m/12)', {
      P: today,
      μ: siteLeaf(of, 'growthRate', 0, 'btcLogDriftPerYear'),
      m: monthsSince(month, 'growthMonths'),
    });
  const growth = siteLeaf(of, 'growthRate', btcPriceUsd.growthPerYear);
  return pathInMonth(btcPriceUsd, month, { key: 'btcPrice', last: today, growth }, about.month);
}

interface DatedHalving {
  readonly month: number;
  readonly day: number;
  readonly halving: Halving;
}

function halvingsUntil(of: ExplainedCase, month: number): DatedHalving[] {
  return marketOf(of)
    .halvings.flatMap((halving) => {
      const at = monthAndDayOf(halving.date);
      return at ? [{ month: at.month - of.calendar.firstMonth, day: at.day, halving }] : [];
    })
    .filter((dated) => dated.month <= month)
    .toSorted((a, b) => a.month - b.month);
}

function subsidyAfter(of: ExplainedCase, dated: DatedHalving | undefined): Calculation {
  if (!dated) return siteLeaf(of, 'subsidy', marketOf(of).subsidyBtcPerBlock, 'subsidyBtcPerBlock');
  const { date, subsidyBtcPerBlockAfter } = dated.halving;
  return given('subsidyAfterHalving', subsidyBtcPerBlockAfter, byRule, { rule: 'R2.1', detail: date });
}

/** R2.6 Subsidy of a month: the mean of old and new in the month of a halving. */
export function subsidyOf(of: ExplainedCase, month: number): Calculation {
  const past = halvingsUntil(of, month);
  const last = past.at(-1);
  if (last?.month !== month) return subsidyAfter(of, last);
  const name = monthName(of, month);
  return quantity('subsidy', { rule: 'R2.6', month: name }, '(S0·(d − 1) + S1·(n − d + 1))/n', {
    S0: subsidyAfter(of, past.at(-2)),
    S1: subsidyAfter(of, last),
    d: given('dayOfMonth', last.day, byCalendar, { rule: 'R2.6', detail: last.halving.date }),
    n: given('days', daysOf(of.calendar.firstMonth + month), byCalendar, { month: name }),
  });
}

/** R2.7 Fees of a block. */
export function feesOf(of: ExplainedCase, month: number): Calculation {
  const { fees } = marketOf(of);
  const name = monthName(of, month);
  const isShare = fees.kind === 'shareOfRevenue';
  const key = isShare ? 'feeShareOfBlock' : 'feesPerBlock';
  const path = fees.path;
  const last = siteLeaf(of, key, path.values.at(-1) ?? 0, isShare ? 'feeShareOfRevenue' : undefined);
  const growth = siteLeaf(of, 'growthRate', path.growthPerYear);
  const now =
    path.values.length === 1 && path.growthPerYear === 0
      ? last
      : pathInMonth(path, month, { key, last, growth }, name);
  if (!isShare) return now;
  return quantity('feesPerBlock', { rule: 'R2.7', month: name }, 'S·φ/(1 − φ)', {
    S: subsidyOf(of, month),
    φ: now,
  });
}

/** Spacing of blocks: of a case as it stands, of a site its input. */
function blockInterval(of: ExplainedCase): Calculation {
  const { network } = marketOf(of);
  const seconds = network.kind === 'hashrateEhS' ? network.blockIntervalS : NaN;
  return siteLeaf(of, 'blockInterval', seconds, 'blockIntervalS');
}

/** R2.5 The hash rate at which the marginal machine breaks even. */
function targetHashrate(of: ExplainedCase, month: number): Calculation {
  const about = { rule: 'R2.5', month: monthName(of, month) };
  const planned = quantity('marginalEfficiency', about, 'e·(1 + c)^(m/12)', {
    e: siteLeaf(of, 'efficiency', 0, 'marginalFleetJPerTh'),
    c: siteLeaf(of, 'growthRate', 0, 'marginalFleetChangePerYear'),
    m: monthsSince(month, 'growthMonths'),
  });
  const { factor } = effectOf(of, 'marginalEfficiency', month);
  const efficiency = movedInMonth(
    of,
    'marginalEfficiency',
    month,
    'marginalEfficiency',
    planned,
    planned.value * factor,
  );
  return quantity('targetHashrate', about, '86400/τ·(S + F)·P/(24·e·p/1000)/1000', {
    τ: blockInterval(of),
    S: subsidyOf(of, month),
    F: feesOf(of, month),
    P: btcPrice(of, month),
    e: efficiency,
    p: siteLeaf(of, 'energyPrice', 0, 'marginalFleetPowerUsdPerMwh'),
  });
}

/** R2.5a The rows of the analyst's table around a month; today's hash rate is the first. */
function rowsAround(of: ExplainedCase, month: number) {
  const choice = of.sources?.evidence.difficulty;
  const points = choice?.rule === 'table' ? choice.points : [];
  const ahead = points
    .flatMap(({ month: name, hashrateEhS }) => {
      const count = parseMonth(name);
      return count === undefined ? [] : [{ month: count - of.calendar.firstMonth, hashrateEhS }];
    })
    .filter((point) => point.month > 0)
    .toSorted((a, b) => a.month - b.month);
  return {
    before: ahead.findLast((point) => point.month <= month),
    after: ahead.find((point) => point.month > month),
  };
}

/** R2.5a Hash rate where the analyst chose constant difficulty or a table of their own. */
function chosenHashrate(of: ExplainedCase, month: number, value: number): Calculation {
  const { before, after } = rowsAround(of, month);
  const about = { rule: 'R2.5a', month: monthName(of, month) };
  const from = before
    ? given('networkHashrate', before.hashrateEhS, byPlan, {
        rule: 'R2.5a',
        month: monthName(of, before.month),
      })
    : settledHashrate(of, 0);
  if (!after || before?.month === month) return from;
  return knownQuantity('networkHashrate', about, value, 'A·(B/A)^((m − a)/(b − a))', () => ({
    A: from,
    B: given('networkHashrate', after.hashrateEhS, byPlan, {
      rule: 'R2.5a',
      month: monthName(of, after.month),
    }),
    m: monthsSince(month, 'monthCount'),
    a: monthsSince(before?.month ?? 0, 'monthCount'),
    b: monthsSince(after.month, 'monthCount'),
  }));
}

/** R7.3c Hash rate of the network, in the scenario of the site. */
export function networkHashrate(of: ExplainedCase, month: number): Calculation {
  const value = pathAt(marketOf(of).network.path, month);
  const base = settledHashrate(of, month);
  return of.sources ? movedInMonth(of, 'networkHashrate', month, 'networkHashrate', base, value) : base;
}

/** R2.5 Hash rate by its rule: today's, then one step of the response from the month before. */
function settledHashrate(of: ExplainedCase, month: number): Calculation {
  const { network } = marketOf(of);
  const name = monthName(of, month);
  const value = pathAt(network.path, month) / effectOf(of, 'networkHashrate', month).factor;
  if (!of.sources) {
    const last = siteLeaf(of, 'networkHashrate', network.path.values.at(-1) ?? 0);
    const growth = siteLeaf(of, 'growthRate', network.path.growthPerYear);
    return pathInMonth(network.path, month, { key: 'networkHashrate', last, growth }, name);
  }
  if (month === 0) return siteLeaf(of, 'networkHashrate', value, 'networkHashrateEhS');
  if (of.sources.evidence.difficulty) return chosenHashrate(of, month, value);
  return knownQuantity(
    'networkHashrate',
    { rule: 'R2.5', month: name, note: 'lastStep' },
    value,
    'H0·(X/H0)^κ',
    () => ({
      H0: settledHashrate(of, month - 1),
      X: targetHashrate(of, month - 1),
      κ: siteLeaf(of, 'adjustment', 0, 'hashrateAdjustmentPerMonth'),
    }),
  );
}

/** R2.3 Difficulty of a month. */
export function difficultyOfMonth(of: ExplainedCase, month: number): Calculation {
  const { network } = marketOf(of);
  const name = monthName(of, month);
  if (network.kind === 'difficulty') {
    const last = siteLeaf(of, 'difficulty', network.path.values.at(-1) ?? 0);
    const growth = siteLeaf(of, 'growthRate', network.path.growthPerYear);
    return pathInMonth(network.path, month, { key: 'difficulty', last, growth }, name);
  }
  return quantity('difficulty', { rule: 'R2.3', month: name }, 'H·1e18·τ/2^32', {
    H: networkHashrate(of, month),
    τ: blockInterval(of),
  });
}

/** What a block pays, and how hard it is to find. */
export function rewardOperands(of: ExplainedCase, month: number): Operands {
  return { D: difficultyOfMonth(of, month), S: subsidyOf(of, month), F: feesOf(of, month) };
}

/** R2.3 Hashprice of a month, the memo line of a mining block. */
export function hashpriceOfMonth(
  of: ExplainedCase,
  blockId: string,
  month: number,
  value: number,
): Calculation {
  return known(
    {
      name: { kind: 'line', key: 'hashpriceUsdPerPhDay', blockId },
      unit: 'USD/PH/day',
      rule: 'R2.3',
      month: monthName(of, month),
    },
    value,
    '1e15·86400/(D·2^32)·(S + F)·P',
    () => ({ ...rewardOperands(of, month), P: btcPrice(of, month) }),
  );
}
