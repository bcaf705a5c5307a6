import type { ChangedItem, ChangedValue, PortfolioChanges } from '../../../shared/domain/portfolioChanges.ts';
import { unitOfColumn } from '../../../shared/exchange/columnUnits.ts';
import type { ReadableDb } from '../../db/access.ts';
import { factItem, factKey, newer, type Itemised } from './factItems.ts';
import { lastTouches, type Touch } from './lastTouches.ts';
import { rowsApart, type RowApart, type RowCells } from './rowsApart.ts';
import type { State } from './states.ts';
import { subjectFinder, type Subject } from './subjects.ts';

/** What a row is called, by the first of these columns that it has. */
const names = [
  'counterparty',
  'instrument',
  'name',
  'model',
  'file_name',
  'period',
  'month',
  'date',
  'title',
  'issued_at',
] as const;

function nameOf(row: RowCells): string {
  const column = names.find((one) => typeof row[one] === 'string');
  return column === undefined ? String(row['id'] ?? row['key'] ?? '') : String(row[column]);
}

const valued = (value: string | number | null, unit: string): ChangedValue => ({
  value,
  unit,
  isNotApplicable: false,
});

/** Tables of which a row is one value under a name. */
const singleValue: Readonly<Record<string, { readonly field: string; readonly value: string }>> = {
  own_value: { field: 'key', value: 'value' },
  portfolio_setting: { field: 'key', value: 'value' },
  meta: { field: 'key', value: 'value' },
  difficulty_choice: { field: '', value: 'body' },
};

function actOf({ before, after }: RowApart): ChangedItem['act'] {
  if (before === null) return 'came';
  return after === null ? 'gone' : 'changed';
}

function differing(before: RowCells, after: RowCells): string[] {
  return Object.keys(after).filter((column) => before[column] !== after[column]);
}

function singleValueItem(row: RowApart, { field, value }: { field: string; value: string }): Itemised {
  const { table, key, before, after } = row;
  const any = after ?? before ?? {};
  const ends = (cells: RowCells | null) => (cells === null ? [] : [valued(cells[value] ?? null, '')]);
  const isSame = before?.[value] === after?.[value];
  return {
    id: `${table} ${key}`,
    table,
    name: '',
    field: field === '' ? null : String(any[field]),
    act: actOf(row),
    before: ends(before),
    after: ends(after),
    aspects: before && after && isSame ? differing(before, after) : [],
  };
}

function isDocument(value: string | number | null | undefined): boolean {
  return typeof value === 'string' && value.startsWith('{');
}

/** A row that came or went is one item; of one that changed, every column is one, and a document none by itself. */
function recordItems(row: RowApart): Itemised[] {
  const { table, key, before, after } = row;
  const whole = {
    id: `${table} ${key}`,
    table,
    name: nameOf(after ?? before ?? {}),
    field: null,
    act: actOf(row),
    before: [],
    after: [],
    aspects: [],
  };
  if (!before || !after) return [whole];
  const columns = differing(before, after);
  const documents = columns.filter((column) => isDocument(after[column]) || isDocument(before[column]));
  const fields = columns
    .filter((column) => !documents.includes(column))
    .map((column) => ({
      ...whole,
      id: `${whole.id} ${column}`,
      field: column,
      before: [valued(before[column] ?? null, unitOfColumn(column))],
      after: [valued(after[column] ?? null, unitOfColumn(column))],
    }));
  return documents.length > 0 ? [whole, ...fields] : fields;
}

function itemsOf(row: RowApart): Itemised[] {
  const single = singleValue[row.table];
  return single ? [singleValueItem(row, single)] : recordItems(row);
}

type Found = (row: RowApart) => { readonly subject: Subject; readonly touch: Touch | undefined };

function placed(item: Itemised, { subject, touch }: ReturnType<Found>): ChangedItem {
  return { ...item, ...subject, at: touch?.at ?? null, by: touch?.by ?? null };
}

function factItems(rows: readonly RowApart[], found: Found): ChangedItem[] {
  const facts = new Map<string, RowApart[]>();
  for (const row of rows) {
    const key = factKey(row.after ?? row.before ?? {});
    facts.set(key, [...(facts.get(key) ?? []), row]);
  }
  return [...facts.values()].flatMap((ofFact) => {
    const item = factItem(ofFact);
    const [first] = ofFact;
    if (!item || !first) return [];
    const touch = ofFact.map((row) => found(row).touch).reduce(newer, undefined);
    return [placed(item, { subject: found(first).subject, touch })];
  });
}

const byName = (a: string | null, b: string | null): number =>
  a === null || b === null ? (a === b ? 0 : a === null ? -1 : 1) : a < b ? -1 : a > b ? 1 : 0;

/** Grouped by company, site and kind; what belongs to the portfolio as a whole comes first. */
function grouped(items: readonly ChangedItem[]): ChangedItem[] {
  return items.toSorted(
    (a, b) =>
      byName(a.companyName, b.companyName) ||
      byName(a.siteName, b.siteName) ||
      byName(a.table, b.table) ||
      byName(a.name, b.name),
  );
}

interface PlacedSite {
  readonly id: string;
  readonly name: string;
  readonly companyId: string;
}

function sitesOf(db: ReadableDb): PlacedSite[] {
  return db.prepare('SELECT id, name, company_id AS companyId FROM site ORDER BY name').all() as PlacedSite[];
}

/** Sites of both states that some change can reach: by themselves, by their company, or by what counts for all. */
function reachedSites(
  earlier: State,
  later: State,
  items: readonly ChangedItem[],
): PortfolioChanges['sites'] {
  const old = new Set(sitesOf(earlier.db).map(({ id }) => id));
  const reachesAll = items.some(({ companyId }) => companyId === null);
  const [sites, companies] = [
    new Set(items.map(({ siteId }) => siteId)),
    new Set(items.filter(({ siteId }) => siteId === null).map(({ companyId }) => companyId)),
  ];
  return sitesOf(later.db)
    .filter(({ id, companyId }) => old.has(id) && (reachesAll || sites.has(id) || companies.has(companyId)))
    .map(({ id, name }) => ({ id, name }));
}

/** R5.24 What changed between two states of a portfolio, net, with who changed it last and when. */
export function portfolioChanges(earlier: State, later: State): PortfolioChanges {
  const rows = rowsApart(earlier.db, later.db);
  const subjectOf = subjectFinder(earlier.db, later.db);
  const touchOf = lastTouches(later.db, earlier.lastEvent ?? 0, later.lastEvent);
  const found: Found = (row) => {
    const touch = touchOf(row.table, row.key);
    return { subject: subjectOf(row), touch };
  };
  const [facts, others] = [
    rows.filter(({ table }) => table === 'figure'),
    rows.filter(({ table }) => table !== 'figure'),
  ];
  const items = grouped([
    ...factItems(facts, found),
    ...others.flatMap((row) => itemsOf(row).map((item) => placed(item, found(row)))),
  ]);
  return { items, count: items.length, sites: reachedSites(earlier, later, items) };
}
