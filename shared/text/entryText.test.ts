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
