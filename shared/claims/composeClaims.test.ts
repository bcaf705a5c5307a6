import { expect, test } from 'vitest';
import type { CompanyRow, Contract } from '../domain/company.ts';
import type { Figure } from '../domain/figure.ts';
import { claimSite } from '../engine/testing/claimSite.ts';
import { untried, type ClaimsArgs } from './claimContext.ts';
import type { ClaimsPage, TriedClaim } from './claimsPage.ts';
import { composeClaims } from './composeClaims.ts';

function figure(value: number): Figure {
  return {
    id: 'f',
    field: 'ai_contracted_it_mw',
    state: 'known',
    value,
    unit: 'MW',
    basis: 'critical IT MW',
    asOf: '2026-06-30',
    source: 'Form 10-Q',
    sourceUrl: null,
    confidence: 'high',
    note: null,
    origin: 'fact',
    enteredBy: null,
    superseded: false,
  };
}

function company(id: string, name: string, contractedItMw: number | null): CompanyRow {
  return {
    id,
    name,
    ticker: null,
    countryHq: null,
    identity: { measures: [], class: null },
    ladder: {
      pipelineMw: null,
      securedMw: null,
      energisedMw: null,
      contractedItMw: contractedItMw === null ? null : figure(contractedItMw),
      billingItMw: null,
    },
    hashrateEhS: null,
    signedContracts: 0,
    signedContractValueUsd: null,
    contractsWithValue: 0,
    siteCount: 2,
    oldestAsOf: null,
    newestAsOf: null,
    lowestConfidence: null,
  };
}

function contract(service: string, itLoadMw: number | null, countsInSums = true): Contract {
  return {
    id: `${service}.${itLoadMw}`,
    companyId: 'iren',
    siteId: 'a',
    siteName: 'Site a',
    counterparty: 'Tenant',
    signedDate: '2026-05-07',
    service,
    itLoadMw,
    grossMw: null,
    gpus: null,
    termYears: null,
    totalContractValueUsd: null,
    valueWithExtensionsUsd: null,
    capexUsd: null,
    leaseStructure: null,
    support: null,
    statedMargin: null,
    notes: null,
    status: 'signed',
    relation: null,
    countsInSums,
    source: null,
    sourceUrl: null,
    confidence: null,
  };
}

const halving = {
  date: '2028-04-13',
  miningBeforeUsdPerGridMwh: 30,
  miningAfterUsdPerGridMwh: 3,
  colocationAfterUsdPerGridMwh: 40,
};
const site = claimSite(
  'a',
  { keepMining: 1e6, colocation: 3e6, hybrid: 2e6 },
  { income: { crossoverMonth: '2028-08', halving } },
);

const args: ClaimsArgs = {
  subject: 'portfolio',
  sites: [site],
  companies: [company('iren', 'IREN (formerly Iris Energy)', 260), company('x', 'Other', null)],
  contracts: [contract('colocation', 100), contract('gpu_cloud', null), contract('colocation', 900, false)],
  margins: {
    months: ['2024-03', '2024-04', '2024-05'],
    mining: [80, 60, 40],
    ai: [{ gpu: 'H100', kind: 'contract', values: [null, null, 1500] }],
    powerPriceUsdPerMwh: 50,
    fleetEfficiencyJPerTh: 20,
  },
  lastHalvingMonth: '2024-04',
  language: 'en',
};

function claimOf(page: ClaimsPage, id: string): TriedClaim {
  const found = page.tried.find((claim) => claim.id === id);
  if (!found) throw new Error(`${id} is not tried`);
  return found;
}

test('every claim is tried, left out with a reason, or open with what it needs', () => {
  const page = composeClaims(args);
  const ids = [...page.tried, ...page.leftOut, ...page.untried].map(({ id }) => id);
  expect(ids.toSorted((a, b) => Number(a.slice(1)) - Number(b.slice(1)))).toEqual(
    Array.from({ length: 12 }, (_, index) => `C${index + 1}`),
  );
  expect(page.untried.every(({ reason }) => reason !== '')).toBe(true);
});

test('both languages say the same words and figures, and nothing is left unfilled', () => {
  const [en, de] = [composeClaims(args), composeClaims({ ...args, language: 'de' })];
  expect(de.tried.map(({ word }) => word)).toEqual(en.tried.map(({ word }) => word));
  expect(de.tried.map(({ figures }) => figures.length)).toEqual(
    en.tried.map(({ figures }) => figures.length),
  );
  for (const page of [en, de]) expect(JSON.stringify(page)).not.toMatch(/\{\w+\}|undefined|NaN|Infinity/);
  expect(JSON.stringify(de)).not.toMatch(/\b(sites|grid MW|months|contracts)\b/);
});

test('a finding carries unit, basis, coverage and date, and says what rests on assumptions', () => {
  const claim = claimOf(composeClaims({ ...args, sites: [site, claimSite('b', {})] }), 'C1');
  expect(claim.wordText).toBe('supported');
  expect(claim.figures[2]).toEqual({
    label: 'Advantage over mining, median',
    value: '2.00',
    unit: '$m per grid MW',
    basis: 'best conversion less mining on, nominal, before tax and debt',
    coverage: '1 of 2 sites with mining',
    asOf: 'Dec 2026',
  });
  expect(claim.finding).toContain('90 of 100 inputs per site are assumptions');
});

test('sites not computed yet are not known: the claim stays open until half of them are', () => {
  const row = { id: 'r', name: 'Later', companyId: 'x', currentUse: 'mining' } as Parameters<
    typeof untried
  >[0];
  const later = [untried(row), untried({ ...row, id: 's' })];
  const page = composeClaims({ ...args, sites: [site, ...later] });
  expect(claimOf(page, 'C1')).toMatchObject({ word: 'open', wordText: 'open' });
  expect(claimOf(page, 'C1').missing).toContain('Fewer than half of the cases can be judged (1 of 3).');
});

test('without any data every claim is open and shows no number', () => {
  const page = composeClaims({
    ...args,
    sites: [],
    companies: [],
    contracts: [],
    margins: null,
    lastHalvingMonth: null,
  });
  for (const { word, figures } of page.tried) {
    expect(word).toBe('open');
    expect(figures).toEqual([]);
  }
  expect(claimOf(page, 'C3').missing).toContain('CoreWeave is not in the portfolio.');
});

test('named companies that are not held are named, and a missing figure is missing, not 0', () => {
  const claim = claimOf(composeClaims(args), 'C3');
  expect(claim.word).toBe('open');
  expect(claim.missing).toContain('Crusoe is not in the portfolio.');
  expect(claim.figures.map(({ value, asOf }) => [value, asOf])).toEqual([
    ['260', '30 Jun 2026'],
    ['missing', ''],
  ]);
  expect(claim.links).toEqual([{ kind: 'company', id: 'iren', label: 'IREN (formerly Iris Energy)' }]);
});

test('contracts that others restate do not count, and training is said to be unknown', () => {
  const claim = claimOf(composeClaims(args), 'C4');
  expect(claim.finding).toMatch(/^Signed contracts: 2, of which 1 hosting and 1 GPU cloud/);
  expect(claim.missing).toContain('Not known from any contract: Training, Inference.');
});

test('few months are said to be few, and the halving names what is missing', () => {
  const claim = claimOf(composeClaims(args), 'C5');
  expect(claim.word).toBe('partly');
  expect(claim.finding).toContain('Only 1 of 3 months have both; at least 6 are needed.');
  expect(claim.finding).toContain('the change falls in Aug 2028');
  expect(claim.missing).toContain(
    'There is no AI price series that runs from before to after the halving of April 2024.',
  );
});

test('for a company or a site the claims speak of it alone, and C3 only of one that it names', () => {
  const other = composeClaims({ ...args, subject: 'company', companies: [company('x', 'Other', null)] });
  expect(other.leftOut.map(({ id }) => id)).toEqual(['C3']);
  const iren = composeClaims({ ...args, subject: 'company', companies: args.companies.slice(0, 1) });
  expect(claimOf(iren, 'C3')).toMatchObject({ word: 'supported', links: [] });
  const one = composeClaims({ ...args, subject: 'site', companies: args.companies.slice(0, 1) });
  expect(one.leftOut[0]?.reason).toContain('one site says nothing');
  expect(claimOf(one, 'C1').finding).toContain('(Colocation) is worth $2.00m more per grid MW');
  expect(claimOf(one, 'C7').finding).toBe('Ahead of mining on here: Hybrid. Best of all: Colocation.');
});

test('one of a kind is spoken of as one, in both languages', () => {
  const iren = company('iren', 'IREN (formerly Iris Energy)', 260);
  const one: ClaimsArgs = {
    ...args,
    companies: [{ ...iren, identity: { measures: [], class: 'formerMiner' } }],
    sites: [
      site,
      claimSite('b', {}, { hostsAiOnly: true }),
      claimSite('c', {}, { missing: ['gridPowerMw'] }),
    ],
    contracts: [contract('gpu_cloud', null)],
  };
  const words = (of: ClaimsArgs) => JSON.stringify(composeClaims(of));
  const en = words(one);
  for (const sentence of [
    'IREN no longer mines at all',
    '1 site hosts AI only: ',
    '1 site with mining cannot be compared; missing: Grid power.',
    ': 1 contract"',
    '1 of 1 contracts names no critical IT MW.',
  ])
    expect(en).toContain(sentence);
  const de = words({ ...one, language: 'de' });
  for (const sentence of [
    'IREN betreibt gar kein Mining mehr',
    '1 Standort dient nur der KI: ',
    '1 Standort mit Mining lässt sich nicht vergleichen; es fehlt: ',
    ': 1 Vertrag"',
    '1 von 1 Verträgen nennt keine MW',
  ])
    expect(de).toContain(sentence);
  const two = words({ ...one, sites: [...one.sites, ...one.sites] });
  expect(two).toContain('2 sites host AI only: ');
  expect(two).toContain('2 sites with mining cannot be compared');
});
