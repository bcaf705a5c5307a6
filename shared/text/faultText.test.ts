import { expect, test } from 'vitest';
import { faultCodes, type FaultCode } from '../health/fault.ts';
import { effectText, faultLimit, faultText, faultWords, fixText } from './faultText.ts';

const values: Readonly<Record<FaultCode, Readonly<Record<string, string | number>>>> = {
  missingInputs: { keys: 'gridPowerMw,siteHashrateEhS', blockedMw: 300 },
  criticalAboveGrid: { criticalMw: 150, gridMw: 100 },
  pueBelowOne: { key: 'aiPue', value: 0.95 },
  contractBeforeEnergisation: { counterparty: 'Tenant', billingMw: 20, signedDate: '2026-01-01' },
  amendmentTwice: { counterparty: 'Tenant', other: 'Tenant' },
  extensionsAsContracted: { counterparty: 'Tenant', baseUsd: 7e9, extendedUsd: 7e9 },
  averageRentAsYearOne: { value: 150, proposal: 128.4 },
  monthEndHashrate: { value: 36.5, average: 32.2, asOf: '2026-08-31' },
  netPowerPriceForAi: { value: 20, proposal: 34 },
  rivalValues: { field: 'cash_usd', unit: 'USD', value: 5.9e9, low: 2.8e9, high: 5.9e9, count: 2 },
  sumsAboveCompany: { sitesMw: 210, companyMw: 200, sites: 2 },
  outOfUsualRange: { key: 'powerPriceUsdPerMwh', value: 90, low: 16, high: 60 },
  staleFigures: { stale: 'btcPriceUsd|2026-08,gridPowerMw|2026-08-10', count: 2 },
  withoutSource: { count: 3 },
};

test.each(faultCodes)('P31 the fault %s says what, why and what to do in both languages', (code) => {
  const fault = { code, values: values[code] };
  const [de, en] = [faultWords(fault, 'de'), faultWords(fault, 'en')];
  for (const part of ['title', 'what', 'why', 'act'] as const) {
    expect(de[part]).not.toBe('');
    expect(`${de[part]} ${en[part]}`).not.toMatch(/[{}|]|undefined|NaN/);
  }
  for (const { what, why, act } of [de, en]) for (const text of [what, why, act]) expect(text).toMatch(/\.$/);
  expect(de.title).not.toBe(en.title);
});

test('P31 values are shown as the figures that they are', () => {
  const what = (code: FaultCode, language: 'de' | 'en') =>
    faultWords({ code, values: values[code] }, language).what;
  expect(what('rivalValues', 'en')).toBe('Cash: 2 values from $2,800m to $5,900m; $5,900m counts.');
  expect(what('outOfUsualRange', 'de')).toContain(
    '90\u00a0$/MWh, üblich sind 16\u00a0$/MWh bis 60\u00a0$/MWh',
  );
  expect(what('staleFigures', 'de')).toContain('(08/2026), ');
});

test('P31 an effect is a number, not known, or not yet computed, and says where the verdict turns', () => {
  const fault = { code: 'rivalValues', blockedMw: null } as const;
  const known = { usdPerGridMw: 1.234e6, turnsVerdict: false };
  expect(effectText(fault, known, 'de')).toBe('1,23');
  expect(effectText(fault, { ...known, turnsVerdict: true }, 'en')).toBe('1.23 · turns the verdict');
  expect(effectText(fault, { usdPerGridMw: null, turnsVerdict: false }, 'en')).toBe('unknown');
  expect(effectText(fault, undefined, 'en')).toBe('computing');
  const blocking = { code: 'missingInputs', blockedMw: 1600 } as const;
  expect(effectText(blocking, undefined, 'de')).toBe('1.600 MW nicht berechenbar');
  expect(fixText({ kind: 'input.set', key: 'aiPue', value: 1.25 }, 'en')).toBe('Use 1.25');
  expect(fixText({ kind: 'input.clear', key: 'aiPue' }, 'de')).toBe(faultText.de.fixClear);
});

test('P31 a briefing names the open faults of its subject in one sentence with their number', () => {
  const faults = [{ code: 'rivalValues' }, { code: 'missingInputs' }, { code: 'rivalValues' }] as const;
  expect(faultLimit(faults, 'company', 'en')).toEqual([
    'The health centre names 3 open faults in the data of this company and its sites: Inputs are missing; Values contradict each other (2).',
  ]);
  expect(faultLimit([faults[0]], 'site', 'de')).toEqual([
    'Die Datenprüfung nennt einen offenen Fehler in den Daten dieses Standorts: Angaben widersprechen sich.',
  ]);
  expect(faultLimit([], 'site', 'de')).toEqual([]);
});
