import type { BackcastPage, LeaseCheck, ProductionCheck } from '../../domain/backcast.ts';
import type { IdentityPeriod } from '../../domain/company.ts';
import type { CompanyDetail } from '../../domain/site.ts';
import {
  formatDate,
  formatMillions,
  formatNumber,
  formatPercent,
  formatPlain,
  type Language,
} from '../../format/number.ts';
import { leaseParty, missingWord, shareRangeText } from '../../text/backcastWords.ts';
import { identitySentence } from '../../text/identityWords.ts';
import { recordText } from '../../text/recordText.ts';
import { screenText } from '../../text/screenText.ts';
import type { BriefingBlock, BriefingCell, BriefingContent } from '../briefingContent.ts';
import { asHead } from '../../text/screenText.ts';
import { numberCell, type Table } from './tables.ts';

type Section = BriefingContent['sections'][number];
type Row = Table['rows'][number];

function periodRow(period: IdentityPeriod, language: Language): Row {
  const text = screenText[language];
  const millions = (value: number) => formatMillions(value, language);
  const plain = (value: number) => formatPlain(value, language);
  return {
    cells: [
      { text: period.period },
      numberCell(period.aiShare, language, (value) => `${formatPercent(value, language, 0)}\u00a0%`),
      period.class === null ? { text: text.unknown, state: 'missing' } : { text: text[period.class] },
      numberCell(period.revenueMiningUsd, language, millions),
      numberCell(period.revenueAiUsd, language, millions),
      numberCell(period.hashrateEhS, language, plain),
      { text: period.asOf === null ? '' : formatDate(period.asOf, language) },
    ],
  };
}

/** R9 What a company was, period by period; nothing where no period is on record. */
export function identitySection(company: CompanyDetail, language: Language): Section[] {
  const t = recordText[language];
  const text = screenText[language];
  if (company.identityPeriods.length === 0) return [];
  const column = (head: string, unit: string) => ({ head, unit, numeric: true });
  return [
    {
      id: 'identity',
      heading: t.identityHeading,
      newPage: false,
      blocks: [
        { type: 'paragraph', text: identitySentence(company.row.identity, language) },
        {
          type: 'table',
          caption: t.identityCaption,
          captionUnit: t.byRevenue,
          columns: [
            { head: text.period, unit: '', numeric: false },
            column(text.aiShare, '%'),
            { head: t.class, unit: '', numeric: false },
            column(text.revenueMining, text.millionUsd),
            column(text.revenueAi, text.millionUsd),
            column(text.hashrate, 'EH/s'),
            { head: text.asOf, unit: '', numeric: false },
          ],
          rows: company.identityPeriods.map((period) => periodRow(period, language)),
          note: t.identityNote,
        },
      ],
    },
  ];
}

function lackingCell(missing: readonly string[], language: Language): BriefingCell {
  const names = [...new Set(missing.map((path) => missingWord(path, language)))];
  return names.length === 0 ? { text: '' } : { text: names.join(', '), state: 'missing' };
}

function productionTable(checks: readonly ProductionCheck[], language: Language): Table {
  const t = recordText[language];
  const text = screenText[language];
  const column = (head: string, unit: string) => ({ head, unit, numeric: true });
  const btc = (value: number) => formatNumber(value, language);
  const periods = { month: text.periodMonth, quarter: text.periodQuarter, year: text.periodYear };
  return {
    type: 'table',
    caption: text.production,
    captionUnit: t.productionUnit,
    columns: [
      { head: text.period, unit: '', numeric: false },
      column(text.averageHashrate, 'EH/s'),
      column(asHead(text.computed), 'BTC'),
      column(asHead(text.reported), 'BTC'),
      column(text.difference, '%'),
      { head: asHead(text.missing), unit: '', numeric: false, wide: true },
    ],
    rows: checks.map((check) => ({
      cells: [
        { text: `${periods[check.period]} ${formatDate(check.lastMonth, language)}` },
        numberCell(check.averageHashrateEhS, language, (value) => formatPlain(value, language)),
        numberCell(check.engine, language, btc),
        numberCell(check.published, language, btc),
        numberCell(check.differenceShare, language, (value) => formatPercent(value, language)),
        lackingCell(check.missing, language),
      ],
    })),
    note: '',
  };
}

function yieldCell(low: number | null, high: number | null, language: Language): BriefingCell {
  const shown = shareRangeText(low, high, language);
  return shown === undefined ? { text: screenText[language].missing, state: 'missing' } : { text: shown };
}

function leasesTable(checks: readonly LeaseCheck[], language: Language): Table {
  const t = recordText[language];
  const text = screenText[language];
  const column = (head: string, unit: string) => ({ head, unit, numeric: true });
  const rent = (value: number) => formatNumber(value, language, 1);
  return {
    type: 'table',
    caption: text.leases,
    captionUnit: t.leasesUnit,
    columns: [
      { head: text.counterparty, unit: '', numeric: false, wide: true },
      column(text.yearOneRent, text.usdPerKwMonth),
      column(text.averageRent, text.usdPerKwMonth),
      column(text.announcedRent, text.usdPerKwMonth),
      column(t.yield, '%'),
      column(text.announcedYield, '%'),
      { head: asHead(text.missing), unit: '', numeric: false, wide: true },
    ],
    rows: checks.map((check) => ({
      cells: [
        { text: `${leaseParty(check, language)}${check.siteName ? `, ${check.siteName}` : ''}` },
        numberCell(check.yearOneRentUsdPerKwMonth, language, rent),
        numberCell(check.averageRentUsdPerKwMonth, language, rent),
        numberCell(check.announcedAverageRentUsdPerKwMonth, language, rent),
        yieldCell(check.yieldYearOneLow, check.yieldYearOneHigh, language),
        yieldCell(check.yieldAnnouncedLow, check.yieldAnnouncedHigh, language),
        lackingCell(check.missing, language),
      ],
    })),
    note: t.leasesNote,
  };
}

/** P63 The engine beside what the company reported and announced; nothing where there is nothing to compare. */
export function backcastSection(
  company: CompanyDetail,
  backcast: Pick<BackcastPage, 'production' | 'leases'>,
  language: Language,
): Section[] {
  const ids = new Set(company.contracts.map(({ id }) => id));
  const production = backcast.production.filter(({ companyId }) => companyId === company.row.id);
  const leases = backcast.leases.filter(({ contractId }) => ids.has(contractId));
  const blocks: BriefingBlock[] = [
    ...(production.length === 0 ? [] : [productionTable(production, language)]),
    ...(leases.length === 0 ? [] : [leasesTable(leases, language)]),
  ];
  return blocks.length === 0
    ? []
    : [{ id: 'backcast', heading: recordText[language].backcastHeading, newPage: false, blocks }];
}
