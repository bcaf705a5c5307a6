import { contractValueUsd } from '../ai/gpuCloud.ts';
import type { GpuGeneration } from '../ai/gpuGenerations.ts';
import type { Line } from '../strategy/lineSheet.ts';
import { hoursOf } from '../time/months.ts';
import { byRule, given, quantity, summed, type Calculation } from './calculation.ts';
import { monthName } from './explainedCase.ts';
import { criticalIt, powerBought, rampInMonth, billingStart } from './hallLines.ts';
import { gpuHourPrice, isContracted, type CloudScope as Scope } from './cloudPrice.ts';
import { leaf, leafInMonth } from './leaves.ts';
import { idle, sumOf, type LineEquation } from './lineEquation.ts';
import { hoursOfMonth, monthsSince } from './power.ts';
import { quantityUnits } from './quantities.ts';

/*
 * R4.20 – R4.24 Equations of a hall with own GPUs.
 */

function gpus(scope: Scope): Calculation {
  return quantity('gpus', { rule: 'R4.20' }, '⌊IT·1000/w + 1/1e9⌋', {
    IT: criticalIt(scope),
    w: leaf(scope, 'cloud.kwPerGpu'),
  });
}

/** R4.10b, R4.23 First month in which the GPUs no longer work. */
function serviceEnd({ block, ai }: Scope): number {
  const end = block.toMonth ?? Infinity;
  return block.cloud.refresh ? end : Math.min(end, ai.dates.energisation + block.cloud.gpuLifeMonths);
}

/** Hours of a month that may lie beyond those the engine computes (R4.22). */
function hoursAnyMonth(scope: Scope, month: number): Calculation {
  const { computedMonths, firstMonth } = scope.of.calendar;
  if (month >= 0 && month < computedMonths) return hoursOfMonth(scope.of, month);
  return given(
    'hours',
    hoursOf(firstMonth + month),
    { kind: 'calendar' },
    { month: monthName(scope.of, month) },
  );
}

/** R4.21 Hours sold in a month. */
function hoursSold(
  scope: Scope,
  month: number,
): { formula: string; operands: () => Record<string, Calculation> } {
  const isUnderContract = isContracted(scope, month);
  const shared = () => ({
    N: gpus(scope),
    ρ: rampInMonth(scope, month),
    h: hoursAnyMonth(scope, month),
    a: leaf(scope, 'cloud.availability'),
  });
  if (!isUnderContract)
    return {
      formula: 'N·ρ·h·a·u',
      operands: () => ({
        ...shared(),
        u: leafInMonth(
          scope,
          'cloud.market.utilisation',
          month,
          'marketUtilisation',
          scope.block.byMonth?.marketUtilisation,
        ),
      }),
    };
  return {
    formula: 'N·ρ·h·a·max(t, u)',
    operands: () => ({
      ...shared(),
      t: leaf(scope, 'cloud.contract.takeOrPayShare'),
      u: leaf(scope, 'cloud.contract.utilisation'),
    }),
  };
}

/** R4.22 Contract revenue over the whole term, month by month. */
function contractValue(scope: Scope): Calculation {
  const { block, ai, of } = scope;
  const { dates, criticalItMw } = ai;
  const power = { deliveredUsdPerMwh: new Float64Array() } as never;
  const around = { dates, criticalItMw, gpus: gpus(scope).value, power };
  const value = contractValueUsd(block, around, of.calendar.firstMonth);
  const last = Math.min(block.cloud.contract?.termMonths ?? 0, serviceEnd(scope) - dates.billingStart);
  return summed(
    {
      name: { kind: 'quantity', key: 'contractValue' },
      unit: quantityUnits.contractValue,
      rule: 'R4.22',
    },
    value,
    () =>
      Array.from({ length: Math.max(0, last) }, (_, k) => {
        const month = dates.billingStart + k;
        const sold = hoursSold(scope, month);
        const about = { rule: 'R4.22', month: monthName(of, month) };
        return quantity('contractRevenue', about, 'V·p', {
          V: quantity('gpuHours', { ...about, rule: 'R4.21' }, sold.formula, sold.operands()),
          p: gpuHourPrice(scope, month),
        });
      }),
  );
}

/** R4.23 Cost of a generation of GPUs. */
export function generationCost(scope: Scope, index: number): Calculation {
  const first = { N: gpus(scope), p: leaf(scope, 'cloud.gpuPriceUsd') };
  const about = { rule: index === 0 ? 'R4.20' : 'R4.23', detail: String(index + 1) };
  if (index === 0) return quantity('generationCost', about, 'N·p', first);
  return quantity('generationCost', about, 's·N·p', {
    s: leaf(scope, 'cloud.refresh.costShareOfFirst'),
    ...first,
  });
}

function purchaseParts(scope: Scope, month: number): Calculation[] {
  const { generations, dates } = scope.ai;
  return generations.flatMap(({ startMonth }, index) => {
    const detail = String(index + 1);
    if (index > 0)
      return month === startMonth - 1
        ? [
            quantity('generationPayment', { rule: 'R4.23', detail }, '−A', {
              A: generationCost(scope, index),
            }),
          ]
        : [];
    const payments = dates.isInService ? 0 : scope.block.cloud.gpuPaymentMonths;
    if (month < startMonth - payments || month >= startMonth) return [];
    return [
      quantity('generationPayment', { rule: 'R4.20', detail }, '−A/q', {
        A: generationCost(scope, 0),
        q: leaf(scope, 'cloud.gpuPaymentMonths'),
      }),
    ];
  });
}

function residualOf(scope: Scope, generation: GpuGeneration, index: number, month: number): Calculation[] {
  const { block, of } = scope;
  const end = Math.min(of.calendar.horizonMonths, block.toMonth ?? Infinity);
  const detail = String(index + 1);
  const cost = generationCost(scope, index);
  const share = leafInMonth(
    scope,
    'cloud.residualShare',
    month,
    'gpuResidual',
    block.byMonth?.gpuResidualShare,
  );
  if (generation.endMonth - 1 < end)
    return month === generation.endMonth - 1
      ? [quantity('generationResidual', { rule: 'R4.23', detail }, 'A·r', { A: cost, r: share })]
      : [];
  const isValued = block.terminal.gpuResidualAtHorizon === true && generation.startMonth < end;
  if (!isValued || month !== end - 1) return [];
  return [
    quantity('generationResidual', { rule: 'R4.23', detail }, 'A·(1 − (1 − r)·a/L)', {
      A: cost,
      r: share,
      a: given('ageMonths', end - generation.startMonth, byRule, { rule: 'R4.23' }),
      L: leaf(scope, 'cloud.gpuLifeMonths'),
    }),
  ];
}

function capitalEquation(scope: Scope, line: Line, month: number): LineEquation | undefined {
  const { ai, block } = scope;
  if (line === 'gpuCapexUsd' || line === 'gpuResidualUsd') {
    if (ai.dates.isInService && month < -1) return idle('noPayment');
    const parts =
      line === 'gpuCapexUsd'
        ? purchaseParts(scope, month)
        : ai.generations.flatMap((generation, index) => residualOf(scope, generation, index, month));
    return parts.length > 0 ? sumOf(() => parts) : idle('noPayment');
  }
  if (line !== 'prepaymentReceivedUsd') return undefined;
  const signed = block.timeline.leaseSignedMonth;
  const isPaid = month === signed && (!ai.dates.isInService || signed >= 0);
  if (!isPaid || !block.cloud.contract?.prepayment) return idle('noPayment');
  return {
    formula: 's·C',
    operands: () => ({
      s: leaf(scope, 'cloud.contract.prepayment.shareOfContractValue'),
      C: contractValue(scope),
    }),
  };
}

/** R4.21, R4.22, R4.24 Lines of months in which GPUs are sold. */
function serviceEquation(scope: Scope, line: Line, month: number): LineEquation | undefined {
  const ofRevenue = (path: Parameters<typeof leaf>[1]): LineEquation => ({
    formula: '−s·G',
    operands: () => ({ s: leaf(scope, path), G: scope.line('gpuRevenueUsd') }),
  });
  switch (line) {
    case 'gpuRevenueUsd':
      return {
        formula: 'V·p',
        operands: () => ({ V: scope.line('billedGpuHours'), p: gpuHourPrice(scope, month) }),
      };
    case 'billedGpuHours':
      return hoursSold(scope, month);
    case 'slaCreditUsd':
      return ofRevenue('cloud.slaCreditShare');
    case 'platformCostUsd':
      return ofRevenue('cloud.platformCostShare');
    case 'managementFeeUsd':
      return ofRevenue('opex.managementFeeShareOfRevenue');
    case 'prepaymentAppliedUsd':
      return scope.block.cloud.contract?.prepayment && isContracted(scope, month)
        ? ofRevenue('cloud.contract.prepayment.shareOfContractValue')
        : idle('notPart');
    case 'gridEnergyMwh':
      return {
        formula: 'IT·ρ·l·PUE·h',
        operands: () => ({
          IT: criticalIt(scope),
          ρ: rampInMonth(scope, month),
          l: leaf(scope, 'cloud.loadFactor'),
          PUE: leafInMonth(scope, 'pue', month, 'pue', scope.block.byMonth?.pue),
          h: hoursOfMonth(scope.of, month),
        }),
      };
    case 'aiPowerUsd':
      return powerBought(scope);
    case 'gpuOpexUsd':
      return {
        formula: '−o·N·(1 + i)^⌊m/12⌋',
        operands: () => ({
          o: leaf(scope, 'cloud.opexUsdPerGpuMonth'),
          N: gpus(scope),
          i: leaf(scope, 'opex.opexInflationPerYear'),
          m: monthsSince(month),
        }),
      };
    default:
      return undefined;
  }
}

/** R4.20 – R4.24 The equation of a line of GPUs; undefined for lines that a GPU cloud never has. */
export function cloudEquation(scope: Scope, line: Line, month: number): LineEquation | undefined {
  const capital = capitalEquation(scope, line, month);
  if (capital) return capital;
  if (month < Math.max(0, scope.ai.dates.billingStart))
    return idle('beforeBilling', () => ({ B: billingStart(scope) }));
  if (month >= serviceEnd(scope)) return idle('afterService');
  return serviceEquation(scope, line, month);
}
