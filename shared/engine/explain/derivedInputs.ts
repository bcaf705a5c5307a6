import type { EvidenceFleet, SiteEvidence } from '../analysis/evidence.ts';
import { fleetNameplateThS } from '../analysis/fleets.ts';
import type { InputKey } from '../analysis/inputTable.ts';
import { leasesWithRent, type LeaseWithRent } from '../analysis/resolveInputs.ts';
import type { ResolvedInput } from '../analysis/siteAnalysis.ts';
import {
  byRule,
  given,
  quantity,
  sumSign,
  summedQuantity,
  type Calculation,
  type Operands,
  type Origin,
} from './calculation.ts';

/*
 * R1.9 Inputs that follow from others: their equations.
 */

type Equation = Pick<Calculation, 'formula' | 'operands' | 'rule'>;

interface Around {
  readonly evidence: SiteEvidence;
  readonly inputOf: (key: InputKey) => Calculation | undefined;
}

/** The equation, where all its inputs are known. */
function equation(
  rule: string,
  formula: string,
  operands: Readonly<Record<string, Calculation | undefined>>,
): Equation | undefined {
  const known = Object.entries(operands).flatMap(([symbol, of]) => (of ? [{ symbol, of }] : []));
  if (known.length < Object.keys(operands).length) return undefined;
  return { rule, formula, operands: () => known };
}

/** R4.13 Year-1 rent of one contract by its total. */
function rentOperands(lease: LeaseWithRent, g: Calculation): { formula: string; operands: Operands } {
  const origin: Origin = { kind: 'contract', contract: lease };
  const about = { rule: 'R4.13', detail: lease.counterparty };
  const V = given('contractTotal', lease.totalContractValueUsd, origin, about);
  const N = given('contractYears', lease.termYears, origin, about);
  const kW = quantity('contractKw', about, 'IT·1000', { IT: contractMw(lease) });
  return g.value === 0
    ? { formula: 'V/(12·kW·N)', operands: { V, kW, N } }
    : { formula: 'V·g/(12·kW·((1 + g)^N − 1))', operands: { V, g, kW, N } };
}

function contractMw(lease: LeaseWithRent): Calculation {
  const about = { rule: 'R4.13', detail: lease.counterparty };
  return given('criticalItMw', lease.itLoadMw, { kind: 'contract', contract: lease }, about);
}

/** R4.13 Of one contract its rent, of several their mean by critical IT. */
function rentOfContracts({ evidence, inputOf }: Around): Equation | undefined {
  const leases = leasesWithRent(evidence);
  const escalator = inputOf('rentEscalatorPerYear');
  const [only] = leases;
  if (!only || !escalator) return undefined;
  if (leases.length === 1) {
    const { formula, operands } = rentOperands(only, escalator);
    return equation('R4.13', formula, operands);
  }
  const all = summedQuantity('contractMw', { rule: 'R4.13' }, leases.map(contractMw));
  const parts = leases.map((lease) => {
    const about = { rule: 'R4.13', detail: lease.counterparty };
    const { formula, operands } = rentOperands(lease, escalator);
    return quantity('rentPart', about, 'IT/X·r', {
      IT: contractMw(lease),
      X: all,
      r: quantity('rentPerKw', about, formula, operands),
    });
  });
  return {
    rule: 'R4.13',
    formula: sumSign,
    operands: () => parts.map((of, index) => ({ symbol: String(index + 1), of })),
  };
}

/** R1.9a The machines of one fleet, each number with the fleet that it was read from. */
function machinesOf(fleet: EvidenceFleet): Readonly<Record<'n' | 'h' | 'e', Calculation>> {
  const origin: Origin = { kind: 'fleet', fleet };
  const about = { rule: 'R1.9a', detail: fleet.model };
  return {
    n: given('fleetUnits', fleet.units ?? 0, origin, about),
    h: given('machineHashrate', fleet.hashrateThS ?? 0, origin, about),
    e: given('efficiency', fleet.efficiencyJPerTh ?? 0, origin, about),
  };
}

/** R1.9a The sum over the fleets that have units; the others add nothing, whatever is missing there. */
function sumOfFleets(key: 'fleetNameplate' | 'fleetPower', { fleets = [] }: SiteEvidence): Calculation {
  const parts = fleets
    .filter(({ units }) => units !== 0)
    .map((fleet) => {
      const { n, h, e } = machinesOf(fleet);
      const about = { rule: 'R1.9a', detail: fleet.model };
      return key === 'fleetPower' && fleet.hashrateThS !== 0
        ? quantity(key, about, 'n·h·e', { n, h, e })
        : quantity(key, about, 'n·h', { n, h });
    });
  return summedQuantity(key, { rule: 'R1.9a' }, parts);
}

function efficiencyOfFleets({ evidence }: Around): Equation | undefined {
  return equation('R1.9a', 'W/T', {
    W: sumOfFleets('fleetPower', evidence),
    T: sumOfFleets('fleetNameplate', evidence),
  });
}

/** R1.9a From the fleets where they can be summed, else R3.6 from the site's power. */
function hashrateOfSite({ evidence, inputOf }: Around): Equation | undefined {
  if (fleetNameplateThS(evidence.fleets ?? []) !== undefined)
    return equation('R1.9a', 'T/1e6', { T: sumOfFleets('fleetNameplate', evidence) });
  return equation('R3.6', 'MW/(PUE·e)', {
    MW: inputOf('gridPowerMw'),
    PUE: inputOf('miningPue'),
    e: inputOf('fleetEfficiencyJPerTh'),
  });
}

/**
 * R1.9 The equation of an input that the portfolio derives from others (R1.9a, R2.4, R3.6, R4.13, R4.17, R4.25a).
 * @param inputOf an input of the same site
 * @returns undefined for an input that is a fact, the analyst's own, an assumption or missing
 */
export function derivedEquation({ key, origin }: ResolvedInput, around: Around): Equation | undefined {
  if (origin !== 'derived') return undefined;
  const { inputOf } = around;
  switch (key) {
    case 'rentYear1UsdPerKwMonth':
      return rentOfContracts(around);
    case 'siteHashrateEhS':
      return hashrateOfSite(around);
    case 'fleetEfficiencyJPerTh':
      return efficiencyOfFleets(around);
    case 'blockIntervalS':
      return equation('R2.4', 'Z/n', {
        Z: given('retargetSeconds', 1_209_600, byRule, { rule: 'R2.4' }),
        n: given('retargetBlocks', 2016, byRule, { rule: 'R2.4' }),
      });
    case 'allianceBackstopTenorMonths':
      return equation('R4.17', 'n', { n: inputOf('leaseTermMonths') });
    case 'allianceMinerResidualShareAfterDefault':
      return equation('R4.25a', 'r', { r: inputOf('allianceMinerResidualShare') });
    default:
      return undefined;
  }
}
