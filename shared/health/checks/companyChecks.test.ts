import { expect, test } from 'vitest';
import { faultsOfCompany } from '../allChecks.ts';
import type { CheckedCompany } from '../checkedData.ts';
import type { FaultCode } from '../fault.ts';
import { contractForTest, figureForTest as figure, siteForTest } from '../testing/checkedForTest.ts';

const ordinary: CheckedCompany = { figures: [], contracts: [], hashrates: [], energisedMwOfSites: [] };

function of(code: FaultCode, parts: Partial<CheckedCompany>) {
  return faultsOfCompany({ ...ordinary, ...parts }, null).filter((fault) => fault.code === code);
}

test('R4.26 sites that sum to more than their company; what is rounded or not known is none', () => {
  const figures = [figure('power_operating_mw', 200)];
  const sites = (...energisedMwOfSites: (number | null)[]) =>
    of('sumsAboveCompany', { figures, energisedMwOfSites });
  expect(sites(150, null, 60)[0]?.values).toEqual({ sitesMw: 210, companyMw: 200, sites: 2 });
  expect(sites(150, null, 52)).toEqual([]);
  expect(sites(null, null)).toEqual([]);
  expect(of('sumsAboveCompany', { energisedMwOfSites: [500] })).toEqual([]);
});

test('R3.1 a company’s hash rate that is the closing one of its month', () => {
  const hashrates = [{ lastMonth: '2026-08', averageHashrateEhS: 32.2, endHashrateEhS: 36.5 }];
  const rate = (value: number, asOf = '2026-08-31') =>
    of('monthEndHashrate', { hashrates, figures: [figure('hashrate_eh_s', value, { asOf })] });
  expect(rate(36.5)[0]?.values).toEqual({ value: 36.5, average: 32.2, asOf: '2026-08-31' });
  expect(rate(32.2)).toEqual([]);
  expect(rate(36.5, '2026-09-30')).toEqual([]);
  const alone = [{ ...hashrates[0], lastMonth: '2026-08', averageHashrateEhS: null, endHashrateEhS: 36.5 }];
  const figures = [figure('hashrate_eh_s', 36.5, { asOf: '2026-08-31' })];
  expect(of('monthEndHashrate', { hashrates: alone, figures })).toEqual([]);
});

test('P55 rival values of a company; only what a site’s inputs use is tried', () => {
  const pair = (field: string) => [figure(field, 20), figure(field, 25, { superseded: true })];
  expect(of('rivalValues', { figures: pair('fleet_efficiency_j_th') })[0]?.mends).toEqual([
    { kind: 'fact', field: 'company.fleet_efficiency_j_th', value: 25 },
  ]);
  expect(of('rivalValues', { figures: pair('cash_usd') })[0]?.mends).toEqual([]);
  expect(of('rivalValues', { figures: [figure('cash_usd', 20)] })).toEqual([]);
});

test('R4.26 contracts without a site: an amendment restates only the same counterparty’s', () => {
  const restating = contractForTest('b', { siteId: null, relation: 'restates', signedDate: '2026-09-01' });
  const before = contractForTest('a', { siteId: null });
  expect(of('amendmentTwice', { contracts: [before, restating] })).toHaveLength(1);
  const other = { ...before, counterparty: 'Another' };
  expect(of('amendmentTwice', { contracts: [other, restating] })).toEqual([]);
});

test('P3 a company’s figure that many sites use is found once, at the company', () => {
  const old = figure('company.fleet_efficiency_j_th', 15, { asOf: '2025-01-01', unit: 'J/TH' });
  const site = siteForTest({ figures: [figure('energised_mw', 100), old] });
  const faults = faultsOfCompany(ordinary, site).map(({ code, detail }) => [code, detail]);
  expect(faults).toEqual([
    ['outOfUsualRange', 'fleetEfficiencyJPerTh'],
    ['staleFigures', ''],
  ]);
  expect(faultsOfCompany(ordinary, siteForTest())).toEqual([]);
});
