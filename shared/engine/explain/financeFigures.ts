import type { Tax } from '../strategy/siteCaseInput.ts';
import type { FlowMetrics, NotComputable, TaxYear } from '../strategy/siteCaseResult.ts';
import { knownQuantity, quantity, summed, summedQuantity, type Calculation } from './calculation.ts';
import { monthName, type ExplainedCase } from './explainedCase.ts';
import type { FigureKey } from './figureKeys.ts';
import { irrFigure, npvFigure, tellFigure, figure } from './flowFigures.ts';
import { netFlow, type Series } from './flows.ts';
import {
  cfads,
  commitmentOf,
  countedService,
  interestSeries,
  loanFlows,
  loansOf,
  valueOfCfads,
  type LoanScope,
} from './loanCalculation.ts';
import { monthsSince, siteLeaf } from './power.ts';
import { joint, taxSeries } from './taxCalculation.ts';

/*
 * R5.8, R5.9 Figures of an own plan after tax and debt.
 */

function computed(metrics: FlowMetrics | NotComputable): FlowMetrics | undefined {
  return 'npvUsd' in metrics ? metrics : undefined;
}

function taxOf(of: ExplainedCase, years: readonly TaxYear[], interest: Series | undefined): Series {
  return taxSeries({ of, tax: of.input.tax as Tax, years, interest });
}

/** What is left for equity: the net flow, the loans, and tax where the plan is taxed. */
function equitySeries(of: ExplainedCase): Series {
  const { taxLevered } = of.site;
  const tax = taxLevered ? [taxOf(of, taxLevered, interestSeries(of))] : [];
  return joint(of, 'equityFlow', [netFlow(of), ...loansOf(of).flatMap(loanFlows), ...tax]);
}

function equityRate(of: ExplainedCase): Calculation {
  const terms = of.sources?.ownPlan?.terms ?? [];
  const value = of.input.debts?.[0]?.equityDiscountRatePerYear ?? 0;
  return siteLeaf(of, 'discountRate', value, 'discountRateEquity', terms);
}

/** R5.8e Cover of all loans in a month: CFADS of each block once, over the service of all loans. */
function coverParts(of: ExplainedCase, month: number): { cash: Calculation; service: Calculation } {
  const about = { rule: 'R5.8e', month: monthName(of, month) };
  const serving = loansOf(of).flatMap((at) => {
    const service = countedService(at, month);
    return service ? [{ at, service }] : [];
  });
  const byBlock = new Map<string, LoanScope>(serving.map(({ at }) => [at.loan.blockId, at]));
  return {
    cash: summedQuantity(
      'cfads',
      about,
      [...byBlock.values()].map((at) => cfads(at, month)),
    ),
    service: summedQuantity(
      'loanService',
      about,
      serving.map(({ service }) => service),
    ),
  };
}

function coverOfMonth(of: ExplainedCase, month: number, value: number): Calculation {
  const about = { rule: 'R5.8e', month: monthName(of, month) };
  return knownQuantity('dscr', about, value, 'C/S', () => {
    const { cash, service } = coverParts(of, month);
    return { C: cash, S: service };
  });
}

function minimumCover(of: ExplainedCase): Calculation | undefined {
  const { loansTogether } = of.site;
  const { minDscr, firstRepaymentMonth, dscr } = loansTogether ?? {};
  if (minDscr === null || minDscr === undefined || firstRepaymentMonth === null) return undefined;
  const month = (firstRepaymentMonth ?? 0) + (dscr?.indexOf(minDscr) ?? 0);
  const { formula, operands } = coverOfMonth(of, month, minDscr);
  return { ...tellFigure('minDscr'), value: minDscr, formula, operands, month: monthName(of, month) };
}

function meanCover(of: ExplainedCase): Calculation | undefined {
  const { averageDscr, firstRepaymentMonth, dscr } = of.site.loansTogether ?? {};
  if (averageDscr === null || averageDscr === undefined) return undefined;
  return figure('averageDscr', averageDscr, 'X/n', () => {
    const months = (dscr ?? []).flatMap((value, index) =>
      value === null ? [] : [coverOfMonth(of, (firstRepaymentMonth ?? 0) + index, value)],
    );
    return {
      X: summedQuantity('dscr', { rule: 'R5.8' }, months),
      n: monthsSince(months.length, 'monthCount'),
    };
  });
}

const trailingMonths = 12;

/** R5.8f The first month whose trailing cover is below a level. */
function covenantMonth(of: ExplainedCase, key: 'lockUpMonth' | 'breachMonth'): Calculation | undefined {
  const covenant = of.site.loansTogether?.covenant;
  const month = covenant && key in covenant ? (covenant as Record<typeof key, number | null>)[key] : null;
  if (month === null) return undefined;
  const terms = of.sources?.ownPlan?.terms ?? [];
  const [level, input] =
    key === 'lockUpMonth'
      ? ([of.input.covenant?.lockUpDscr, 'covenantLockUpDscr'] as const)
      : ([of.input.covenant?.breachDscr, 'covenantBreachDscr'] as const);
  const parts = (): Calculation => {
    const months = Array.from({ length: trailingMonths }, (_, index) => month - trailingMonths + 1 + index);
    const covers = months.map((one) => coverParts(of, one));
    const about = { rule: 'R5.8f', month: monthName(of, month) };
    return quantity('trailingDscr', about, 'C/S', {
      C: summedQuantity(
        'cfads',
        about,
        covers.map(({ cash }) => cash),
      ),
      S: summedQuantity(
        'loanService',
        about,
        covers.map(({ service }) => service),
      ),
    });
  };
  return {
    ...tellFigure(key),
    value: month,
    month: monthName(of, month),
    formula: null,
    operands: () => [
      { symbol: 'DSCR', of: parts() },
      { symbol: 'x', of: siteLeaf(of, 'dscrLevel', level ?? 0, input, terms) },
    ],
    note: 'firstBelow',
  };
}

function capacity(of: ExplainedCase): Calculation | undefined {
  const loans = loansOf(of);
  const capacities = loans.flatMap(({ loan }) => loan.debtCapacityUsd ?? []);
  if (loans.length === 0 || capacities.length !== loans.length) return undefined;
  const value = capacities.reduce((sum, usd) => sum + usd, 0);
  return summed(tellFigure('debtCapacityUsd'), value, () =>
    loans.map((at) =>
      knownQuantity(
        'debtCapacity',
        { rule: 'R5.8', detail: at.loan.id },
        at.loan.debtCapacityUsd ?? 0,
        'X/t',
        () => ({
          X: valueOfCfads(at, false),
          t: siteLeaf(of, 'targetDscr', at.debt.targetDscr ?? 0, 'loanTargetDscr', at.terms),
        }),
      ),
    ),
  );
}

function commitment(of: ExplainedCase): Calculation | undefined {
  const value = of.site.loansTogether?.commitmentUsd;
  if (value === undefined) return undefined;
  return summed(tellFigure('commitmentUsd'), value, () => loansOf(of).map(commitmentOf));
}

/** R5.9 NPV after tax, of the summed flow at the case's rate. */
function afterTax(of: ExplainedCase, rate: Calculation): Calculation | undefined {
  const metrics = computed(of.site.metrics.unleveredAfterTax);
  const { taxUnlevered } = of.site;
  if (!metrics || !taxUnlevered) return undefined;
  const series = joint(of, 'flowAfterTax', [netFlow(of), taxOf(of, taxUnlevered, undefined)]);
  return npvFigure(of, 'npvAfterTaxUsd', metrics.npvUsd, series, rate);
}

function equity(of: ExplainedCase): FlowMetrics | undefined {
  const { leveredAfterTax, leveredPreTax } = of.site.metrics;
  return computed(of.site.taxLevered ? leveredAfterTax : leveredPreTax);
}

/**
 * R5.8, R5.9 A figure of what tax and loans leave; undefined for other figures, and where the plan has none.
 * @param rate of the case
 */
export function financeFigure(of: ExplainedCase, key: FigureKey, rate: Calculation): Calculation | undefined {
  switch (key) {
    case 'npvAfterTaxUsd':
      return afterTax(of, rate);
    case 'equityNpvUsd': {
      const metrics = equity(of);
      return metrics && npvFigure(of, key, metrics.npvUsd, equitySeries(of), equityRate(of));
    }
    case 'equityIrrPerYear': {
      const irr = equity(of)?.irrPerYear;
      return irr === null || irr === undefined ? undefined : irrFigure(of, key, irr, equitySeries(of));
    }
    case 'commitmentUsd':
      return commitment(of);
    case 'debtCapacityUsd':
      return capacity(of);
    case 'minDscr':
      return minimumCover(of);
    case 'averageDscr':
      return meanCover(of);
    case 'lockUpMonth':
    case 'breachMonth':
      return covenantMonth(of, key);
    default:
      return undefined;
  }
}

/** R5.2e Mining that still runs when the last hall begins to bill. */
export function flexiblePower(
  value: number,
  parts: readonly { readonly powerMw: Calculation; readonly isRunning: boolean }[],
): Calculation {
  return summed(tellFigure('flexibleMw'), value, () =>
    parts.flatMap(({ powerMw, isRunning }) => (isRunning ? [powerMw] : [])),
  );
}
