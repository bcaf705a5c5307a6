import { fieldLabel } from '../../../shared/text/fieldLabels.ts';
import { figureNumber, figureUnit } from '../../../shared/text/figureText.ts';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { backcast } from '../../../main/analysis/backcastView.ts';
import { companyRows } from '../../../main/analysis/companyView.ts';
import { siteEvidence } from '../../../main/analysis/siteView.ts';
import type { WritableDb } from '../../../main/db/access.ts';
import { openReadOnly } from '../../../main/db/openDatabase.ts';
import { allContracts } from '../../../main/db/repositories/contractRepository.ts';
import { listSites } from '../../../main/db/repositories/siteRepository.ts';
import { planFlows } from '../../../shared/engine/analysis/planFlows.ts';
import { analyseSite } from '../../../shared/engine/analysis/analyseSite.ts';
import { inputKeys, inputTable, type InputRow } from '../../../shared/engine/analysis/inputTable.ts';
import { readCsv } from '../readCsv.ts';

const root = join(import.meta.dirname, '../../..');
const data = join(root, 'resources/app/data');
const file = join(root, 'out/app/sample/sample.umbau');
let db: WritableDb;

const build = () => execFileSync(process.execPath, ['resources/tools/buildSample.ts'], { cwd: root });
const hash = () => createHash('sha256').update(readFileSync(file)).digest('hex');

beforeAll(() => {
  build();
  db = openReadOnly(file);
});

test('the same CSV files give the same bytes', () => {
  const before = hash();
  build();
  expect(hash()).toBe(before);
});

test('every row of the CSV files has arrived', () => {
  const count = (table: string): number =>
    (db.prepare(`SELECT count(*) AS n FROM ${table}`).get() as { n: number }).n;
  expect(count('company')).toBe(readCsv(join(data, 'companies.csv')).length);
  expect(count('site')).toBe(readCsv(join(data, 'sites.csv')).length);
  expect(count('contract')).toBe(readCsv(join(data, 'contracts.csv')).length);
  expect(count('debt_instrument')).toBe(readCsv(join(data, 'debt_instruments.csv')).length);
  expect(count('production_report')).toBe(readCsv(join(data, 'production_checks.csv')).length);
  expect(count('hashprice_observation')).toBe(readCsv(join(data, 'hashprice_checks.csv')).length);
  expect(count('gpu_price_month')).toBe(readCsv(join(data, 'gpu_rental_monthly.csv')).length);
  expect(count('lease_announcement')).toBe(readCsv(join(data, 'lease_announcements.csv')).length);
  const facts = readCsv(join(data, 'company_facts.csv')).filter((row) => row['value'] !== '');
  expect(
    (db.prepare("SELECT count(*) AS n FROM figure WHERE subject_kind = 'company'").get() as { n: number }).n,
  ).toBe(facts.length);
});

test('every company fact has a source and a date', () => {
  const bare = db
    .prepare("SELECT id FROM figure WHERE subject_kind = 'company' AND (source_id IS NULL OR as_of IS NULL)")
    .all();
  expect(bare).toEqual([]);
});

test('R4.26 the sum rule: intents, superseded, contained and aggregate contracts do not count', () => {
  const counted = allContracts(db).filter((contract) => contract.countsInSums);
  expect(counted.every(({ status }) => status === 'signed')).toBe(true);
  expect(counted.some(({ id }) => id === 'riot-corsicana-single-undisclosed-tenant-2026-04')).toBe(false);
  expect(counted.some(({ relation }) => relation?.startsWith('restates'))).toBe(true);
  expect(companyRows(db).find(({ id }) => id === 'riot')?.signedContracts).toBe(3);
});

test('R4.26 an analysis hears only of contracts that count, at their base value', () => {
  const known = allContracts(db);
  for (const { id } of listSites(db)) {
    for (const used of siteEvidence(db, id).contracts) {
      const contract = known.find((candidate) => candidate.id === used.id);
      expect(contract?.countsInSums, used.id).toBe(true);
      expect(used.totalContractValueUsd, used.id).toBe(contract?.totalContractValueUsd);
    }
  }
});

test('what a lease announced is said in its contract’s row, number by number', () => {
  const contracts = new Map(readCsv(join(data, 'contracts.csv')).map((row) => [row['contract_id'], row]));
  for (const row of readCsv(join(data, 'lease_announcements.csv'))) {
    const contract = contracts.get(row['contract_id'] ?? '');
    const own = row['source'] === '' ? '' : row['quote'];
    const said = `${contract?.['notes']} ${contract?.['stated_margin']} ${own}`.toLowerCase();
    if (row['escalator_per_year'] !== '') expect(said, row['contract_id']).toMatch(/3% (annual )?escalator/);
    const margins = [row['noi_margin_share'], row['noi_margin_high_share']].map(
      (share) => Number(share) * 100,
    );
    if (margins[1] !== 0) expect(said, row['contract_id']).toContain(`${margins.join('-')}%`);
    const yields = [row['yield_low_share'], row['yield_high_share']].map((share) => Number(share) * 100);
    if (yields[1] !== 0) expect(said, row['contract_id']).toContain(`yield ${yields.join('-')}%`);
    expect(row['source'] === '', row['contract_id']).toBe(row['source_url'] === '');
    const noi = Number(row['noi_usd_per_year']) / 1e6;
    if (noi > 0) expect(said, row['contract_id']).toContain(`${noi}m usd`);
  }
});

test('R3.1, R4.26 the back-cast of the sample: thirteen of fourteen months within 2 %, base values only', () => {
  const { production, leases, margins } = backcast(db, undefined);
  const shares = production.flatMap(({ comparison }) => comparison?.differenceShare ?? []);
  expect(shares).toHaveLength(14);
  expect(shares.filter((share) => Math.abs(share) < 0.02)).toHaveLength(13);
  const tydal = leases.find(({ contractId }) => contractId === 'bitdeer-tydal-volta-infra-2026-08');
  expect(tydal?.escalator).toEqual({ perYear: 0.03, origin: 'announced' });
  expect(Math.abs(tydal?.averageRent?.differenceShare ?? 1)).toBeLessThan(0.01);
  expect(tydal?.yearOneRentUsdPerKwMonth).toBeLessThan(0.85 * (tydal?.averageRentUsdPerKwMonth ?? 0));
  expect(leases.some(({ contractId }) => contractId.startsWith('riot-corsicana'))).toBe(false);
  if (!margins.computable) throw new Error(margins.missing.join());
  const kinds = margins.ai.filter(({ gpu }) => gpu === 'H100 80GB').map(({ kind }) => kind);
  expect(kinds.toSorted()).toEqual(['contract', 'onDemandList', 'unstated']);
  expect(JSON.stringify([production, leases, margins])).not.toMatch(/NaN|Infinity/);
});

test('R5.3 the yields that announcements imply stand beside those announced', () => {
  const { leases } = backcast(db, undefined);
  const lease = (id: string) => leases.find(({ contractId }) => contractId.startsWith(id));
  // 454m a year over 9 to 11m a MW of 245 MW; the mean rent gives 7bn / 15 years = 466.7m.
  const riverBend = lease('hut8-river-bend');
  expect(riverBend?.yieldAnnounced?.low).toBeCloseTo(454 / 2695, 9);
  expect(riverBend?.yieldTermAverage?.high).toBeCloseTo(7000 / 15 / 2205, 9);
  // A margin of 80 to 85 % on 3bn over ten years, 9 to 11m a MW of 168 MW.
  expect(lease('cipher-barber-lake-fluidstack-google-backstop-2025-09')?.yieldTermAverage).toEqual({
    low: expect.closeTo(240 / 1848, 9),
    high: expect.closeTo(255 / 1512, 9),
  });
  // 125 growing by 3 % for ten years; the yield is the company's own word.
  const core42 = lease('terawulf-core42');
  expect(core42?.averageRentUsdPerKwMonth).toBeCloseTo((125 * (1.03 ** 10 - 1)) / 0.3, 6);
  expect(core42?.yieldAnnounced).toEqual({ low: 0.17, high: 0.18 });
  expect(leases.find(({ status }) => status === 'letter of intent')).toBeUndefined();
});

test('the back-cast of one company has its own rows only', () => {
  const { production, leases } = backcast(db, 'riot');
  expect(new Set([...production, ...leases].map(({ companyId }) => companyId))).toEqual(new Set(['riot']));
});

test('R1.9 presets give every input that no fact can give, within its bounds, and never grid MW', () => {
  const presets = new Map(siteEvidence(db, 'riot-rockdale').presets.map((preset) => [preset.key, preset]));
  expect(presets.has('gridPowerMw')).toBe(false);
  for (const key of inputKeys) {
    const preset = presets.get(key);
    const { switchedBy }: InputRow = inputTable[key];
    // Terms that are switched on are entered; an assumption in their place would be a contract made up.
    if (switchedBy !== undefined) expect(preset, key).toBeUndefined();
    else if (!preset)
      expect(
        [
          'blockIntervalS',
          'gridPowerMw',
          'siteHashrateEhS',
          'btcPriceUsd',
          'networkHashrateEhS',
          'subsidyBtcPerBlock',
          'miningPowerPriceUsdPerMwh',
        ],
        key,
      ).toContain(key);
    if (!preset) continue;
    expect(preset.low, key).toBeLessThanOrEqual(preset.base);
    expect(preset.base, key).toBeLessThanOrEqual(preset.high);
    expect(preset.low, key).toBeGreaterThanOrEqual(inputTable[key].min);
    expect(preset.high, key).toBeLessThanOrEqual(inputTable[key].max);
    expect(preset.unit, key).toBe(inputTable[key].unit);
  }
});

test('a price net of credits is used for mining, not for AI', () => {
  const { inputs } = analyseSite(siteEvidence(db, 'riot-rockdale'));
  const input = (key: string) => inputs.find((candidate) => candidate.key === key);
  expect(input('miningPowerPriceUsdPerMwh')).toMatchObject({ value: 20, origin: 'fact', asOf: '2024-08' });
  expect(input('powerPriceUsdPerMwh')).toMatchObject({ value: 34, origin: 'preset' });
});

test('a hash rate that the source’s note dates earlier carries that date, not the filing’s', () => {
  for (const id of ['riot-rockdale', 'riot-corsicana']) {
    const fact = siteEvidence(db, id).facts.find(({ field }) => field === 'hashrate_eh_s');
    expect(fact?.asOf, id).toBe('2024-08');
  }
});

test('R4.13 Rockdale’s year-1 rent follows from its two leases with a value, weighted by MW', () => {
  const { inputs } = analyseSite(siteEvidence(db, 'riot-rockdale'));
  const factor = (years: number) => 0.03 / (12 * (1.03 ** years - 1));
  const byHand =
    (191_000 * ((9.1e9 * factor(20)) / 191_000) + 25_000 * ((311e6 * factor(10)) / 25_000)) / 216_000;
  const rent = inputs.find(({ key }) => key === 'rentYear1UsdPerKwMonth');
  expect(rent?.origin).toBe('derived');
  expect(rent?.value).toBeCloseTo(byHand, 6);
});

test('every site is computed or says what is missing; no figure is NaN or infinite', () => {
  for (const { id } of listSites(db)) {
    const analysis = analyseSite(siteEvidence(db, id));
    for (const outcome of analysis.strategies) {
      if (!outcome.computable) {
        expect(outcome.missing.length, id).toBeGreaterThan(0);
        continue;
      }
      const { operatingUsd, investmentUsd, netUsd } = outcome.figures;
      expect(JSON.stringify(outcome.figures), id).not.toMatch(/NaN|Infinity/);
      for (const [month, net] of netUsd.entries()) {
        const parts = (operatingUsd[month] ?? 0) + (investmentUsd[month] ?? 0);
        expect(Math.abs(parts - net), `${id} ${outcome.kind} ${month}`).toBeLessThanOrEqual(
          1e-9 * (1 + Math.abs(operatingUsd[month] ?? 0) + Math.abs(investmentUsd[month] ?? 0)),
        );
      }
    }
  }
});

test('R1.9, R5.17 an own value replaces the fact and is named; setting a flip value makes the two plans equal', () => {
  const evidence = siteEvidence(db, 'riot-rockdale');
  const analysis = analyseSite(evidence);
  const flip = analysis.flips.find(({ nearest }) => nearest !== null);
  expect(flip).toBeDefined();
  const own = {
    key: flip?.key ?? '',
    value: flip?.nearest ?? 0,
    note: null,
    enteredBy: 'test',
    enteredAt: '2026-11-25',
  };
  const moved = analyseSite({ ...evidence, ownValues: [own] });
  expect(moved.counts.own).toBe(1);
  const npv = (kind: string): number => {
    const outcome = moved.strategies.find((strategy) => strategy.kind === kind);
    return outcome?.computable ? outcome.figures.npvUsd : Number.NaN;
  };
  const best = npv(analysis.verdict.best ?? '');
  const other = npv(analysis.verdict.otherStrategy ?? '');
  expect(Math.abs(best - other)).toBeLessThan(1e-6 * Math.abs(analysis.verdict.bestUsdPerMw ?? 1) * 700);
});

test('R5.16a at one common rate: equal to the own rates where they are that rate, and none without it', () => {
  const evidence = siteEvidence(db, 'riot-rockdale');
  const common = analyseSite(evidence).commonRateVerdict;
  expect(common?.discountRatePerYear).toBe(0.12);
  expect(common?.strategies.every(({ npvUsdPerGridMw }) => npvUsdPerGridMw !== null)).toBe(true);
  const rates = [
    'discountRateMining',
    'discountRateColocation',
    'discountRateGpuCloud',
    'commonDiscountRatePerYear',
  ];
  const who = { note: null, enteredBy: 'test', enteredAt: '2026-11-25T00:00:00Z' };
  const ownValues = rates.map((key) => ({ ...who, key, value: 0.11 }));
  const { verdict, commonRateVerdict } = analyseSite({ ...evidence, ownValues });
  expect(commonRateVerdict).toMatchObject({ verdict: verdict.verdict, best: verdict.best });
  expect((commonRateVerdict?.marginUsdPerMw ?? NaN) / (verdict.marginUsdPerMw ?? NaN)).toBeCloseTo(1, 9);
  const presets = evidence.presets.filter(({ key }) => key !== 'commonDiscountRatePerYear');
  expect(analyseSite({ ...evidence, presets }).commonRateVerdict).toBeNull();
});

test('R1.7 without a market month, mining is not computable and every missing market input is named, the subsidy too', () => {
  const evidence = siteEvidence(db, 'riot-rockdale');
  const facts = evidence.facts.filter(({ field }) => !field.startsWith('market.'));
  const keep = analyseSite({ ...evidence, facts }).strategies.find(({ kind }) => kind === 'keepMining');
  expect(keep?.computable).toBe(false);
  expect(keep?.computable === false ? keep.missing : []).toEqual([
    'btcPriceUsd',
    'networkHashrateEhS',
    'subsidyBtcPerBlock',
  ]);
});

test('every figure of the sample has a name and a unit a reader knows, in both languages', () => {
  const figures = db.prepare('SELECT DISTINCT field, unit FROM figure').all() as {
    field: string;
    unit: string;
  }[];
  for (const { field, unit } of figures) {
    // The name's own words are what a field without a label would read as.
    expect(fieldLabel(field, 'de').toLowerCase(), field).not.toBe(field.replaceAll('_', ' '));
    for (const language of ['de', 'en'] as const) {
      expect(
        [
          'MW',
          'EH/s',
          'J/TH',
          'BTC',
          '',
          '$/MWh',
          '$m',
          'Mio.\u00a0$',
          '$/share',
          '$ je Aktie',
          'shares',
          'Aktien',
        ],
        field,
      ).toContain(figureUnit({ value: null, unit }, language));
    }
  }
  const price = { value: 24.5, unit: 'USD/share' };
  expect(`${figureNumber(price, 'de')} ${figureUnit(price, 'de')}`).toBe('24,50 $ je Aktie');
});

test('R5.2a a strategy taken apart: its lines sum to its net flow, whose present value is its NPV', () => {
  const evidence = siteEvidence(db, 'riot-rockdale');
  const { strategies } = analyseSite(evidence);
  for (const outcome of strategies) {
    // In an alliance the lines are the site's, the NPV the miner's.
    if (!outcome.computable || outcome.kind === 'alliance') continue;
    const flows = planFlows(evidence, { kind: 'strategy', strategy: outcome.kind });
    expect(flows?.netUsd.length, outcome.kind).toBe(outcome.figures.netUsd.length);
    for (const [month, usd] of outcome.figures.netUsd.entries()) {
      const sum = flows?.netUsd[month] ?? Number.NaN;
      const size = (flows?.lines ?? []).reduce(
        (total, line) => total + Math.abs(line.monthly[month] ?? 0),
        1,
      );
      expect(Math.abs(sum - usd), `${outcome.kind} ${month}`).toBeLessThanOrEqual(1e-9 * size);
    }
  }
});
