import { expect, test } from 'vitest';
import type { Figure } from '../domain/figure.ts';
import { defaultStaleAfterDays } from '../staleness/staleness.ts';
import { ageText, coverageText, staleLimit, withStaleNote } from './stalenessText.ts';

const clock = { today: '2026-11-25', staleAfterDays: defaultStaleAfterDays };

function figure(field: string, asOf: string | null, value: number | null = 1): Figure {
  return {
    id: field,
    field,
    state: value === null ? 'notApplicable' : 'known',
    value,
    unit: 'MW',
    basis: null,
    asOf,
    source: null,
    sourceUrl: null,
    confidence: null,
    note: null,
    origin: 'fact',
    enteredBy: null,
    superseded: false,
  };
}

test('P3 an age is said in days, one day in the singular', () => {
  expect(ageText('2026-10-22', '2026-11-25', 'de')).toBe('34\u00a0Tage alt');
  expect(ageText('2026-10-22', '2026-11-25', 'en')).toBe('34\u00a0days old');
  expect(ageText('2026-11-24', '2026-11-25', 'de')).toBe('1\u00a0Tag alt');
});

test('P3 a total says how many it covers and how many of them are old, each by its own limit', () => {
  const fresh = figure('hashrate_eh_s', '2026-11-01');
  const old = figure('hashrate_eh_s', '2026-10-01');
  const missing = [null, figure('hashrate_eh_s', '2020-01-01', null)];
  expect(coverageText([fresh, ...missing], clock, 'en')).toBe('covers 1 of 3');
  expect(coverageText([fresh, old, ...missing], clock, 'en')).toBe('covers 2 of 4, 1 older than 45 days');
  expect(coverageText([fresh, old, null], clock, 'de')).toBe('deckt 2 von 3, 1 älter als 45 Tage');
  expect(coverageText([old, figure('share_price_usd', '2026-10-01')], clock, 'de')).toBe(
    'deckt 2 von 2, 2 älter als ihre Frist',
  );
});

test('P3 a chart and the limits name the old inputs with their age, and nothing where there is none', () => {
  const young = { key: 'btcPriceUsd', origin: 'fact', asOf: '2026-11-20' } as const;
  const old = { key: 'btcPriceUsd', origin: 'fact', asOf: '2026-10-01' } as const;
  const spec = { note: 'First.' };
  expect(withStaleNote(spec, [young], clock, 'en')).toBe(spec);
  expect(withStaleNote(spec, [old], clock, 'en').note).toMatch(
    /^First\. Rests on old figures: .+ \(55\u00a0days old\)\.$/,
  );
  expect(staleLimit([young], clock, 'de')).toEqual([]);
  expect(staleLimit([young, old], clock, 'de')).toEqual([
    expect.stringMatching(/^Eine von 2 belegten Eingaben .*\(55\u00a0Tage alt\)\.$/),
  ]);
});
