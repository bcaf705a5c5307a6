import { fileNameOf } from '../exchange/fileName.ts';
import { companyInputsSheet, companySourcesSheet, contractsSheet, rungsSheet } from './companyDataSheets.ts';
import { companyFlowSheet } from './companyFlowSheet.ts';
import { companyParts, type CompanyWorkbookArgs } from './companyParts.ts';
import { strategySheets } from './companyStrategySheets.ts';
import type { WorkbookSpec } from './workbookSpec.ts';

/** P30 A company as a workbook: strategies as live sums over its sites, cash flow by year, contracts, rungs, inputs, sources. */
export function companyWorkbook(args: CompanyWorkbookArgs): WorkbookSpec {
  const parts = companyParts(args);
  return {
    title: args.company.row.name,
    fileName: fileNameOf([args.company.row.id, parts.figures.valuationMonth ?? ''], 'xlsx'),
    sheets: [
      ...strategySheets(parts),
      companyFlowSheet(parts),
      contractsSheet(parts),
      rungsSheet(parts),
      companyInputsSheet(parts),
      companySourcesSheet(parts),
    ],
  };
}
