import { expect, test } from 'vitest';
import type { Language } from '../format/number.ts';
import { entryStepText } from './entryText.ts';

function sentence(label: string, values: Record<string, string>, language: Language): string {
  return entryStepText({ id: 1, label, values, createdAt: '2026-11-25T09:00:00Z', undone: false }, language);
}

test('what is deleted with a record is counted, one entry as one', () => {
  const removed = (count: string, language: Language) =>
    sentence('record.remove', { kind: 'site', name: 'Rockdale', count }, language);
  expect(removed('0', 'de')).toBe('Standort gelöscht: Rockdale');
  expect(removed('1', 'de')).toBe('Standort gelöscht: Rockdale, mit 1 Eintrag, der daran hängt');
  expect(removed('1', 'en')).toBe('Site deleted: Rockdale, with 1 entry that hangs on it');
  expect(removed('2', 'de')).toBe('Standort gelöscht: Rockdale, mit 2 Einträgen, die daran hängen');
});

test('a changed column has its unit, and a share stands in percent', () => {
  const edited = (kind: string, field: string, before: string, after: string, language: Language = 'de') =>
    sentence('record.edit', { kind, name: 'X', count: '1', field, before, after }, language);
  expect(edited('instrument', 'coupon_share', '0.05', '0.0075')).toBe(
    'Schuldtitel X: Coupon 5\u00a0% → 0,75\u00a0%',
  );
  expect(edited('contract', 'term_years', '', '12')).toBe(
    'Vertrag X: Laufzeit nicht bekannt → 12\u00a0Jahre',
  );
  expect(edited('contract', 'term_years', '10', '12', 'en')).toContain('10\u00a0years → 12\u00a0years');
  expect(edited('contract', 'it_load_mw', '100', '120')).toContain('100\u00a0MW → 120\u00a0MW');
  expect(edited('company', 'founded_year', '2011', '2012')).toContain('2011 → 2012');
  expect(edited('contract', 'signed_date', '2026-05-07', '')).toContain('07.05.2026 → nicht bekannt');
});

test('a text of digits stays as it was typed', () => {
  const values = { kind: 'company', name: 'X', count: '1', field: 'ticker', before: '0300', after: '1810' };
  expect(sentence('record.edit', values, 'de')).toContain('0300 → 1810');
});

test('a figure has its unit in words', () => {
  const values = { field: 'shares_outstanding', name: 'X', unit: 'shares', before: '100', after: '' };
  expect(sentence('figure.edit', values, 'de')).toContain('100\u00a0Aktien → entfällt');
  expect(sentence('figure.edit', { ...values, unit: 'USD/share' }, 'en')).toContain('100\u00a0$/share');
});
