import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gridFields, type GridRow, type GridSubject } from '../../domain/gridEdit.ts';
import { blockOf, planPaste, rowsToWrite, writtenCells, type Paste } from './planPaste.ts';

const contracts: GridSubject = { kind: 'contract', companyId: 'c1', siteId: null };
const figures: GridSubject = { kind: 'figure', companyId: 'c1', siteId: 's1' };

const contract = (id: string, values: GridRow['values']): GridRow => ({ id, values, unit: null });
const known = [
  contract('k1', { counterparty: 'A', service: 'colocation', it_load_mw: 50, term_years: 15 }),
  contract('k2', { counterparty: 'B', service: 'colocation', it_load_mw: null, term_years: 10 }),
];

function paste(
  subject: GridSubject,
  rows: readonly GridRow[],
  text: string,
  at: [number, string],
  more: Partial<Paste> = {},
) {
  const fields = gridFields(subject);
  const start = { row: at[0], column: fields.findIndex(({ key }) => key === at[1]) };
  return planPaste({
    subject,
    fields,
    rows,
    block: blockOf(text),
    start,
    language: 'de',
    decimal: null,
    takesNewRows: true,
    takesUnusual: false,
    ...more,
  });
}

const told = (plan: ReturnType<typeof planPaste>) =>
  plan.cells.map(({ row, field, before, reading, outcome }) => [
    row,
    field.key,
    before,
    reading.kind === 'value' ? reading.value : reading.kind,
    outcome,
  ]);

test('P24 a German block is read in German: units, dates, words and gaps, cell by cell', () => {
  const plan = paste(
    contracts,
    known,
    '30.09.2026\tunterzeichnet\t\t60.000 kW\t75,5\r\n2026\tgekauft\tx\tk. A.\t5 t\r\n',
    [0, 'signed_date'],
  );
  expect(told(plan)).toEqual([
    [0, 'signed_date', null, '2026-09-30', 'changed'],
    [0, 'status', null, 'signed', 'changed'],
    [0, 'relation', null, null, 'same'],
    [0, 'it_load_mw', 50, 60, 'changed'],
    [0, 'gross_mw', null, 75.5, 'changed'],
    [1, 'signed_date', null, '2026', 'changed'],
    [1, 'status', null, 'noChoice', 'refused'],
    [1, 'relation', null, 'x', 'changed'],
    [1, 'it_load_mw', null, null, 'same'],
    [1, 'gross_mw', null, 'wrongUnit', 'refused'],
  ]);
  expect(rowsToWrite(plan, known)).toEqual([
    { id: 'k1', values: { signed_date: '2026-09-30', status: 'signed', it_load_mw: 60, gross_mw: 75.5 } },
    { id: 'k2', values: { signed_date: '2026', relation: 'x' } },
  ]);
});

test('P24 "1.000" is 1000 in German without a question; "12.5" is asked, and the answer decides the block', () => {
  const open = paste(contracts, known, '1.000\n12.5', [0, 'it_load_mw']);
  expect(told(open).map((cell) => cell[3])).toEqual([1000, 'ambiguous']);
  expect(open.isOpen).toBe(true);
  const point = paste(contracts, known, '1.000\n12.5', [0, 'it_load_mw'], { decimal: 'point' });
  expect(told(point).map((cell) => cell[3])).toEqual([1, 12.5]);
  expect(point.isOpen).toBe(false);
  const comma = paste(contracts, known, '1.000\n12.5', [0, 'it_load_mw'], { decimal: 'comma' });
  expect(told(comma).map((cell) => cell.slice(3))).toEqual([
    [1000, 'changed'],
    ['notANumber', 'refused'],
  ]);
});

test('P24 rows beyond the last one are new where they hold what a row needs, and are left aside on request', () => {
  const text = 'C\tColocation\t2026-01\tsigned\nD\n';
  const plan = paste(contracts, known, text, [2, 'counterparty']);
  expect(plan.newRows).toBe(2);
  expect([...plan.lacking]).toEqual([[3, ['service', 'status']]]);
  expect(rowsToWrite(plan, known)).toEqual([
    {
      id: null,
      values: { counterparty: 'C', service: 'colocation', signed_date: '2026-01', status: 'signed' },
    },
  ]);
  const broken = paste(contracts, known, 'C\tColocation\tsoon\tsigned', [2, 'counterparty']);
  expect(rowsToWrite(broken, known)).toEqual([]);
  const without = paste(contracts, known, text, [2, 'counterparty'], { takesNewRows: false });
  expect(writtenCells(without)).toEqual([]);
  expect(told(without).map((cell) => cell[4])).toEqual(['noRow', 'noRow', 'noRow', 'noRow', 'noRow']);
});

test('P24 a figure is read in the unit of what its row is about, and what it is about stays', () => {
  const rows: GridRow[] = [{ id: 'f1', values: { field: 'energised_mw', value: 50 }, unit: 'MW' }];
  const plan = paste(figures, rows, 'Unter Spannung\t60.000 kW\nStrompreis\t4,2 ct/kWh\nPUE KI\t0,9', [
    0,
    'field',
  ]);
  expect(told(plan)).toEqual([
    [0, 'field', 'energised_mw', 'energised_mw', 'same'],
    [0, 'value', 50, 60, 'changed'],
    [1, 'field', null, 'power_price_usd_mwh', 'new'],
    [1, 'value', null, 42, 'new'],
    [2, 'field', null, 'pue_ai', 'new'],
    [2, 'value', null, 'outOfBounds', 'refused'],
  ]);
  // A new row is stored whole or not at all.
  expect(rowsToWrite(plan, rows)).toEqual([
    { id: 'f1', values: { value: 60 } },
    { id: null, values: { field: 'power_price_usd_mwh', value: 42 } },
  ]);
  expect(told(paste(figures, rows, 'Strompreis', [0, 'field']))).toEqual([
    [0, 'field', 'energised_mw', 'power_price_usd_mwh', 'fixed'],
  ]);
});

test('P24 a number outside its usual range waits for a word, and a new row waits with it', () => {
  const rows: GridRow[] = [
    { id: 'f1', values: { field: 'power_price_usd_mwh', value: 42 }, unit: 'USD/MWh' },
  ];
  const text = 'Strompreis\t5 $/kWh\nHashrate\t70';
  const asked = paste(figures, rows, text, [0, 'field']);
  expect(asked.unusual).toBe(2);
  expect(told(asked).map((cell) => cell.slice(3))).toEqual([
    ['power_price_usd_mwh', 'same'],
    [5000, 'check'],
    ['hashrate_eh_s', 'new'],
    [70, 'check'],
  ]);
  expect(rowsToWrite(asked, rows)).toEqual([]);
  expect(rowsToWrite(paste(figures, rows, text, [0, 'field'], { takesUnusual: true }), rows)).toEqual([
    { id: 'f1', values: { value: 5000 } },
    { id: null, values: { field: 'hashrate_eh_s', value: 70 } },
  ]);
});

test('P24 a block may reach beyond the last column and holds quoted breaks', () => {
  const plan = paste(contracts, known, '"two\nlines"\tx\ty\tz', [0, 'notes']);
  expect(plan.cells.map(({ text }) => text)).toEqual(['two\nlines', 'x', 'y']);
  expect(plan.columnsBeyond).toBe(1);
});

test('P24 whatever is pasted, only readable values are written, and never a value where nothing stood', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      '1.000',
      '1,5',
      '-',
      '',
      '\t',
      '\n',
      '=cmd',
      '5 MW',
      '31.02.2026',
      '"',
      '1/2/2026',
      '<script>',
    ),
  );
  fc.assert(
    fc.property(fc.array(text), fc.constantFrom('de' as const, 'en' as const), (parts, language) => {
      const plan = paste(contracts, known, parts.join('\t'), [1, 'counterparty'], { language });
      for (const { field, reading, text: typed } of writtenCells(plan)) {
        expect(reading.kind).toBe('value');
        if (reading.kind === 'value' && typed.trim() === '') expect(reading.value).toBeNull();
        if (reading.kind === 'value' && typeof reading.value === 'number') expect(field.type).toBe('number');
      }
    }),
  );
});
