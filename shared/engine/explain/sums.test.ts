import { expect, test } from 'vitest';
import { siteFigures } from '../analysis/analyseSite.ts';
import { companyFigures } from '../analysis/companyFigures.ts';
import type { EvidenceContract, SiteEvidence } from '../analysis/evidence.ts';
import { resolveInputs } from '../analysis/resolveInputs.ts';
import { plannedStrategies } from '../analysis/sitePlans.ts';
import { evidenceForTest } from '../testing/evidenceForTest.ts';
import type { SiteFigures } from '../analysis/siteAnalysis.ts';
import { inputCalculation } from './blockScope.ts';
import { formulaValue, type Calculation } from './calculation.ts';
import { companyCalculation, companyFigureKeys } from './companyCalculation.ts';
import { explain } from './explanation.ts';
import { disagreements } from './testing/disagreements.ts';
import { withDistinctInputs } from './testing/plansForTest.ts';
import { totalCalculation, type TotalledFigure } from './totalCalculation.ts';

function siteOf(id: string, gridMw: number | null, own: Readonly<Record<string, number>> = {}): SiteEvidence {
  const base = withDistinctInputs(evidenceForTest());
  const entered = { note: null, enteredBy: null, enteredAt: '2026-11-25' };
  const values = { ...own, ...(gridMw !== null && { gridPowerMw: gridMw }) };
  const replaced = ['gridPowerMw', ...Object.keys(own)];
  return {
    ...base,
    siteId: id,
    siteName: `Site ${id}`,
    facts: base.facts.filter(({ field }) => field !== 'energised_mw'),
    ownValues: [
      ...base.ownValues.filter(({ key }) => !replaced.includes(key)),
      ...Object.entries(values).map(([key, value]) => ({ key, value, ...entered })),
    ],
  };
}

const sites = [
  siteOf('a', 60),
  siteOf('b', 25, { rentYear1UsdPerKwMonth: 90 }),
  siteOf('unknown', null),
  siteOf('c', 140, { powerPriceUsdPerMwh: 31, siteHashrateEhS: 4 }),
];

const figuresById = new Map(sites.map((site) => [site.siteId, siteFigures(site)]));

function figuresOf({ siteId }: SiteEvidence): SiteFigures {
  const found = figuresById.get(siteId);
  if (!found) throw new Error(`no site ${siteId}`);
  return found;
}

const cases = (['best', ...plannedStrategies] as const).flatMap((strategy) =>
  companyFigureKeys.map((figure) => ({ strategy, figure })),
);

test.each(cases)('R5.21 $figure of $strategy is what its sites give, down to their cases', (subject) => {
  const row = companyFigures(sites.map(figuresOf)).strategies.find(({ kind }) => kind === subject.strategy);
  const calculation = companyCalculation(sites, subject, figuresOf);
  expect(calculation?.value ?? null).toBe(row?.[subject.figure] ?? null);
  if (!calculation) return;
  expect(calculation.coverage).toEqual({ of: 'sites', known: 3, all: 4 });
  expect(disagreements(calculation, subject.strategy === 'best' ? 4 : 3).slice(0, 5)).toEqual([]);
});

test('R5.21 the sum names its sites with their strategies, and a missing site is no 0', () => {
  const answer = explain({ of: 'company', sites, subject: { strategy: 'best', figure: 'npvUsd' } });
  const best = new Map(sites.map((site) => [site.siteId, figuresOf(site).verdict.best]));
  expect(answer?.children.map(({ name }) => name)).toEqual(
    ['a', 'b', 'c'].map((id) => ({ kind: 'site', key: id, label: `Site ${id}`, strategy: best.get(id) })),
  );
  const deeper = explain({ of: 'company', sites, subject: { strategy: 'best', figure: 'npvUsd' } }, [
    '2',
    'N',
  ]);
  expect(deeper?.node.value).toBe(answer?.children[1]?.value);
});

function contract(id: string, mw: number, years: number, totalUsd: number): EvidenceContract {
  return {
    id,
    service: 'colocation',
    counterparty: `Tenant ${id}`,
    signedDate: '2026-03-01',
    itLoadMw: mw,
    termYears: years,
    totalContractValueUsd: totalUsd,
    source: 'made up',
    sourceUrl: null,
    confidence: 'high',
  };
}

function inputOf(evidence: SiteEvidence, key: Parameters<typeof inputCalculation>[1]): Calculation {
  const inputs = new Map(resolveInputs(evidence).map((input) => [input.key, input]));
  const found = inputCalculation({ evidence, inputs }, key);
  if (!found) throw new Error(`no ${key}`);
  return found;
}

test('R4.13 the rent of contracts unfolds to total, power and years of each', () => {
  const flat = {
    key: 'rentEscalatorPerYear',
    value: 0,
    note: null,
    enteredBy: null,
    enteredAt: '2026-11-25',
  };
  const contracts = [contract('x', 10, 10, 120e6), contract('y', 30, 15, 810e6)];
  const evidence = { ...evidenceForTest(), contracts, ownValues: [flat] };
  const rent = inputOf(evidence, 'rentYear1UsdPerKwMonth');
  // 120e6/(12·10,000·10) = 100; 810e6/(12·30,000·15) = 150; (10·100 + 30·150)/40 = 137.5.
  expect(rent.value).toBeCloseTo(137.5, 9);
  expect(disagreements(rent, 6)).toEqual([]);
  expect(rent.operands().map(({ of }) => of.value)).toEqual([25, 112.5]);
  const totals = rent
    .operands()
    .flatMap(({ of }) => of.operands())
    .flatMap(({ of }) => of.operands())
    .filter(({ symbol }) => symbol === 'V');
  expect(totals.map(({ of }) => of.origin)).toEqual(
    contracts.map((origin) => ({ kind: 'contract', contract: origin })),
  );
  const growing = inputOf({ ...evidence, ownValues: [] }, 'rentYear1UsdPerKwMonth');
  expect(growing.value).toBeLessThan(137.5);
  expect(disagreements(growing, 6)).toEqual([]);
  const single = inputOf({ ...evidence, contracts: contracts.slice(0, 1) }, 'rentYear1UsdPerKwMonth');
  expect(single.value).toBeCloseTo(100, 9);
  expect(formulaValue(single)).toBeCloseTo(100, 9);
});

test('R2.4, R3.6, R4.17, R4.25a inputs that follow from others unfold to them; own ones and assumptions do not', () => {
  const entered = { note: null, enteredBy: null, enteredAt: '2026-11-25' };
  const own = { allianceBackstopShare: 0.5, alliancePartnerDefaultMonth: 12, fleetEfficiencyJPerTh: 25 };
  const ownValues = Object.entries(own).map(([key, value]) => ({ key, value, ...entered }));
  const evidence = { ...evidenceForTest(), ownValues };
  const keys = [
    'siteHashrateEhS',
    'blockIntervalS',
    'allianceBackstopTenorMonths',
    'allianceMinerResidualShareAfterDefault',
  ] as const;
  for (const key of keys) {
    const derived = inputOf(evidence, key);
    expect(derived.formula, key).not.toBeNull();
    expect(disagreements(derived, 4), key).toEqual([]);
  }
  expect(inputOf(evidence, 'fleetEfficiencyJPerTh').formula).toBeNull();
  expect(inputOf(evidence, 'aiPue').formula).toBeNull();
  expect(
    explain({ of: 'input', evidence, key: 'siteHashrateEhS' })?.children.map(({ name }) => name.key),
  ).toEqual(['gridPowerMw', 'miningPue', 'fleetEfficiencyJPerTh']);
});

test('R5.14 the cost of a GPU-hour at another life is explained at that life, which is said to be tried', () => {
  const evidence = siteOf('a', 60);
  const ask = (months: number, path: readonly string[] = []) => {
    const tried = { key: 'gpuLifeMonths', value: months } as const;
    const subject = { kind: 'figure', figure: 'lcocUsdPerGpuHour', tried } as const;
    return explain({ of: 'plan', evidence, plan: { kind: 'strategy', strategy: 'gpuCloud' }, subject }, path);
  };
  const [short, long] = [ask(36)?.node.value ?? NaN, ask(72)?.node.value ?? NaN];
  expect(short).toBeGreaterThan(long);
  const seen: string[] = [];
  const walk = (path: readonly string[], depth: number): void => {
    for (const child of ask(36, path)?.children ?? []) {
      if (child.name.kind === 'input' && child.name.key === 'gpuLifeMonths')
        seen.push(`${child.value} ${child.origin?.kind}`);
      if (depth > 0 && seen.length === 0 && child.childCount < 9) walk(child.path, depth - 1);
    }
  };
  const residual = ask(36, ['C'])?.children.find(({ name }) => name.key === 'gpuResidualUsd');
  walk(residual?.path ?? ['C'], 8);
  expect(seen[0]).toBe('36 tried');
});

function totalled(ownerId: string, value: number | null): TotalledFigure {
  const fact = {
    field: 'power_operating_mw',
    unit: 'MW',
    basis: 'grid',
    asOf: '2026-09-30',
    source: 'made up',
    sourceUrl: null,
    confidence: null,
    note: null,
    origin: 'fact' as const,
    enteredBy: null,
  };
  return { ownerId, owner: ownerId, fact: value === null ? null : { ...fact, value } };
}

test('R5.22 a total holds what is known and says how many that are', () => {
  const about = { field: 'energisedMw', label: 'Energised', unit: 'MW' };
  const figures = [totalled('x', 120), totalled('y', null), totalled('z', 0)];
  const total = totalCalculation({ ...about, figures });
  expect(total).toMatchObject({ value: 120, coverage: { of: 'companies', known: 2, all: 3 } });
  expect(total?.operands().map(({ of }) => of.value)).toEqual([120, 0]);
  expect(totalCalculation({ ...about, figures: [totalled('y', null)] })).toBeUndefined();
});

test('R1.9a hash rate and efficiency from fleets unfold to units, TH/s and J/TH of each fleet', () => {
  const fleet = (
    model: string,
    units: number,
    hashrateThS: number | null,
    efficiencyJPerTh: number | null,
  ) => ({
    id: model,
    model,
    units,
    hashrateThS,
    efficiencyJPerTh,
    asOf: '2026-09-30',
    source: '10-Q',
    sourceUrl: null,
    confidence: 'high' as const,
  });
  const fleets = [
    fleet('S21', 10_000, 200, 17.5),
    fleet('S19', 5_000, 100, 30),
    fleet('none', 0, null, null),
  ];
  const evidence = { ...evidenceForTest(), fleets };
  const hashrate = inputOf(evidence, 'siteHashrateEhS');
  expect([hashrate.rule, hashrate.value]).toEqual(['R1.9a', 2.5]);
  expect(disagreements(hashrate, 6)).toEqual([]);
  const efficiency = inputOf(evidence, 'fleetEfficiencyJPerTh');
  expect([efficiency.rule, efficiency.value, formulaValue(efficiency)]).toEqual(['R1.9a', 20, 20]);
  expect(disagreements(efficiency, 6)).toEqual([]);
  const parts = efficiency.operands()[0]?.of.operands() ?? [];
  expect(parts.map(({ of }) => of.value)).toEqual([35e6, 15e6]);
  expect(parts[0]?.of.operands().map(({ symbol, of }) => [symbol, of.value, of.origin])).toEqual([
    ['n', 10_000, { kind: 'fleet', fleet: fleets[0] }],
    ['h', 200, { kind: 'fleet', fleet: fleets[0] }],
    ['e', 17.5, { kind: 'fleet', fleet: fleets[0] }],
  ]);
  // Without units of one fleet the site's power tells again.
  const unknown = { ...evidence, fleets: [{ ...fleet('S21', 1, 200, 17.5), units: null }] };
  expect(inputOf(unknown, 'siteHashrateEhS').rule).toBe('R3.6');
});
