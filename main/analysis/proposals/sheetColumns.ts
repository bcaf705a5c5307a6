import { figureField } from '../../../shared/domain/figureFields.ts';
import { recordFields, type RecordField, type RecordKind } from '../../../shared/domain/records.ts';
import { inputTable, isInputKey } from '../../../shared/engine/analysis/inputTable.ts';
import { unitOfColumn } from '../../../shared/exchange/columnUnits.ts';
import { profileOf } from '../../../shared/exchange/import/profiles.ts';
import type { ReadableDb } from '../../db/access.ts';
import { keyColumns, type Row } from '../../db/history/changeLog.ts';
import type { SheetTableName } from '../../exchange/sheet/sheetTables.ts';

/** A column of a table as the file's own schema tells it. */
export interface SheetColumn {
  readonly name: string;
  readonly type: 'TEXT' | 'REAL' | 'INTEGER';
  readonly isKey: boolean;
  /** Must hold something, and nothing stands in for it. */
  readonly isRequired: boolean;
  readonly refersTo: SheetTableName | undefined;
  readonly isDate: boolean;
  /** Says whose row it is, or who wrote it: what a sheet does not change. */
  readonly isFixed: boolean;
}

export interface Bounds {
  readonly field?: RecordField;
  readonly low: number;
  readonly high: number;
}

const everywhereFixed = new Set(['batch_id', 'company_id', 'entered_by', 'entered_at']);
const fixed: Readonly<Partial<Record<SheetTableName, readonly string[]>>> = {
  figure: ['subject_kind', 'subject_id', 'field', 'unit'],
};

export function columnsOf(db: ReadableDb, table: SheetTableName): SheetColumn[] {
  const rows = db
    .prepare('SELECT name, type, "notnull", dflt_value FROM pragma_table_info(?)')
    .all(table) as {
    name: string;
    type: SheetColumn['type'];
    notnull: number;
    dflt_value: string | null;
  }[];
  const references = db.prepare('SELECT "table", "from" FROM pragma_foreign_key_list(?)').all(table) as {
    table: SheetTableName;
    from: string;
  }[];
  const keys = keyColumns(table);
  return rows.map(({ name, type, notnull, dflt_value: fallback }) => ({
    name,
    type,
    isKey: keys.includes(name),
    isRequired: notnull === 1 && fallback === null,
    refersTo: references.find(({ from }) => from === name)?.table,
    isDate:
      /(^|_)(date|as_of|purchased|published_on)$/.test(name) || name === 'month' || name === 'last_month',
    isFixed: everywhereFixed.has(name) || fixed[table]?.includes(name) === true,
  }));
}

const kinds: Readonly<Partial<Record<SheetTableName, RecordKind>>> = {
  company: 'company',
  site: 'site',
  contract: 'contract',
  debt_instrument: 'instrument',
  identity_period: 'identity',
  fleet: 'fleet',
};

export function kindOf(table: SheetTableName): RecordKind | undefined {
  return kinds[table];
}

const anything = { low: -Infinity, high: Infinity };
const number = (unit: string, min: number, max: number): RecordField => ({
  key: '',
  type: 'number',
  unit,
  min,
  max,
});

function boundsOfFigure(row: Row): Bounds {
  const kind = row['subject_kind'] === 'site' ? 'site' : 'company';
  const known = figureField(kind, String(row['field']));
  return known
    ? { field: number(known.unit, known.min, known.max), low: known.low, high: known.high }
    : anything;
}

function boundsOfOwnValue(row: Row): Bounds {
  const key = String(row['key']);
  if (!isInputKey(key)) return anything;
  const { unit, min, max, isWhole = false } = inputTable[key];
  return { field: { ...number(unit, min, max), isWhole }, ...anything };
}

/** What a value of a column can be, and what is usual; of a figure or an own value by what its row is about. */
export function boundsOf(table: SheetTableName, column: string, row: Row): Bounds {
  const kind = kinds[table];
  if (kind) {
    const field = recordFields[kind].find(({ key }) => key === column);
    const { low = -Infinity, high = Infinity } = field ?? {};
    return field ? { field, low, high } : anything;
  }
  if (table === 'figure' && column === 'value') return boundsOfFigure(row);
  if (table === 'own_value' && column === 'value') return boundsOfOwnValue(row);
  const profile = { production_report: 'production', market_month: 'prices' } as const;
  const name = table === 'production_report' || table === 'market_month' ? profile[table] : undefined;
  const target = name && profileOf(name).targets.find(({ key, part }) => part === 'record' && key === column);
  return target ? { field: target.field, low: target.low, high: target.high } : anything;
}

/** The unit of a value, in words of the file: a figure and an own value bring their own. */
export function unitOf(table: SheetTableName, column: string, row: Row): string {
  const unit =
    column === 'value' && table === 'figure'
      ? String(row['unit'] ?? '')
      : column === 'value' && table === 'own_value' && isInputKey(String(row['key']))
        ? inputTable[String(row['key']) as keyof typeof inputTable].unit
        : unitOfColumn(column);
  return unit === '1' ? '' : unit;
}
