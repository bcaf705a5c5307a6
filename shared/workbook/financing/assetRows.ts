import type { FinancedAsset } from '../../engine/analysis/ownPlans/planFinancing.ts';
import { depreciationByYearUsd, macrs5Shares } from '../../engine/strategy/assetDepreciation.ts';
import { roundingShare } from '../../engine/strategy/lineSheet.ts';
import { yearOfMonth } from '../../engine/time/months.ts';
import { blockLabel } from '../../text/lineLabels.ts';
import { formulaCell, formats, numberCell, textCell } from '../workbookCells.ts';
import type { WorkbookCell } from '../workbookSpec.ts';
import { yearly, yearRange, type Years } from './yearRows.ts';

/*
 * R5.9 What is written off: its terms as numbers, depreciation and the basis set off at its disposal as formulas.
 */

/** The rows of depreciation and of what is set off at a disposal, one each an asset. */
export interface AssetRows {
  readonly depreciation: readonly number[];
  readonly basis: readonly number[];
}

/** The places of an asset's terms: cost, in service, disposal, life or bonus, and the years of both dates. */
function assetTerms({ sheet, count }: Years, asset: FinancedAsset, number: number): number {
  const { costUsd, inServiceMonth, disposalMonth, depreciation, blockId } = asset;
  const row = sheet.rows.length + 1;
  const isStraight = depreciation.method === 'straightLine';
  const yearOf = (month: number): number => yearOfMonth(count.value + month);
  const cells: WorkbookCell[] = [
    numberCell(costUsd, formats.usd),
    numberCell(inServiceMonth, formats.count),
    disposalMonth === undefined ? textCell(sheet.word('none')) : numberCell(disposalMonth, formats.count),
    textCell(sheet.word(isStraight ? 'straightLine' : 'macrs5')),
    isStraight
      ? numberCell(depreciation.lifeMonths, formats.count)
      : numberCell(depreciation.bonusShare, formats.percent),
    formulaCell(`INT((${count.at}+F${row})/12)`, yearOf(inServiceMonth), formats.count),
    formulaCell(
      `IF(ISNUMBER(G${row}),INT((${count.at}+G${row})/12),9999)`,
      disposalMonth === undefined ? 9999 : yearOf(disposalMonth),
      formats.count,
    ),
  ];
  return sheet.add([
    textCell(sheet.word('asset').replace('{number}', String(number))),
    textCell(blockLabel(blockId, sheet.language)),
    textCell('USD'),
    textCell('R5.9'),
    ...cells,
  ]);
}

/** Straight line: what is written off at the end of the year less what was before its first month. */
function straightLine({ firstRow, lastRow }: Years, terms: number, column: string): string {
  const [first, last] = [
    `MAX(${column}$${firstRow},$F$${terms})`,
    `MIN(${column}$${lastRow},IF(ISNUMBER($G$${terms}),$G$${terms},${column}$${lastRow}))`,
  ];
  const written = (month: string): string => `MIN($I$${terms},MAX(0,${month}-$F$${terms}+1))`;
  return `IF(${last}<${first},0,$E$${terms}/$I$${terms}*(${written(last)}-${written(`${first}-1`)}))`;
}

/** MACRS: the bonus and the first share in the year of service; in a later year of disposal half, in that of service none. */
function macrs({ yearRow }: Years, terms: number, column: string): string {
  const year = `${column}$${yearRow}`;
  const since = `(${year}-$J$${terms})`;
  const shares = macrs5Shares.join(',');
  const share = `IF(${since}>${macrs5Shares.length - 1},0,CHOOSE(${since}+1,${shares}))`;
  const whole = `($E$${terms}*(1-$I$${terms})*${share}+IF(${since}=0,$E$${terms}*$I$${terms},0))`;
  return `IF(OR(${since}<0,${year}>$K$${terms}),0,${whole}*IF(${year}=$K$${terms},IF($K$${terms}=$J$${terms},0,0.5),1))`;
}

function assetRows(
  at: Years,
  asset: FinancedAsset,
  number: number,
  terms: number,
): { depreciation: number; basis: number } {
  const { sheet, years, yearRow, count } = at;
  const block = blockLabel(asset.blockId, sheet.language);
  const named = (word: 'assetDepreciation' | 'assetBasis'): string[] => [
    sheet.word(word).replace('{number}', String(number)),
    block,
    'USD',
    'R5.9',
  ];
  const calendar = { firstMonth: count.value, horizonMonths: sheet.months };
  const values = [...depreciationByYearUsd(asset, years.length, calendar)];
  const formula = asset.depreciation.method === 'straightLine' ? straightLine : macrs;
  const depreciation = yearly(at, named('assetDepreciation'), (column) => formula(at, terms, column), values);
  const left = asset.costUsd - values.reduce((sum, usd) => sum + usd, 0);
  const remaining = Math.abs(left) < roundingShare * Math.abs(asset.costUsd) ? 0 : left;
  const disposalYear =
    asset.disposalMonth === undefined ? undefined : yearOfMonth(count.value + asset.disposalMonth);
  const rest = `$E$${terms}-SUM(${yearRange(years, depreciation)})`;
  const basis = yearly(
    at,
    named('assetBasis'),
    (column) =>
      `IF(${column}$${yearRow}=$K$${terms},IF(ABS(${rest})<$E$${terms}*${roundingShare},0,${rest}),0)`,
    years.map(({ year }) => (year === disposalYear ? remaining : 0)),
  );
  return { depreciation, basis };
}

/** R5.9 The assets of a plan by calendar year. */
export function assetRowsOf(at: Years, assets: readonly FinancedAsset[]): AssetRows {
  const { sheet } = at;
  const heads = [
    'asset',
    'cost',
    'inService',
    'disposal',
    'method',
    'life',
    'serviceYear',
    'disposalYear',
  ] as const;
  if (assets.length > 0)
    sheet.add(
      heads.flatMap((word) => {
        const cell = textCell(sheet.word(word).replace(' {number}', ''), 'note');
        return word === 'asset' ? [cell, {}, {}, {}] : [cell];
      }),
    );
  const terms = assets.map((asset, index) => assetTerms(at, asset, index + 1));
  const rows = assets.map((asset, index) => assetRows(at, asset, index + 1, terms[index] ?? 0));
  return {
    depreciation: rows.map(({ depreciation }) => depreciation),
    basis: rows.map(({ basis }) => basis),
  };
}
