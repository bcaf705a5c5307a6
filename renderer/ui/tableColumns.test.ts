import { expect, test } from 'vitest';
import { exportTable, mixedBases, sortedRows, type Column } from './tableColumns.ts';

interface Row {
  readonly name: string;
  readonly usd: number | null;
}

const columns: readonly Column<Row>[] = [
  { id: 'name', head: 'Name', cell: ({ name }) => name },
  {
    id: 'amount',
    head: 'Amount',
    unit: '$m',
    sortBy: ({ usd }) => usd,
    exported: { unit: 'USD', of: ({ usd }) => usd },
    cell: ({ usd }) => (usd === null ? 'missing' : String(usd / 1e6)),
  },
  { id: 'mw', head: 'MW', unit: 'grid MW', sortBy: () => 7, cell: () => '7 of 9' },
  { id: 'again', head: 'PDF', cell: () => ({ type: 'button' }) as never },
];

test('a table leaves with raw values in their own unit; missing stays missing, and buttons stay behind', () => {
  const rows = [
    { name: 'A', usd: 2_500_000 },
    { name: 'B', usd: null },
  ];
  expect(exportTable(rows, columns)).toEqual({
    columns: [
      { head: 'Name', unit: '' },
      { head: 'Amount', unit: 'USD' },
      { head: 'MW', unit: 'grid MW' },
    ],
    rows: [
      ['A', 2_500_000, 7],
      ['B', null, 7],
    ],
  });
});

test('P2 a column that mixes bases is not sorted and says what it mixes; one basis sorts', () => {
  const column: Column<{ value: number | null; basis: string }> = {
    id: 'value',
    head: 'Value',
    sortBy: (row) => row.value,
    basisOf: (row) => row.basis,
    cell: () => null,
  };
  const sorting = { id: 'value', descending: false };
  const mixed = [
    { value: 3, basis: 'grid MW' },
    { value: 1, basis: 'critical IT MW' },
  ];
  expect(mixedBases(mixed, column)).toEqual(['critical IT MW', 'grid MW']);
  expect(sortedRows(mixed, [column], sorting)).toBe(mixed);
  const one = mixed.map((row) => ({ ...row, basis: 'grid MW' }));
  expect(mixedBases(one, column)).toEqual([]);
  expect(sortedRows(one, [column], sorting).map(({ value }) => value)).toEqual([1, 3]);
  // A row without a number mixes nothing.
  expect(mixedBases([...one, { value: null, basis: 'USD' }], column)).toEqual([]);
});
