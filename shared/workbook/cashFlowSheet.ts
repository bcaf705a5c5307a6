import { lineRules } from '../engine/strategy/lineRules.ts';
import type { PlanFlows, PlanLine } from '../engine/analysis/planFlows.ts';
import { npvUsd } from '../engine/strategy/npv.ts';
import { discountFactors } from '../engine/time/discount.ts';
import type { Language } from '../format/number.ts';
import { blockLabel, lineLabel } from '../text/lineLabels.ts';
import { columnName, empty, formulaCell, numberCell, textCell } from './workbookCells.ts';
import type { WorkbookCell, WorkbookSheet } from './workbookSpec.ts';

const usd = '#,##0;[Red]-#,##0;0';
const factorFormat = '0.000000';
const plain = '#,##0.00';

/** Columns before the flows: line, block, unit, rule; then the valuation date, then the months. */
const leading = 4;
const valuationColumn = leading;

export interface CashFlowSheet {
  readonly sheet: WorkbookSheet;
  /** Cells that the result sheet refers to. */
  readonly cells: {
    readonly npv: string;
    readonly ebitdaTotal: string;
    readonly peak: string;
    readonly moic: string;
  };
  /** Where each line of money stands, and the rows of their sums, as Excel counts. */
  readonly lineRows: readonly { readonly line: PlanLine; readonly row: number }[];
  readonly ebitdaRow: number;
  readonly netRow: number;
}

class SheetRows {
  readonly rows: WorkbookCell[][] = [];
  readonly #months: number;

  constructor(months: number) {
    this.#months = months;
  }

  /** Adds a row and returns its number as Excel counts. */
  add(cells: readonly WorkbookCell[]): number {
    this.rows.push([...cells]);
    return this.rows.length;
  }

  /** The flows of a row as a range, the valuation date included. */
  range(row: number): string {
    return `${columnName(valuationColumn)}${row}:${columnName(valuationColumn + this.#months)}${row}`;
  }
}

function flowRow(line: PlanLine, months: number, language: Language): WorkbookCell[] {
  const { unit, rule } = lineRules[line.line];
  const isMoney = line.group !== 'memo';
  const format = isMoney ? usd : plain;
  return [
    textCell(lineLabel(line.line, language)),
    textCell(blockLabel(line.blockId, language)),
    textCell(unit),
    textCell(rule),
    isMoney ? numberCell(line.valuationUsd, usd) : empty,
    ...Array.from({ length: months }, (_, month) => numberCell(line.monthly[month] ?? 0, format)),
  ];
}

/** A row whose every cell is the same formula of its column. */
function columnFormulas(
  head: readonly WorkbookCell[],
  formulaOf: (column: string) => string,
  values: readonly number[],
  format: string,
): WorkbookCell[] {
  return [
    ...head,
    ...values.map((value, index) =>
      formulaCell(formulaOf(columnName(valuationColumn + index)), value, format, 'sum'),
    ),
  ];
}

interface Words {
  readonly line: string;
  readonly block: string;
  readonly unit: string;
  readonly rule: string;
  readonly valuation: string;
  readonly ebitda: string;
  readonly net: string;
  readonly cumulative: string;
  readonly rate: string;
  readonly factor: string;
  readonly presentValue: string;
  readonly total: string;
}

const words: Readonly<Record<Language, Words>> = {
  de: {
    line: 'Posten',
    block: 'Block',
    unit: 'Einheit',
    rule: 'Regel',
    valuation: 'Bewertungstag',
    ebitda: 'EBITDA',
    net: 'Nettozahlungsstrom',
    cumulative: 'Kumuliert',
    rate: 'Diskontsatz',
    factor: 'Diskontfaktor',
    presentValue: 'Kapitalwert',
    total: 'Summe',
  },
  en: {
    line: 'Line',
    block: 'Block',
    unit: 'Unit',
    rule: 'Rule',
    valuation: 'Valuation date',
    ebitda: 'EBITDA',
    net: 'Net cash flow',
    cumulative: 'Cumulative',
    rate: 'Discount rate',
    factor: 'Discount factor',
    presentValue: 'NPV',
    total: 'Total',
  },
};

function totalsOf(lines: readonly PlanLine[], months: number): number[] {
  const totals = Array.from({ length: months + 1 }, () => 0);
  for (const { valuationUsd, monthly } of lines) {
    totals[0] = (totals[0] ?? 0) + valuationUsd;
    for (const [month, value] of monthly.entries()) totals[month + 1] = (totals[month + 1] ?? 0) + value;
  }
  return totals;
}

function running(flows: readonly number[]): number[] {
  let sum = 0;
  return flows.map((flow) => (sum += flow));
}

/** R5.10 The rows of one block: its net flow, its discount factors, its NPV. */
function blockRows(
  sheet: SheetRows,
  block: PlanFlows['blocks'][number],
  lines: readonly { readonly line: PlanLine; readonly row: number }[],
  months: number,
  language: Language,
): { readonly npvCell: string; readonly npvUsd: number } {
  const text = words[language];
  const name = textCell(blockLabel(block.id, language));
  const own = lines.filter(({ line }) => line.blockId === block.id);
  const net = totalsOf(
    own.map(({ line }) => line),
    months,
  );
  const rateRow = sheet.add([
    textCell(text.rate),
    name,
    textCell('1/yr'),
    textCell('R5.10'),
    numberCell(block.ratePerYear, '0.00%'),
  ]);
  const rateCell = `$${columnName(valuationColumn)}$${rateRow}`;
  const netRow = sheet.add(
    columnFormulas(
      [textCell(text.net, 'sum'), name, textCell('USD'), textCell('R5.2a')],
      (column) => (own.length === 0 ? '0' : own.map(({ row }) => `${column}${row}`).join('+')),
      net,
      usd,
    ),
  );
  const factors = Array.from(discountFactors(block.ratePerYear, net.length));
  const factorRow = sheet.add([
    textCell(text.factor),
    name,
    textCell('1'),
    textCell('R5.10'),
    ...factors.map((factor, index) => formulaCell(`(1+${rateCell})^(-${index}/12)`, factor, factorFormat)),
  ]);
  const value = npvUsd(block.ratePerYear, Float64Array.from(net));
  const npvRow = sheet.add([
    textCell(text.presentValue, 'sum'),
    name,
    textCell('USD'),
    textCell('R5.10'),
    formulaCell(`SUMPRODUCT(${sheet.range(netRow)},${sheet.range(factorRow)})`, value, usd, 'sum'),
  ]);
  return { npvCell: `${columnName(valuationColumn)}${npvRow}`, npvUsd: value };
}

/** R5.2a, R5.10 One strategy month by month: lines as the engine gives them, sums and NPVs as formulas. */
export function cashFlowSheet(name: string, flows: PlanFlows, language: Language): CashFlowSheet {
  const text = words[language];
  const months = flows.months.length;
  const sheet = new SheetRows(months);
  const heads = [text.line, text.block, text.unit, text.rule, text.valuation, ...flows.months];
  sheet.add(heads.map((head) => textCell(head, 'head')));
  const money = flows.lines.filter(({ group }) => group !== 'memo');
  const placed = money.map((line) => ({ line, row: sheet.add(flowRow(line, months, language)) }));
  const operating = placed.filter(({ line }) => line.group === 'operating');
  const sumRow = (label: string, rule: string, of: typeof placed): number =>
    sheet.add(
      columnFormulas(
        [textCell(label, 'sum'), textCell(text.total), textCell('USD'), textCell(rule)],
        (column) => {
          const [first, last] = [of[0]?.row, of.at(-1)?.row];
          return first === undefined || last === undefined ? '0' : `SUM(${column}${first}:${column}${last})`;
        },
        totalsOf(
          of.map(({ line }) => line),
          months,
        ),
        usd,
      ),
    );
  const ebitdaRow = sumRow(text.ebitda, 'R5.2a', operating);
  const netRow = sumRow(text.net, 'R5.2a', placed);
  const net = totalsOf(money, months);
  const cumulativeRow = sheet.add(
    columnFormulas(
      [textCell(text.cumulative, 'sum'), textCell(text.total), textCell('USD'), textCell('R5.12')],
      (column) => `SUM($${columnName(valuationColumn)}${netRow}:${column}${netRow})`,
      running(net),
      usd,
    ),
  );
  const npvs = flows.blocks.map((block) => blockRows(sheet, block, placed, months, language));
  const total = npvs.reduce((sum, npv) => sum + npv.npvUsd, 0);
  const npvRow = sheet.add([
    textCell(text.presentValue, 'sum'),
    textCell(text.total),
    textCell('USD'),
    textCell('R5.2a'),
    formulaCell(npvs.map(({ npvCell }) => npvCell).join('+') || '0', total, usd, 'sum'),
  ]);
  for (const line of flows.lines.filter(({ group }) => group === 'memo'))
    sheet.add(flowRow(line, months, language));
  const netRange = sheet.range(netRow);
  return {
    sheet: {
      name,
      widths: [34, 22, 11, 13, 15, 13],
      frozen: { rows: 1, columns: leading },
      rows: sheet.rows,
    },
    cells: {
      npv: `${columnName(valuationColumn)}${npvRow}`,
      ebitdaTotal: `SUM(#${sheet.range(ebitdaRow)})`,
      peak: `MAX(0,-MIN(#${sheet.range(cumulativeRow)}))`,
      moic: `SUMIF(#${netRange},">0")/-SUMIF(#${netRange},"<0")`,
    },
    lineRows: placed,
    ebitdaRow,
    netRow,
  };
}
