import { expect, test } from 'vitest';
import { importNoteText } from './importText.ts';

const change = (key: string, before: string, after: string) => ({
  code: 'change',
  values: { key, before, after },
});

test.each([
  [
    'status',
    'pipeline',
    'under_construction',
    'Status: Pipeline → im Bau.',
    'Status: pipeline → under construction.',
  ],
  ['energised_year', '2017', '2018', 'Unter Spannung seit: 2017 → 2018.', 'Energised since: 2017 → 2018.'],
  [
    'signed_date',
    '2026-01',
    '2026-09-30',
    'Unterzeichnet: 01/2026 → 30.09.2026.',
    'Signed: Jan 2026 → 30 Sep 2026.',
  ],
  ['term_years', '10', '12.5', 'Laufzeit: 10 → 12,5\u00a0Jahre.', 'Term: 10 → 12.5\u00a0years.'],
  ['counterparty', '2000', '1000', 'Gegenpartei: 2000 → 1000.', 'Counterparty: 2000 → 1000.'],
  ['pue_ai', '1.2', '1.3', 'PUE KI: 1,20 → 1,30.', 'PUE, AI: 1.20 → 1.30.'],
  ['site', 'Nord', 'Süd', 'Standort: Nord → Süd.', 'Site: Nord → Süd.'],
])('a change of %s is told in words, with its unit', (key, before, after, german, english) => {
  expect(importNoteText(change(key, before, after), 'de')).toBe(german);
  expect(importNoteText(change(key, before, after), 'en')).toBe(english);
});

test('a changed figure names its unit and basis', () => {
  expect(importNoteText(change('energised_mw', '1234', '45'), 'en')).toBe(
    'Energised: 1,234 → 45\u00a0MW, grid.',
  );
  expect(importNoteText(change('cash_usd', '', '5000000'), 'de')).toMatch(
    /^Kasse: \S+ → 5\.000\.000\u00a0USD\.$/,
  );
});
