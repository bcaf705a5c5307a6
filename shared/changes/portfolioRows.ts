import type { ChangedItem, ChangedValue } from '../domain/portfolioChanges.ts';
import { recordFields, type RecordKind } from '../domain/records.ts';
import { inputTable, isInputKey } from '../engine/analysis/inputTable.ts';
import type { DifficultyChoice } from '../engine/analysis/difficultyChoice.ts';
import type { ExportTable } from '../exchange/exportTable.ts';
import { formatDate, formatPlain, type Language } from '../format/number.ts';
import { figureKinds } from '../staleness/staleness.ts';
import { columnLabel, entryText, recordValue } from '../text/entryText.ts';
import { fieldLabel } from '../text/fieldLabels.ts';
import { figureNumber, figureUnit } from '../text/figureText.ts';
import { inputLabel, unitName } from '../text/inputLabels.ts';
import { inputText } from '../text/inputText.ts';
import { difficultyName } from '../text/marketText.ts';
import { hiddenColumnLabel, portfolioChangesText, tableKind } from '../text/portfolioChangesText.ts';
import { fill, screenText } from '../text/screenText.ts';
import { kindLabels, stalenessText } from '../text/stalenessText.ts';

/** R5.24 A change as it is read: on screen, in a CSV file, and on the command line. */
export interface PortfolioRow {
  readonly item: ChangedItem;
  readonly company: string;
  readonly site: string;
  readonly kind: string;
  readonly what: string;
  readonly before: string;
  readonly after: string;
  /** Day and time on this machine's clock. */
  readonly at: string;
  readonly by: string;
}

const recordKindOf: Readonly<Record<string, RecordKind>> = {
  company: 'company',
  site: 'site',
  contract: 'contract',
  debt_instrument: 'instrument',
  identity_period: 'identity',
  fleet: 'fleet',
};

function settingLabel(key: string, language: Language): string {
  const t = stalenessText[language];
  const kind = figureKinds.find((one) => key === `staleAfterDays.${one}`);
  if (kind) return fill(t.stepLimit, { kind: kindLabels[language][kind] });
  return key === 'today' ? t.stepToday : key;
}

function fieldName(table: string, field: string, language: Language): string {
  if (table === 'own_value') return inputLabel(field, language);
  if (table === 'figure') return fieldLabel(field, language);
  if (table === 'portfolio_setting') return settingLabel(field, language);
  return hiddenColumnLabel(field, language) ?? columnLabel(field, language);
}

function lowered(text: string, language: Language): string {
  return language === 'de' ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

function whatOf({ table, field, name }: ChangedItem, language: Language): string {
  if (field === null) return name === '' ? tableKind(table, language) : name;
  const label = fieldName(table, field, language);
  return name === '' ? label : `${name}: ${lowered(label, language)}`;
}

function figureValue({ value, unit, isNotApplicable }: ChangedValue, language: Language): string {
  if (isNotApplicable) return entryText[language].notApplicable;
  if (typeof value !== 'number') return screenText[language].missing;
  const name = figureUnit({ value, unit }, language);
  const number = figureNumber({ value, unit }, language);
  return name === '' ? number : `${number}\u00a0${name}`;
}

function columnValue({ value, unit }: ChangedValue, language: Language): string {
  if (value === null) return screenText[language].missing;
  if (typeof value === 'string') return value;
  const name = unitName(unit, language);
  return `${formatPlain(value, language)}${name === '' ? '' : `\u00a0${name}`}`;
}

function difficultyText({ value }: ChangedValue, language: Language): string {
  return difficultyName(JSON.parse(String(value)) as DifficultyChoice, language);
}

function valueText({ table, field }: ChangedItem, changed: ChangedValue, language: Language): string {
  const { value } = changed;
  if (table === 'figure') return figureValue(changed, language);
  if (table === 'difficulty_choice') return difficultyText(changed, language);
  if (table === 'own_value' && typeof value === 'number' && field !== null)
    return inputText(field, value, isInputKey(field) ? inputTable[field].unit : '1', language);
  const kind = recordKindOf[table];
  const column = kind && recordFields[kind].find(({ key }) => key === field);
  return column
    ? recordValue(column, value === null ? '' : String(value), language)
    : columnValue(changed, language);
}

/** What stands where a whole row has no value of its own. */
function wholeText(item: ChangedItem, side: 'before' | 'after', language: Language): string {
  const t = portfolioChangesText[language];
  if (item.act === 'came') return side === 'after' ? t.entered : '';
  if (item.act === 'gone') return side === 'before' ? '' : t.deleted;
  return side === 'after' ? t.edited : '';
}

/** Where nothing is entered: an input falls back on the data, and the hash rate responds. */
function absentText({ table }: ChangedItem, language: Language): string {
  if (table === 'own_value') return screenText[language].fromData;
  if (table === 'difficulty_choice') return difficultyName(null, language);
  return screenText[language].missing;
}

function endText(item: ChangedItem, side: 'before' | 'after', language: Language): string {
  const values = item[side];
  if (values.length > 0) return values.map((value) => valueText(item, value, language)).join(' / ');
  const hasValues = item.before.length + item.after.length > 0;
  return hasValues ? absentText(item, language) : wholeText(item, side, language);
}

function aspectsText({ aspects }: ChangedItem, language: Language): string {
  const labels = aspects.map((aspect) =>
    lowered(hiddenColumnLabel(aspect, language) ?? columnLabel(aspect, language), language),
  );
  return fill(portfolioChangesText[language].sameValue, { aspects: labels.join(', ') });
}

const timeFormats = new Map<Language, Intl.DateTimeFormat>();

/** Day and time on this machine's clock. */
export function momentText(iso: string, language: Language): string {
  const known = timeFormats.get(language);
  const format =
    known ??
    new Intl.DateTimeFormat(language === 'de' ? 'de-DE' : 'en-GB', {
      dateStyle: 'medium',
      timeStyle: 'short',
    });
  timeFormats.set(language, format);
  return format.format(new Date(iso));
}

export function portfolioRow(item: ChangedItem, language: Language): PortfolioRow {
  const t = portfolioChangesText[language];
  const after = endText(item, 'after', language);
  return {
    item,
    company: item.companyName ?? t.whole,
    site: item.siteName ?? '',
    kind: tableKind(item.table, language),
    what: item.table === 'briefing' ? formatDate(item.name.slice(0, 10), language) : whatOf(item, language),
    before: endText(item, 'before', language),
    after: item.aspects.length > 0 ? `${after} (${aspectsText(item, language)})` : after,
    at: item.at === null ? t.unknownTime : momentText(item.at, language),
    by: item.by ?? t.nobody,
  };
}

/** The same rows for a file; times stay as they are stored. */
export function portfolioChangesTable(rows: readonly PortfolioRow[], language: Language): ExportTable {
  const t = portfolioChangesText[language];
  const heads = [t.company, t.site, t.kind, t.what, t.before, t.after, t.at, t.by];
  return {
    columns: heads.map((head) => ({ head, unit: '' })),
    rows: rows.map(({ item, company, site, kind, what, before, after, by }) => [
      company,
      site,
      kind,
      what,
      before,
      after,
      item.at,
      by,
    ]),
  };
}
