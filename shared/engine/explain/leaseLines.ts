import { tenantFundedCapexOf } from '../ai/capex.ts';
import type { Line } from '../strategy/lineSheet.ts';
import { byRule, given, type Calculation } from './calculation.ts';
import { billingStart, monthOfBilling, powerBought } from './hallLines.ts';
import {
  backstopShare,
  contractRent,
  hostedRunning,
  leaseMonth,
  letFactor,
  letKw,
  letShare,
  lostRent,
  reached,
  survival,
  tenantCredit,
  weight,
  type LeaseMonth,
  type LeaseScope,
} from './leaseMonth.ts';
import { leaf, leafInMonth } from './leaves.ts';
import { idle, type LineEquation } from './lineEquation.ts';
import { hoursOfMonth, monthsSince } from './power.ts';

/*
 * R4.13 – R4.19 Equations of a let hall, line by line.
 */

const passedOn = {
  tripleNet: { power: 1, opex: 1 },
  modifiedGross: { power: 1, opex: 0 },
  gross: { power: 0, opex: 0 },
} as const;

function passThrough({ scope }: LeaseMonth, part: 'power' | 'opex'): Calculation {
  const share = passedOn[scope.block.lease.passThrough][part];
  return given('passThrough', share, byRule, { rule: 'R4.14', detail: scope.block.lease.passThrough });
}

/** R4.14 The tenant's energy and what the tenant pays back. */
function tenantEquation(at: LeaseMonth, line: Line): LineEquation | undefined {
  const { scope, month } = at;
  switch (line) {
    case 'gridEnergyMwh':
      return {
        formula: 'kW/1000·W·l·PUE·h',
        operands: () => ({
          kW: letKw(at),
          W: weight(at),
          l: leaf(scope, 'lease.tenantLoadFactor'),
          PUE: leafInMonth(scope, 'pue', month, 'pue', scope.block.byMonth?.pue),
          h: hoursOfMonth(scope.of, month),
        }),
      };
    case 'aiPowerUsd':
      return powerBought(scope);
    case 'powerReimbursementUsd':
      return {
        formula: 'π·(−A − L·W)',
        operands: () => ({
          π: passThrough(at, 'power'),
          A: scope.line('aiPowerUsd'),
          L: scope.line('demandChargeUsd'),
          W: weight(at),
        }),
      };
    case 'opexReimbursementUsd':
      return {
        formula: 'π·W·(−O − T)',
        operands: () => ({
          π: passThrough(at, 'opex'),
          W: weight(at),
          O: scope.line('aiOpexUsd'),
          T: scope.line('propertyTaxInsuranceUsd'),
        }),
      };
    default:
      return undefined;
  }
}

/** R4.3a Lines of managed hosting. */
function hostingEquation(at: LeaseMonth, line: Line): LineEquation | undefined {
  const { scope, month } = at;
  const hosting = scope.block.lease.managedHosting;
  if (line === 'hostingFeeUsd') {
    if (!hosting) return idle('notPart');
    if (at.isFree) return idle('freeRent', () => ({ n: leaf(scope, 'lease.freeRentMonths') }));
    return {
      formula: 'f·(1 + g)^⌊k/12⌋·N',
      operands: () => ({
        f: leaf(scope, 'lease.managedHosting.feeUsdPerGpuMonth'),
        g: leaf(scope, 'lease.escalatorPerYear'),
        k: monthOfBilling(scope, month),
        N: hostedRunning(at),
      }),
    };
  }
  if (line === 'slaCreditUsd')
    return hosting
      ? {
          formula: '−s·(R + F)',
          operands: () => ({
            s: leaf(scope, 'lease.managedHosting.slaCreditShare'),
            R: scope.line('rentUsd'),
            F: scope.line('hostingFeeUsd'),
          }),
        }
      : idle('notPart');
  if (line === 'gpuOpexUsd')
    return hosting
      ? {
          formula: '−o·N·(1 + i)^⌊m/12⌋',
          operands: () => ({
            o: leaf(scope, 'lease.managedHosting.opexUsdPerGpuMonth'),
            N: hostedRunning(at),
            i: leaf(scope, 'opex.opexInflationPerYear'),
            m: monthsSince(month),
          }),
        }
      : idle('notPart');
  if (line !== 'managementFeeUsd') return undefined;
  return {
    formula: hosting ? '−f·(R + F)' : '−f·R',
    operands: () => ({
      f: leaf(scope, 'opex.managementFeeShareOfRevenue'),
      R: scope.line('rentUsd'),
      ...(hosting && { F: scope.line('hostingFeeUsd') }),
    }),
  };
}

/** R4.13 – R4.18 Rent, what replaces it after a default, and what is billed. */
function rentEquation(at: LeaseMonth, line: Line): LineEquation | undefined {
  const { scope } = at;
  const isBase = at.period.isBaseTerm;
  switch (line) {
    case 'rentUsd':
      return { formula: 'R·W', operands: () => ({ R: contractRent(at), W: weight(at) }) };
    case 'backstopUsd':
      if (!isBase) return idle('renewal');
      return {
        formula: `${lostRent(at).formula}·β`,
        operands: () => ({ ...lostRent(at).operands, β: backstopShare(at) }),
      };
    case 'defaultRecoveryUsd':
      if (!isBase) return idle('renewal');
      return {
        formula: `${lostRent(at).formula}·(1 − β)·y`,
        operands: () => ({
          ...lostRent(at).operands,
          β: backstopShare(at),
          y: leaf(scope, 'lease.recoveryShare'),
        }),
      };
    case 'tenantCapexCreditUsd':
      if (!tenantFundedCapexOf(scope.block)) return idle('notPart');
      if (!isBase) return idle('renewal');
      return { formula: '−C·W', operands: () => ({ C: tenantCredit(at), W: weight(at) }) };
    case 'occupancy':
      return at.renewal < 0
        ? { formula: `Q${letFactor(at)}`, operands: () => ({ Q: survival(at), ...letShare(at) }) }
        : {
            formula: `Q·p${letFactor(at)}`,
            operands: () => ({ Q: survival(at), p: reached(scope, at.renewal), ...letShare(at) }),
          };
    case 'billedKw':
      if (at.isFree) return idle('freeRent', () => ({ n: leaf(scope, 'lease.freeRentMonths') }));
      if (!isBase) return { formula: 'kW·W', operands: () => ({ kW: letKw(at), W: weight(at) }) };
      return {
        formula: `kW·(W + (1 − Q)${letFactor(at)}·(β + (1 − β)·y))`,
        operands: () => ({
          kW: letKw(at),
          W: weight(at),
          Q: survival(at),
          β: backstopShare(at),
          y: leaf(scope, 'lease.recoveryShare'),
          ...letShare(at),
        }),
      };
    default:
      return undefined;
  }
}

/** R4.13 – R4.19 The equation of a line that follows from the lease; undefined for lines that a lease never has. */
export function leaseEquation(scope: LeaseScope, line: Line, month: number): LineEquation | undefined {
  const at = leaseMonth(scope, month);
  if (!at) {
    const isEarly = month < scope.ai.dates.billingStart;
    return isEarly ? idle('beforeBilling', () => ({ B: billingStart(scope) })) : idle('betweenPeriods');
  }
  return rentEquation(at, line) ?? tenantEquation(at, line) ?? hostingEquation(at, line);
}
