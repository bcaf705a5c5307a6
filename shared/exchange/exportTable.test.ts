import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { csvFile, csvText, plainNumber, plainText, tabText, type ExportTable } from './exportTable.ts';

const table: ExportTable = {
  columns: [
    { head: 'Month', unit: '' },
    { head: 'Rent, net', unit: 'USD/kW-month' },
    { head: 'Note', unit: '' },
  ],
  rows: [
    ['2026-12', -1234.5678901, '=cmd|x'],
    ['2027-01', null, 'a "b", c'],
    ['2027-02', 0, 'two\nlines\tand a tab'],
  ],
};

test('P30 CSV: heads, units, ISO months, decimal point; missing is empty, zero is 0', () => {
  expect(parse(csvText(table))).toEqual([
    ['Month', 'Rent, net', 'Note'],
    ['', 'USD/kW-month', ''],
    ['2026-12', '-1234.5678901', "'=cmd|x"],
    ['2027-01', '', 'a "b", c'],
    ['2027-02', '0', 'two lines and a tab'],
  ]);
  expect(csvFile(table)).toBe(`\uFEFF${csvText(table)}`);
});

test('P30 text that begins like a formula stays text; other text and numbers are left alone', () => {
  for (const text of ['=1+2', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\uFF1D1'])
    expect(plainText(text)).toMatch(/^'/);
  for (const text of ['Riot', 'a=b', '', "'quoted'", '\u22125', '2026-12'])
    expect(plainText(text)).toBe(text);
  expect(plainNumber(-5)).toBe('-5');
});

test('numbers have neither exponent nor grouping; what is no number is empty', () => {
  expect([1e-7, 1.5e-9, 1e21, 0.1, -2205086193.959429].map(plainNumber)).toEqual([
    '0.0000001',
    '0.0000000015',
    '1000000000000000000000',
    '0.1',
    '-2205086193.959429',
  ]);
  expect([Number.NaN, Infinity].map(plainNumber)).toEqual(['', '']);
});

test('the clipboard speaks the language: grouped for reading, bare for a spreadsheet', () => {
  const second = (text: string) => text.split('\n')[2]?.split('\t')[1];
  expect(second(tabText(table, 'de', 'reading'))).toBe('\u22121.234,568');
  expect(second(tabText(table, 'en', 'reading'))).toBe('\u22121,234.568');
  expect(second(tabText(table, 'de', 'spreadsheet'))).toBe('-1234,5678901');
  expect(second(tabText(table, 'en', 'spreadsheet'))).toBe('-1234.5678901');
  expect(tabText(table, 'de', 'spreadsheet').split('\n')).toHaveLength(5);
});
