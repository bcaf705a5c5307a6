import { expect, test } from 'vitest';
import type { Language } from '../format/number.ts';
import { importNoteText } from './importNoteText.ts';
import { basisWord, countedText, importStepText, importText, targetLabel } from './importText.ts';

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
    /^Kasse: fehlt → 5\.000\.000\u00a0USD\.$/,
  );
});

test('the words are those of the glossary', () => {
  expect(targetLabel('difficulty_avg', 'de')).toBe('Difficulty im Mittel');
  expect(basisWord('grid MW', 'de')).toBe('Anschluss');
  for (const key of ['average_hashrate_eh_s', 'end_hashrate_eh_s', 'hashrate_eh_s_avg', 'hashrate_eh_s'])
    expect(targetLabel(key, 'en')).toMatch(/hash rate$/i);
  expect([importText.de.missing, importText.en.missing]).toEqual(['fehlt', 'missing']);
});

test.each([
  ['de', ['1 Zeile', '1 Zeile importieren', '1 Zeile aus „a“ ist im Portfolio.', 'Import „a“, 1 Zeile']],
  ['en', ['1 row', 'Import 1 row', '1 row of “a” is in the portfolio.', 'Import “a”, 1 row']],
] as const)('one row is no rows in %s', (language: Language, one) => {
  const step = { id: 1, label: 'import.table', createdAt: '', undone: false };
  const told = (count: number): readonly string[] => [
    countedText('rows', count, language),
    countedText('importRows', count, language),
    countedText('done', count, language, { name: 'a' }),
    importStepText({ ...step, values: { name: 'a', count: String(count) } }, language),
  ];
  expect(told(1)).toEqual(one);
  for (const [index, text] of told(1200).entries()) {
    expect(text).toContain(language === 'de' ? '1.200 ' : '1,200 ');
    expect(text).not.toBe(one[index]);
  }
});
