import type { WorkbookCell } from './workbookSpec.ts';

/* The page builds workbooks without the validator that main checks them with. */

export const empty: WorkbookCell = {};

/** Excel's number formats of the quantities that workbooks show. */
export const formats = {
  usd: '#,##0;[Red]-#,##0;0',
  plain: '#,##0.00',
  mw: '#,##0.0',
  count: '0',
  ratio: '0.00',
  percent: '0.0%',
} as const;

export function textCell(text: string, style?: WorkbookCell['style']): WorkbookCell {
  return style === undefined ? { text } : { text, style };
}

export function numberCell(number: number, format: string): WorkbookCell {
  return { number, format };
}

/** A formula with the value the engine gives it. */
export function formulaCell(
  formula: string,
  number: number,
  format: string,
  style?: WorkbookCell['style'],
): WorkbookCell {
  return style === undefined ? { formula, number, format } : { formula, number, format, style };
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Letters of a column, counted from 0: 0 is A, 26 is AA. */
export function columnName(index: number): string {
  const before = Math.floor(index / letters.length);
  return (before > 0 ? columnName(before - 1) : '') + letters.charAt(index % letters.length);
}

/** A sheet's name in a formula: quoted, with quotes in it doubled. */
export function sheetReference(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

/** A known number, or the word for what stands there instead. */
export function numberOr(value: number | null, format: string, word: string): WorkbookCell {
  return value === null ? textCell(word, 'missing') : numberCell(value, format);
}

/** Heads with their units and rules in the rows below, as every sheet begins. */
export function headRows(
  columns: readonly { readonly head: string; readonly unit?: string; readonly rule?: string }[],
): WorkbookCell[][] {
  return [
    columns.map(({ head }) => textCell(head, 'head')),
    columns.map(({ unit = '' }) => textCell(unit, 'note')),
    columns.map(({ rule = '' }) => textCell(rule, 'note')),
  ];
}

/** Excel allows 31 characters and none of []:*?/\ in a sheet's name. */
export function sheetName(name: string): string {
  return name.replaceAll(/[[\]:*?/\\]/g, ' ').slice(0, 31);
}

/** Names of sheets, each once whatever its capitals; a name that is taken gets a number. */
export function sheetNames(): (name: string) => string {
  const taken = new Set<string>();
  return (name) => {
    const cut = sheetName(name).replaceAll(/^'+|'+$/g, '') || '–';
    let free = cut;
    for (let number = 2; taken.has(free.toLowerCase()); number += 1) {
      const ending = ` (${number})`;
      free = `${cut.slice(0, 31 - ending.length)}${ending}`;
    }
    taken.add(free.toLowerCase());
    return free;
  };
}
