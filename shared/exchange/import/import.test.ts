import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ImportColumn } from '../../domain/tableImport.ts';
import { columnUnits, unitOfHead } from './columnUnits.ts';
import { frameTable } from './frameTable.ts';
import { cellNotation } from './notation.ts';
import { profileOf, profiles, targetOf, type ImportTarget } from './profiles.ts';
import { proposeColumns, proposePlan, unitFor } from './proposePlan.ts';
import { readCell } from './readCell.ts';
import { readDate } from './readDate.ts';
import { resolveColumns } from './resolveColumns.ts';
import { findDelimiter, splitRows } from './splitTable.ts';

const asColumn = (change: Partial<ImportColumn> = {}): ImportColumn => ({
  target: null,
  unit: null,
  notation: null,
  dateOrder: null,
  ...change,
});
function siteTarget(key: string): ImportTarget {
  const target = targetOf(profileOf('sites'), key);
  if (!target) throw new Error(key);
  return target;
}
const cells = (text: string): readonly (readonly string[])[] =>
  [...splitRows(text, findDelimiter(text))].map((row) => row.cells);

test.each([
  ['a;b\n1,5;2,5\n', ';'],
  ['a,b\n1,2\n', ','],
  ['a\tb\n1,5\t2', '\t'],
  ['a|b\n1|2', '|'],
  ['name;power\n"Tal, oben";1,5\n"Berg, unten";2,5', ';'],
])('the delimiter of %j is found', (text, delimiter) => {
  expect(findDelimiter(text)).toBe(delimiter);
});

test('quotation marks, breaks in fields, empty last fields and every line ending are read', () => {
  expect(cells('a;b\r\n"x ""y""\nz";\r"1";2')).toEqual([
    ['a', 'b'],
    ['x "y"\nz', ''],
    ['1', '2'],
  ]);
});

test('a row bears the line it begins in, whatever stands empty or broken above it', () => {
  const lines = (text: string): readonly number[] => [...splitRows(text, ';')].map(({ line }) => line);
  expect(lines('a;b\n\n1;2\n')).toEqual([1, 2, 3]);
  expect(lines('"a\r\nb";"c\rd\n"\r\n\r\n1;2\r3;4')).toEqual([1, 5, 6, 7]);
});

test.each([
  ['Leistung [kW]', 'kW'],
  ['Power (MW)', 'MW'],
  ['Kapazität in GW', 'GW'],
  ['capacity_mw', 'MW'],
  ['Strompreis ($/kWh)', 'USD/kWh'],
  ['power_price_usd_mwh', 'USD/MWh'],
  ['Vertragswert [Mio. USD]', 'mUSD'],
  ['Laufzeit (Jahre)', 'years'],
  ['Name', undefined],
])('the unit in the head %j is %s', (head, unit) => {
  expect(unitOfHead(head)).toBe(unit);
});

test.each([
  ['12,5', 'comma'],
  ['1.234,5', 'comma'],
  ['1.234.567', 'comma'],
  ['12.5', 'point'],
  ['1,234.5', 'point'],
  ['1.000', 'open'],
  ['1,000', 'open'],
  ['0.042', 'point'],
  ['1000', undefined],
  ['', undefined],
  [12.5, undefined],
] as const)('%j speaks for %s', (cell, says) => {
  expect(cellNotation(cell)).toBe(says);
});

test.each([
  ['30.09.26', '2026-09-30'],
  ['2026-09-30', '2026-09-30'],
  ['30. September 2026', '2026-09-30'],
  ['Sep 30, 2026', '2026-09-30'],
  ['Q3 2026', '2026-09-30'],
  ['4Q25', '2025-12-31'],
  ['September 2026', '2026-09'],
  ['09/2026', '2026-09'],
  ['46295', '2026-09-30'],
  [46295, '2026-09-30'],
  ['9/30/2026', '2026-09-30'],
])('the date %j is %s', (cell, date) => {
  expect(readDate(cell, undefined)).toMatchObject({ kind: 'date', date });
});

test('what is no date is none, and a date with two readings is asked', () => {
  for (const cell of ['31.02.26', 'soon', '2026-13-01', '99999', ''])
    expect(readDate(cell, undefined).kind).toBe('noDate');
  expect(readDate('03/04/2026', undefined)).toEqual({ kind: 'open', readings: ['2026-04-03', '2026-03-04'] });
  expect(readDate('03/04/2026', 'monthFirst')).toMatchObject({ date: '2026-03-04' });
});

test('a cell is read in the unit of its column, in its own where it names one; unknown is no zero', () => {
  const power = siteTarget('energised_mw');
  const kw = asColumn({ unit: 'kW', notation: 'comma' });
  expect(readCell('50.000', power, kw)).toMatchObject({ value: 50 });
  expect(readCell('7.200,5', power, kw)).toMatchObject({ value: 7.2005 });
  expect(readCell('50 MW', power, kw)).toMatchObject({ value: 50 });
  expect(readCell('1.000', power, asColumn({ notation: 'point' }))).toMatchObject({ value: 1 });
  expect(readCell('1.500', power, asColumn())).toEqual({ kind: 'fault', fault: 'openNumber' });
  expect(readCell('k. A.', power, kw)).toMatchObject({ kind: 'value', value: null });
  expect(readCell('0', power, kw)).toMatchObject({ value: 0 });
  expect(readCell('50 $', power, kw)).toEqual({ kind: 'fault', fault: 'wrongUnit' });
  expect(readCell('#REF!', power, kw)).toEqual({ kind: 'fault', fault: 'notANumber' });
  expect(readCell(5000, siteTarget('power_price_usd_mwh'), asColumn({ unit: 'USD/MWh' }))).toMatchObject({
    isUnusual: true,
  });
  expect(readCell('', siteTarget('name'), asColumn())).toEqual({ kind: 'fault', fault: 'needsText' });
  expect(readCell('im Bau', siteTarget('status'), asColumn())).toMatchObject({ value: 'under_construction' });
});

test.each(['=cmd|calc', '+49', '-x', '@a', '<script>alert(1)</script>', 'مرحبا', '⛏️ Tal', '\u202eabc'])(
  'the name %j stays the text it is',
  (name) => {
    expect(readCell(name, siteTarget('name'), asColumn())).toMatchObject({ value: name });
  },
);

test('heads propose their targets and units, in German and English', () => {
  const german = proposePlan(
    ['Unternehmen', 'Standort', 'Leistung [kW]', 'IT-Last (MW)', 'Strompreis ($/MWh)', 'Stand', 'Quelle'],
    [],
  );
  expect(german.profile).toBe('sites');
  expect(german.columns.map(({ target }) => target)).toEqual([
    'company',
    'name',
    'energised_mw',
    'ai_it_mw',
    'power_price_usd_mwh',
    'as_of',
    'source_title',
  ]);
  expect(german.columns[2]?.unit).toBe('kW');
  const update = proposePlan(['Company', 'Month', 'BTC produced', 'Average hashrate (EH/s)', 'BTC held'], []);
  expect(update.profile).toBe('production');
  expect(
    proposePlan(['Customer', 'Company', 'Service', 'Status', 'Term (years)', 'Contract value [USD m]'], [])
      .profile,
  ).toBe('contracts');
  expect(proposePlan(['Month', 'Close', 'Difficulty'], []).profile).toBe('prices');
  expect(proposePlan(['Company', 'Quarter', 'Cash (USD)', 'Debt (USD)', 'Hashrate (EH/s)'], []).profile).toBe(
    'figures',
  );
});

test.each([
  ['Power price [EUR/MWh]', null],
  ['Power [W]', null],
  ['Power (gross)', 'MW'],
  ['Power (Q3 2026, gross)', null],
  ['Power (Q3 2026)', 'MW'],
  ['Power (1)', 'MW'],
  ['Leistung (brutto) in kW', 'kW'],
  ['Power in MVA', null],
  ['Power in hp', null],
  ['Power price, EUR', null],
  ['Cash in EUR', null],
  ['Cash EUR', null],
  ['Cash USD', 'USD'],
  ['Cash (millions)', 'mUSD'],
  ['Cash 1', 'USD'],
  ['Cash (unaudited)', 'USD'],
  ['PUE AI (%)', 'percent'],
  ['PUE AI [foo]', null],
  ['PUE AI', '1'],
  ['Cash [€]', null],
  ['Hashrate [ZH/s]', null],
  ['Power (gross) [kW]', 'kW'],
  ['Power [grid MW]', 'MW'],
  ['Leistung [MW Anschluss]', 'MW'],
  ['Power', 'MW'],
])('the head %j is in %s, and never taken for our own unit where it names another', (head, unit) => {
  const profile = head.startsWith('Cash') ? 'figures' : 'sites';
  const [column] = proposeColumns(profile, [head]);
  expect(column?.target).not.toBeNull();
  expect(column?.unit).toBe(unit);
});

test('a unit that the target cannot be in is asked for, also where the analyst chose the target', () => {
  expect(unitFor(siteTarget('power_price_usd_mwh'), 'Anything [MW]')).toBeNull();
});

test('titles above a table are no head, and a row of units belongs to the heads', () => {
  const table = frameTable({
    rows: [
      ['Standorte Q3', '', ''],
      ['Standort', 'Leistung', 'Stand'],
      ['', 'kW', ''],
      ['Tal', '50', '2026'],
    ],
    numbers: [1, 3, 4, 7],
  });
  expect(table).toEqual({
    heads: ['Standort', 'Leistung [kW]', 'Stand'],
    rows: [['Tal', '50', '2026']],
    numbers: [7],
  });
});

function stateOf(...power: readonly string[]): string | undefined {
  const rows = power.map((cell) => ['Tal', cell]);
  const table = { heads: ['Standort', 'Leistung'], rows, numbers: rows.map((_row, index) => index + 2) };
  const plan = proposePlan(table.heads, []);
  return resolveColumns(table, { ...plan, profile: 'sites' }, 'de').readings[1]?.state;
}

test('a column decides its decimal sign, is asked, or is refused with its rows', () => {
  expect(stateOf('1.000', '7,2')).toBe('comma');
  expect(stateOf('1.000', '2.500')).toBe('open');
  expect(stateOf('7.2', '7,2')).toBe('contradictory');
  expect(stateOf('7', '9')).toBe('plain');
});

test('a cell that holds no number is no date', () => {
  for (const cell of [Number.NaN, Infinity, -Infinity]) expect(readDate(cell, undefined).kind).toBe('noDate');
});

test('the reader never throws on a cell and never makes up a number', () => {
  const targets = profiles.flatMap((profile) => profile.targets);
  const cell = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.stringMatching(/^[-+(]?[\d.,' ]{0,12}[a-zA-Z$%/ ]{0,6}\)?$/),
    fc.double(),
  );
  const notation = fc.constantFrom('comma' as const, 'point' as const, null);
  fc.assert(
    fc.property(fc.constantFrom(...targets), cell, notation, (target, raw, sign) => {
      const units = Object.keys(columnUnits[target.field.unit ?? ''] ?? { x: 1 });
      const reading = readCell(raw, target, asColumn({ notation: sign, unit: units[0] ?? null }));
      if (reading.kind !== 'value' || target.field.type !== 'number' || reading.value === null) return;
      expect(Number.isFinite(reading.value)).toBe(true);
      // A number is read only from digits.
      if (typeof raw === 'string') expect(raw).toMatch(/\d/);
    }),
    { numRuns: 3_000 },
  );
});

test('whatever a text holds, its fields together hold every letter of it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 }),
      (rows) => {
        const text = rows
          .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';'))
          .join('\r\n');
        expect([...splitRows(text, ';')].map((row) => row.cells)).toEqual(rows);
      },
    ),
  );
});
