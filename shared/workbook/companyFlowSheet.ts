import { periodsOf, sumsBy, type Periods } from '../charts/planPeriods.ts';
import type { CompanyStrategy } from '../engine/analysis/companyFigures.ts';
import type { StrategyFigures } from '../engine/analysis/siteAnalysis.ts';
import { strategyNames } from '../text/strategyNames.ts';
import { workbookText } from '../text/workbookText.ts';
import { summedFigures, type CompanyParts, type WorkbookSite } from './companyParts.ts';
import { strategyName } from './companyStrategySheets.ts';
import {
  columnName,
  empty,
  formats,
  formulaCell,
  headRows,
  numberCell,
  sheetName,
  textCell,
} from './workbookCells.ts';
import type { WorkbookCell, WorkbookSheet } from './workbookSpec.ts';

/** Columns before the amounts: strategy, site, quantity, unit, rule. */
const leading = 5;

type Amounts = readonly (number | null)[];

interface Quantity {
  readonly label: string;
  readonly rule: string;
  /** Valuation date, then years; null where a quantity has no amount at the valuation date. */
  readonly of: (figures: StrategyFigures) => Amounts;
}

interface Part {
  readonly site: WorkbookSite;
  readonly figures: StrategyFigures;
}

function totalOf(values: Amounts): number {
  return values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
}

/** The amounts of a row, and what they add up to. */
function amounts(values: Amounts, row: number): WorkbookCell[] {
  const [first, last] = [columnName(leading), columnName(leading + values.length - 1)];
  return [
    ...values.map((value) => (value === null ? empty : numberCell(value, formats.usd))),
    formulaCell(`SUM(${first}${row}:${last}${row})`, totalOf(values), formats.usd),
  ];
}

/** Sums by column; null where no row has an amount. */
function addUp(rows: readonly Amounts[]): Amounts {
  return (rows[0] ?? []).map((_value, index) => {
    const known = rows.map((row) => row[index] ?? null).filter((value) => value !== null);
    return known.length === 0 ? null : totalOf(known);
  });
}

class FlowRows {
  readonly rows: WorkbookCell[][];
  readonly #parts: CompanyParts;

  constructor(head: WorkbookCell[][], parts: CompanyParts) {
    this.rows = head;
    this.#parts = parts;
  }

  #add(make: (row: number) => WorkbookCell[]): number {
    this.rows.push(make(this.rows.length + 1));
    return this.rows.length;
  }

  /** The rows of the sites and below them their sum. @returns the row of the sum and its values */
  quantity(
    strategy: CompanyStrategy,
    { label, rule, of }: Quantity,
    found: readonly Part[],
  ): [number, Amounts] {
    const { language } = this.#parts.args;
    const name = textCell(strategyName(strategy.kind, language));
    const values = found.map(({ figures }) => of(figures));
    const rows = found.map(({ site }, index) => {
      const { best } = site.analysis.verdict;
      const chosen = strategy.kind === 'best' && best !== null ? `, ${strategyNames[language][best]}` : '';
      return this.#add((row) => [
        name,
        textCell(`${site.name}${chosen}`),
        textCell(label),
        textCell('USD'),
        textCell(rule),
        ...amounts(values[index] ?? [], row),
      ]);
    });
    const sums = addUp(values);
    const sumRow = this.#add(() => [
      textCell(strategyName(strategy.kind, language), 'sum'),
      textCell(workbookText[language].total, 'sum'),
      textCell(label, 'sum'),
      textCell('USD'),
      textCell('R5.2a'),
      ...[...sums, totalOf(sums)].map((value, index) => {
        if (value === null) return empty;
        const column = columnName(leading + index);
        return formulaCell(`SUM(${column}${rows[0]}:${column}${rows.at(-1)})`, value, formats.usd, 'sum');
      }),
    ]);
    return [sumRow, sums];
  }

  cumulative(strategy: CompanyStrategy, netRow: number, net: Amounts): void {
    const { language } = this.#parts.args;
    const text = workbookText[language];
    let sum = 0;
    const first = columnName(leading);
    this.#add(() => [
      textCell(strategyName(strategy.kind, language), 'sum'),
      textCell(text.total, 'sum'),
      textCell(text.cumulative, 'sum'),
      textCell('USD'),
      textCell('R5.12'),
      ...net.map((value, index) => {
        sum += value ?? 0;
        return formulaCell(
          `SUM($${first}${netRow}:${columnName(leading + index)}${netRow})`,
          sum,
          formats.usd,
          'sum',
        );
      }),
    ]);
  }

  gap(): void {
    this.rows.push([]);
  }
}

function quantities(periods: Periods, parts: CompanyParts): Record<'operating' | 'net', Quantity> {
  const text = workbookText[parts.args.language];
  return {
    operating: {
      label: text.operating,
      rule: 'R5.2a',
      of: ({ operatingUsd }) => [null, ...sumsBy(periods, operatingUsd)],
    },
    net: {
      label: text.net,
      rule: 'R1.2',
      of: ({ valuationUsd, netUsd }) => [valuationUsd, ...sumsBy(periods, netUsd)],
    },
  };
}

/** R5.2a The company's cash flow by year: each strategy's sites, and their sums as formulas. */
export function companyFlowSheet(parts: CompanyParts): WorkbookSheet {
  const { args, figures, sites } = parts;
  const text = workbookText[args.language];
  const periods = periodsOf(figures.months, true);
  const { operating, net } = quantities(periods, parts);
  const head = headRows([
    { head: text.strategy },
    { head: text.site },
    { head: text.quantity },
    { head: text.unit },
    { head: text.rule },
    ...[text.valuationDate, ...periods.labels, text.total].map((label) => ({ head: label, unit: 'USD' })),
  ]);
  const sheet = new FlowRows(head, parts);
  for (const strategy of figures.strategies) {
    const found = sites.flatMap((site) => {
      const one = summedFigures(site, strategy.kind);
      return one ? [{ site, figures: one }] : [];
    });
    sheet.quantity(strategy, operating, found);
    const [netRow, sums] = sheet.quantity(strategy, net, found);
    sheet.cumulative(strategy, netRow, sums);
    sheet.gap();
  }
  return {
    name: sheetName(text.cashFlow),
    widths: [26, 30, 20, 9, 11, 18],
    frozen: { rows: 3, columns: leading },
    rows: sheet.rows,
  };
}
