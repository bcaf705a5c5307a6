import { describe, expect, test } from 'vitest';
import { faultsOfMarket, faultsOfSite } from '../allChecks.ts';
import type { CheckedSite } from '../checkedData.ts';
import type { FaultCode, FoundFault } from '../fault.ts';
import {
  contractForTest as contract,
  figureForTest as figure,
  siteForTest,
} from '../testing/checkedForTest.ts';

const grid = figure('energised_mw', 100);

function of(code: FaultCode, site: CheckedSite): FoundFault[] {
  return faultsOfSite(site).filter((fault) => fault.code === code);
}

test('P31 an ordinary site has no fault', () => {
  expect(faultsOfSite(siteForTest())).toEqual([]);
  const lease = contract('a', { valueWithExtensionsUsd: 2e9 });
  expect(faultsOfSite(siteForTest({ contracts: [lease] }))).toEqual([]);
});

describe('R4.1 critical MW above grid MW', () => {
  const ai = (value: number) => figure('ai_it_mw', value, { basis: 'critical IT MW' });
  test('of the site: against the largest power that anything says of it', () => {
    const [fault] = of('criticalAboveGrid', siteForTest({ figures: [grid, ai(150)] }));
    expect(fault).toMatchObject({ values: { criticalMw: 150, gridMw: 100 }, fix: null });
    expect(fault?.mends).toEqual([{ kind: 'ownValue', key: 'gridPowerMw', value: 150 * 1.4 }]);
    const pipeline = figure('contracted_mw', 300);
    expect(of('criticalAboveGrid', siteForTest({ figures: [grid, pipeline, ai(150)] }))).toEqual([]);
    expect(of('criticalAboveGrid', siteForTest({ figures: [grid, ai(100)] }))).toEqual([]);
  });
  test('of an own grid power, which is then what to take away', () => {
    const site = siteForTest({ figures: [grid, ai(80)], own: { gridPowerMw: 50 } });
    expect(of('criticalAboveGrid', site)[0]?.fix).toEqual({ kind: 'input.clear', key: 'gridPowerMw' });
  });
  test('of a contract that counts', () => {
    const above = contract('a', { itLoadMw: 80, grossMw: 70 });
    expect(of('criticalAboveGrid', siteForTest({ contracts: [above] }))[0]).toMatchObject({
      detail: 'a',
      mends: [{ kind: 'contractLoad', id: 'a', itLoadMw: 50 }],
    });
    const old = { ...above, countsInSums: false };
    expect(of('criticalAboveGrid', siteForTest({ contracts: [old] }))).toEqual([]);
  });
});

test('R3.6 a PUE below 1, with the usual one as repair; exactly 1 is possible', () => {
  const [fault] = of('pueBelowOne', siteForTest({ figures: [grid, figure('pue_ai', 0.95, { unit: '1' })] }));
  expect(fault?.fix).toEqual({ kind: 'input.set', key: 'aiPue', value: 1.25 });
  expect(fault?.values).toEqual({ key: 'aiPue', value: 0.95 });
  expect(of('pueBelowOne', siteForTest({ figures: [grid, figure('pue_ai', 1, { unit: '1' })] }))).toEqual([]);
});

test('R4.10 a contract bills before its site is energised; a hall that is only planned does not', () => {
  const billing = figure('ai_it_mw', 20, { basis: 'critical IT MW, billing' });
  const parts = { contracts: [contract('a')], rest: { status: 'under_construction' } };
  expect(of('contractBeforeEnergisation', siteForTest({ ...parts, figures: [billing] }))).toHaveLength(1);
  const [fault] = of('contractBeforeEnergisation', siteForTest({ ...parts, figures: [billing] }));
  expect(fault?.fix).toEqual({ kind: 'figure.setAside', id: billing.id });
  // A billing figure that is newer than "no power" says that the power is out of date; by how much nobody knows.
  const dark = figure('energised_mw', 0, { asOf: '2026-01-01' });
  const [newer] = of('contractBeforeEnergisation', siteForTest({ ...parts, figures: [dark, billing] }));
  expect(newer).toMatchObject({ code: 'contractBeforeEnergisation', fix: null });
  const planned = figure('ai_it_mw', 20, { basis: 'critical IT MW' });
  expect(of('contractBeforeEnergisation', siteForTest({ ...parts, figures: [planned] }))).toEqual([]);
  expect(of('contractBeforeEnergisation', siteForTest({ ...parts, figures: [grid, billing] }))).toEqual([]);
});

describe('R4.26 an amendment added twice', () => {
  const restating = contract('b', { signedDate: '2026-09-01', relation: 'restates the earlier contracts' });
  test('the earlier contract still counts', () => {
    const [fault, more] = of('amendmentTwice', siteForTest({ contracts: [contract('a'), restating] }));
    expect(fault).toMatchObject({
      detail: 'a',
      mends: [{ kind: 'withoutContract', id: 'a' }],
      fix: { kind: 'contract.set', id: 'a', values: { status: 'superseded' } },
    });
    expect(more).toBeUndefined();
  });
  test('a superseded one, a later one and a second lease of the same tenant are no fault', () => {
    const superseded = contract('a', { countsInSums: false, status: 'superseded' });
    const later = contract('c', { signedDate: '2026-10-01' });
    expect(of('amendmentTwice', siteForTest({ contracts: [superseded, restating, later] }))).toEqual([]);
    const second = contract('d', { signedDate: '2026-01-15' });
    expect(of('amendmentTwice', siteForTest({ contracts: [contract('a'), second] }))).toEqual([]);
  });
  test('the same contract written down twice, once', () => {
    const twice = of('amendmentTwice', siteForTest({ contracts: [contract('a'), contract('b')] }));
    expect(twice.map(({ fix }) => fix)).toEqual([{ kind: 'contract.remove', id: 'b' }]);
    const undated = { signedDate: null };
    const unclear = [contract('a', undated), contract('b', undated)];
    expect(of('amendmentTwice', siteForTest({ contracts: unclear }))).toEqual([]);
  });
});

test('R4.26 a base value that is not below the value with extensions', () => {
  const fault = (extended: number | null) =>
    of(
      'extensionsAsContracted',
      siteForTest({ contracts: [contract('a', { valueWithExtensionsUsd: extended })] }),
    );
  expect(fault(0.9e9)[0]?.mends).toEqual([{ kind: 'ownValue', key: 'rentYear1UsdPerKwMonth', value: 125 }]);
  expect(fault(0.9e9)[0]?.fix).toEqual({
    kind: 'contract.set',
    id: 'a',
    values: { total_contract_value_usd: null },
  });
  expect(fault(0.5e9)[0]?.fix).toEqual({
    kind: 'contract.set',
    id: 'a',
    values: { total_contract_value_usd: 0.5e9, value_with_extensions_usd: 0.9e9 },
  });
  expect(fault(0.9e9 + 1)).toEqual([]);
  expect(fault(null)).toEqual([]);
});

test('R4.13 the mean rent entered as that of year 1; the rent of year 1 itself is none', () => {
  // 0.9bn USD over 120 months and 50,000 kW are 150 $/kW-month on average.
  const key = 'rentYear1UsdPerKwMonth';
  const parts = { contracts: [contract('a')] };
  const site = siteForTest({ ...parts, own: { [key]: 150 } });
  const [fault] = of('averageRentAsYearOne', site);
  expect(fault?.fix).toEqual({ kind: 'input.clear', key });
  const yearOne = Number(fault?.values['proposal']);
  expect(yearOne).toBeLessThan(145);
  expect(of('averageRentAsYearOne', siteForTest({ ...parts, own: { [key]: yearOne } }))).toEqual([]);
  expect(of('averageRentAsYearOne', siteForTest({ own: { [key]: 150 } }))).toEqual([]);
  const level = { [key]: 150, rentEscalatorPerYear: 0 };
  expect(of('averageRentAsYearOne', siteForTest({ ...parts, own: level }))).toEqual([]);
});

test('R3.1 a closing hash rate of the site, scaled by what its company reported', () => {
  const hashrate = { average: 9, end: 10 };
  const figures = (note: string) => [grid, figure('hashrate_eh_s', 5, { unit: 'EH/s', note })];
  const site = (note: string) => siteForTest({ figures: figures(note), rest: { hashrate } });
  expect(of('monthEndHashrate', site('Month-end, installed'))[0]?.fix).toEqual({
    kind: 'input.set',
    key: 'siteHashrateEhS',
    value: 4.5,
  });
  expect(of('monthEndHashrate', site('Average of the month'))).toEqual([]);
  const own = siteForTest({ figures: figures('Month-end'), own: { siteHashrateEhS: 4.5 } });
  expect(of('monthEndHashrate', own)).toEqual([]);
});

test('R1.9 a power price net of credits used for AI: as an own value, or where only the note says so', () => {
  const key = 'powerPriceUsdPerMwh';
  const priced = (rest: object) => figure('power_price_usd_mwh', 20, { unit: 'USD/MWh', ...rest });
  const net = [grid, priced({ basis: 'net of credits' })];
  expect(of('netPowerPriceForAi', siteForTest({ figures: net, own: { [key]: 20 } }))[0]?.fix).toEqual({
    kind: 'input.clear',
    key,
  });
  expect(of('netPowerPriceForAi', siteForTest({ figures: net }))).toEqual([]);
  const noted = [grid, priced({ note: 'Average, net of power credits' })];
  expect(of('netPowerPriceForAi', siteForTest({ figures: noted }))[0]?.fix).toEqual({
    kind: 'input.set',
    key,
    value: 34,
  });
  expect(of('netPowerPriceForAi', siteForTest({ figures: [grid, priced({ note: 'Contract' })] }))).toEqual(
    [],
  );
});

test('R1.7 what is missing, and how many MW it blocks; machines are not missing where none mine', () => {
  const [fault, more] = of('missingInputs', siteForTest({ figures: [figure('power_mw', 300)] }));
  expect(fault).toMatchObject({ blockedMw: 300, values: { keys: 'gridPowerMw,siteHashrateEhS' } });
  expect(more).toBeUndefined();
  const unknownSize = siteForTest({ figures: [], evidence: { currentUse: 'ai' } });
  expect(of('missingInputs', unknownSize)[0]).toMatchObject({
    blockedMw: null,
    values: { keys: 'gridPowerMw' },
  });
  expect(of('missingInputs', siteForTest({ evidence: { currentUse: 'ai' } }))).toEqual([]);
});

test('P55 rival values of one fact: their span, and each tried where the engine uses the field', () => {
  const rival = figure('energised_mw', 80, { superseded: true });
  const [fault] = of('rivalValues', siteForTest({ figures: [grid, rival] }));
  expect(fault).toMatchObject({
    values: { low: 80, high: 100, value: 100, count: 2 },
    mends: [{ kind: 'fact', field: 'energised_mw', value: 80 }],
  });
  const sameDay = figure('energised_mw', 90);
  expect(of('rivalValues', siteForTest({ figures: [grid, sameDay] }))).toHaveLength(1);
  const none = [
    { ...rival, value: 100.2 },
    figure('energised_mw', 60, { asOf: '2025-01-01' }),
    figure('energised_mw', 60, { basis: 'of phase 1' }),
    figure('contracted_mw', 300),
  ];
  for (const other of none) expect(of('rivalValues', siteForTest({ figures: [grid, other] }))).toEqual([]);
});

test('R1.9 a value outside the usual range; on its edge it is inside', () => {
  const dear = (value: number) => [grid, figure('power_price_usd_mwh', value, { unit: 'USD/MWh' })];
  const faults = of('outOfUsualRange', siteForTest({ figures: dear(90) }));
  expect(faults.map(({ detail, fix }) => [detail, fix])).toEqual([
    ['powerPriceUsdPerMwh', null],
    ['miningPowerPriceUsdPerMwh', null],
  ]);
  expect(faults[0]?.mends).toEqual([{ kind: 'ownValue', key: 'powerPriceUsdPerMwh', value: 60 }]);
  expect(of('outOfUsualRange', siteForTest({ figures: dear(60) }))).toEqual([]);
  const own = of('outOfUsualRange', siteForTest({ own: { capRate: 0.5 } }));
  expect(own[0]?.fix).toEqual({ kind: 'input.clear', key: 'capRate' });
});

const price = (asOf: string, value = 30) => [
  grid,
  figure('power_price_usd_mwh', value, { asOf, unit: 'USD/MWh' }),
];

test('P3 old figures that a result rests on; where nothing can be computed none does', () => {
  const [fault] = of('staleFigures', siteForTest({ figures: price('2026-05-28') }));
  expect(fault?.values).toEqual({
    stale: 'powerPriceUsdPerMwh|2026-05-28,miningPowerPriceUsdPerMwh|2026-05-28',
    count: 2,
  });
  const tried = fault?.mends.flatMap((mend) => (mend.kind === 'ownValue' ? (mend.value ?? []) : []));
  expect(tried?.map((value) => value.toFixed(6))).toEqual([
    '27.000000',
    '33.000000',
    '27.000000',
    '33.000000',
  ]);
  expect(of('staleFigures', siteForTest({ figures: price('2026-05-29') }))).toEqual([]);
  expect(of('staleFigures', siteForTest({ figures: price('2020-01-01').slice(1) }))).toEqual([]);
  const oldPower = [figure('energised_mw', 100, { asOf: '2020-01-01' })];
  expect(of('staleFigures', siteForTest({ figures: oldPower }))).toEqual([]);
});

test('P3 the age of a figure is no part of what a dismissal rests on, its value and date are', () => {
  const at = (today: string, figures = price('2026-01-01')) => {
    const { clock } = siteForTest();
    return of('staleFigures', siteForTest({ figures, rest: { clock: { ...clock, today } } }))[0]?.restsOn;
  };
  expect(at('2026-11-25')).toBeDefined();
  expect(at('2026-12-24')).toEqual(at('2026-11-25'));
  expect(at('2026-12-24', price('2026-01-01', 31))).not.toEqual(at('2026-12-24'));
});

test('P3 the market’s figures are found once, and not at every site', () => {
  const facts = siteForTest().evidence.facts.map((fact) => ({ ...fact, asOf: '2026-01' }));
  const site = siteForTest({ evidence: { facts } });
  expect(faultsOfMarket(site).map(({ values }) => values['stale'])).toEqual([
    'btcPriceUsd|2026-01,networkHashrateEhS|2026-01',
  ]);
  expect(of('staleFigures', site)).toEqual([]);
});

test('P31 a site without any source; one source of one figure is one', () => {
  const unsourced = { ...grid, source: null };
  const parts = { figures: [unsourced], rest: { isSourced: false } };
  expect(of('withoutSource', siteForTest(parts))).toHaveLength(1);
  expect(of('withoutSource', siteForTest({ ...parts, figures: [grid] }))).toEqual([]);
  expect(of('withoutSource', siteForTest({ figures: [unsourced] }))).toEqual([]);
});
