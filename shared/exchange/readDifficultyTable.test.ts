import { expect, test } from 'vitest';
import { readDifficultyTable } from './readDifficultyTable.ts';

test('rows are read in the notation of the language and put in order', () => {
  const points = [
    { month: '2027-06', hashrateEhS: 1_150.5 },
    { month: '2028-01', hashrateEhS: 900 },
  ];
  expect(readDifficultyTable('2028-01 900\n\n2027-06; 1.150,5 EH/s', 'de')).toEqual({ kind: 'read', points });
  expect(readDifficultyTable('2028-01 900\n2027-06 1,150.5', 'en')).toEqual({ kind: 'read', points });
});

test('what is no row, stands twice or is empty is named, never guessed', () => {
  expect(readDifficultyTable('2027-06 900\nsoon 950', 'en')).toEqual({
    kind: 'wrongRow',
    row: 2,
    text: 'soon 950',
  });
  expect(readDifficultyTable('2027-06 0', 'en').kind).toBe('wrongRow');
  expect(readDifficultyTable('2027-06 900 MW', 'en').kind).toBe('wrongRow');
  expect(readDifficultyTable('2027-06 900\n2027-06 950', 'en')).toEqual({ kind: 'twice', month: '2027-06' });
  expect(readDifficultyTable(' \n', 'en')).toEqual({ kind: 'noRow' });
});
