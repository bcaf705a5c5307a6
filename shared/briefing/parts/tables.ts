import type { Contract, DebtInstrument } from '../../domain/company.ts';
import type { Figure } from '../../domain/figure.ts';
import type { SiteFigures, StrategyOutcome } from '../../engine/analysis/siteAnalysis.ts';
import {
  formatDate,
  formatMillions,
  formatNumber,
  formatPlain,
  formatPercent,
  type Language,
} from '../../format/number.ts';
import { dataWord, partyText } from '../../text/fieldLabels.ts';
import { figureWithUnit } from '../../text/figureText.ts';
import { inputLabel } from '../../text/inputLabels.ts';
import { inputText } from '../../text/inputText.ts';
import { scenarioOrigin } from '../../text/scenario/changedInputText.ts';
import { sourceText } from '../../text/sourceText.ts';
import { ageText } from '../../text/stalenessText.ts';
import { strategyNames } from '../../text/strategyNames.ts';
import { isStale, isStaleInput, kindOfField, type Clock } from '../../staleness/staleness.ts';
import type { BriefingBlock, BriefingCell } from '../briefingContent.ts';
import { pageText } from './pageText.ts';

export type Table = Extract<BriefingBlock, { type: 'table' }>;

function missingCell(language: Language): BriefingCell {
  return { text: pageText[language].missing, state: 'missing' };
}

/** A number in a cell; null is said to be missing, never shown as 0. */
export function numberCell(
  value: number | null | undefined,
  language: Language,
  show: (value: number) => string,
): BriefingCell {
  if (value === null || value === undefined) return missingCell(language);
  return value < 0 ? { text: show(value), state: 'negative' } : { text: show(value) };
}

export function naCell(language: Language): BriefingCell {
  return { text: pageText[language].notApplicable, state: 'notApplicable' };
}

function strategyRow(
  outcome: StrategyOutcome,
  best: string | null,
  language: Language,
): Table['rows'][number] {
  const name: BriefingCell = { text: strategyNames[language][outcome.kind], mark: outcome.kind };
  if (!outcome.computable) {
    const why = outcome.missing.map((key) => inputLabel(key, language)).join(', ');
    const note: BriefingCell = { text: `${pageText[language].missing}: ${why}`, state: 'missing' };
    return { cells: [name, note, ...Array.from({ length: 6 }, () => naCell(language))] };
  }
  const { figures } = outcome;
  const orNa = (value: number | null, show: (value: number) => string): BriefingCell =>
    value === null ? naCell(language) : numberCell(value, language, show);
  return {
    best: outcome.kind === best,
    cells: [
      name,
      numberCell(figures.npvUsd, language, (value) => formatMillions(value, language)),
      numberCell(figures.npvUsdPerGridMw, language, (value) => formatNumber(value / 1e6, language, 2)),
      orNa(figures.ebitdaUsdPerContractedGridMwh, (value) => formatNumber(value, language, 1)),
      orNa(figures.irrPerYear, (value) => formatPercent(value, language)),
      orNa(figures.paybackMonths, (value) => formatNumber(value / 12, language, 1)),
      numberCell(figures.peakFundingUsd, language, (value) => formatMillions(value, language)),
      orNa(figures.terminalShareOfNpv, (value) => formatPercent(value, language, 0)),
    ],
  };
}

export function strategiesTable(analysis: SiteFigures, language: Language): Table {
  const de = language === 'de';
  const column = (head: string, unit: string) => ({ head, unit, numeric: true });
  return {
    type: 'table',
    caption: de ? 'Strategien im Vergleich' : 'Strategies compared',
    captionUnit: de
      ? `gesamte Leistung am Anschluss, Horizont ${(analysis.horizonMonths ?? 0) / 12} Jahre`
      : `all grid power, horizon ${(analysis.horizonMonths ?? 0) / 12} years`,
    columns: [
      { head: de ? 'Strategie' : 'Strategy', unit: '', numeric: false },
      column(de ? 'Kapitalwert' : 'NPV', de ? 'Mio. $' : '$m'),
      column(de ? 'je MW' : 'per MW', de ? 'Mio. $/MW Anschluss' : '$m/grid MW'),
      column('EBITDA', de ? '$ je Anschluss-MWh' : '$/contracted grid MWh'),
      column(de ? 'Interner Zins' : 'IRR', de ? '% im Jahr' : '% a year'),
      column(de ? 'Amortisation' : 'Payback', de ? 'Jahre' : 'years'),
      column(de ? 'Höchster Kapitalbedarf' : 'Peak funding', de ? 'Mio. $' : '$m'),
      column(de ? 'Endwert' : 'Terminal', de ? '% des Kapitalwerts' : '% of NPV'),
    ],
    rows: analysis.strategies.map((outcome) => strategyRow(outcome, analysis.verdict.best, language)),
    note: de
      ? 'Investitionsumfang: Colocation Hülle, Elektro, Kühlung; GPU-Cloud zusätzlich GPUs und Netz. „entfällt“ beim internen Zins: keine oder mehrere Lösungen (R5.11). Ein Endwert über 100 % heißt: Ohne ihn wäre der Kapitalwert negativ.'
      : 'Capex scope: colocation shell, electrical, cooling; GPU cloud also GPUs and network. “not applicable” for IRR: no root or several (R5.11). A terminal share above 100 % means that NPV would be negative without it.',
  };
}

const originWords = {
  de: {
    own: 'eigener Wert',
    fact: '',
    derived: 'abgeleitet',
    preset: 'Annahme',
    missing: 'fehlt',
    scenario: scenarioOrigin.de,
  },
  en: {
    own: 'own value',
    fact: '',
    derived: 'derived',
    preset: 'assumption',
    missing: 'missing',
    scenario: scenarioOrigin.en,
  },
} as const;
const confidenceWords = {
  de: { high: 'hoch', medium: 'mittel', low: 'gering' },
  en: { high: 'high', medium: 'medium', low: 'low' },
} as const;

/** A date; one that is older than its kind may be says how old it is. */
function asOfCell(asOf: string, isOld: boolean, clock: Clock, language: Language): BriefingCell {
  const date = formatDate(asOf, language);
  return isOld ? { text: `${date}, ${ageText(asOf, clock.today, language)}`, sign: 'stale' } : { text: date };
}

function inputRow(
  input: SiteFigures['inputs'][number],
  language: Language,
  clock: Clock,
): Table['rows'][number] {
  const sign = input.origin === 'preset' ? 'assumption' : input.origin === 'own' ? 'own' : undefined;
  const value: BriefingCell =
    input.value === null
      ? missingCell(language)
      : { text: inputText(input.key, input.value, input.unit, language), ...(sign ? { sign } : {}) };
  const asOf: BriefingCell =
    input.asOf === null
      ? { text: originWords[language][input.origin] }
      : asOfCell(input.asOf, isStaleInput(input, clock), clock, language);
  return {
    cells: [
      { text: inputLabel(input.key, language) },
      value,
      asOf,
      { text: sourceText(input, language) },
      { text: input.confidence === null ? '' : confidenceWords[language][input.confidence] },
    ],
  };
}

/** Every input with value, date, source and confidence: a reader of the paper alone can see what carries the result. */
export function inputsTable(analysis: SiteFigures, language: Language, clock: Clock): Table {
  const de = language === 'de';
  return {
    type: 'table',
    caption: de ? 'Eingaben dieser Rechnung' : 'Inputs of this calculation',
    captionUnit: de ? '◇ Annahme, ◆ eigener Wert' : '◇ assumption, ◆ own value',
    columns: [
      { head: de ? 'Eingabe' : 'Input', unit: '', numeric: false },
      { head: de ? 'Wert' : 'Value', unit: '', numeric: true },
      { head: de ? 'Stand' : 'As of', unit: '', numeric: false },
      { head: de ? 'Quelle, Spanne' : 'Source, range', unit: '', numeric: false, wide: true },
      { head: de ? 'Güte' : 'Confidence', unit: '', numeric: false },
    ],
    rows: analysis.inputs.map((input) => inputRow(input, language, clock)),
    note: '',
  };
}

const statusWords: Readonly<Record<string, readonly [de: string, en: string]>> = {
  signed: ['unterzeichnet', 'signed'],
  superseded: ['überholt', 'superseded'],
  reported: ['berichtet', 'reported'],
  'letter of intent': ['Absichtserklärung', 'letter of intent'],
  'jv framework': ['Rahmen eines Gemeinschaftsunternehmens', 'joint venture framework'],
  aggregate: ['Summenzeile', 'aggregate'],
  sold: ['verkauft', 'sold'],
};

export function contractStatus(contract: Contract, language: Language): string {
  return statusWords[contract.status]?.[language === 'de' ? 0 : 1] ?? contract.status;
}

export function contractsTable(contracts: readonly Contract[], language: Language): Table {
  const de = language === 'de';
  return {
    type: 'table',
    caption: de ? 'Verträge' : 'Contracts',
    captionUnit: de ? 'nur Grundwert, ohne Verlängerungen' : 'base value only, without extensions',
    columns: [
      { head: de ? 'Gegenpartei' : 'Counterparty', unit: '', numeric: false, wide: true },
      { head: de ? 'Leistung' : 'Service', unit: '', numeric: false },
      { head: de ? 'Unterzeichnet' : 'Signed', unit: '', numeric: false },
      { head: de ? 'Kritische IT' : 'Critical IT', unit: 'MW', numeric: true },
      { head: de ? 'Laufzeit' : 'Term', unit: de ? 'Jahre' : 'years', numeric: true },
      { head: de ? 'Grundwert' : 'Base value', unit: de ? 'Mio. $' : '$m', numeric: true },
      { head: de ? 'Status' : 'Status', unit: de ? '✕: zählt nicht' : '✕: not counted', numeric: false },
    ],
    rows: contracts.map((contract) => ({
      cells: [
        { text: partyText(contract.counterparty, language) },
        { text: dataWord(contract.service, language) },
        contract.signedDate === null
          ? missingCell(language)
          : { text: formatDate(contract.signedDate, language) },
        numberCell(contract.itLoadMw, language, (value) => formatPlain(value, language)),
        numberCell(contract.termYears, language, (value) => formatPlain(value, language)),
        numberCell(contract.totalContractValueUsd, language, (value) => formatMillions(value, language)),
        {
          text: contract.countsInSums
            ? contractStatus(contract, language)
            : `✕\u00a0${contractStatus(contract, language)}`,
        },
      ],
    })),
    note: de
      ? 'Gezählt werden unterzeichnete Verträge, die für sich stehen oder frühere neu fassen; Absichtserklärungen, überholte, enthaltene und Summenzeilen nicht.'
      : 'Counted are signed contracts that stand alone or restate earlier ones; letters of intent, superseded, contained and aggregate rows are not.',
  };
}

/** Dated figures of a company, each with its source. */
export function figuresTable(
  rows: readonly { label: string; figure: Figure | null }[],
  language: Language,
  clock: Clock,
): Table {
  const de = language === 'de';
  return {
    type: 'table',
    caption: de ? 'Kennzahlen' : 'Key figures',
    captionUnit: '',
    columns: [
      { head: de ? 'Größe' : 'Figure', unit: '', numeric: false },
      { head: de ? 'Wert' : 'Value', unit: '', numeric: true },
      { head: de ? 'Stand' : 'As of', unit: '', numeric: false },
      { head: de ? 'Quelle' : 'Source', unit: '', numeric: false, wide: true },
    ],
    rows: rows.map(({ label, figure }) => {
      if (!figure || figure.value === null)
        return { cells: [{ text: label }, missingCell(language), { text: '' }, { text: '' }] };
      return {
        cells: [
          { text: label },
          { text: figureWithUnit(figure, language) },
          figure.asOf === null
            ? { text: '' }
            : asOfCell(figure.asOf, isStale(figure.asOf, kindOfField(figure.field), clock), clock, language),
          { text: figure.source ?? '' },
        ],
      };
    }),
    note: '',
  };
}

export function debtTable(debt: readonly DebtInstrument[], language: Language): Table {
  const de = language === 'de';
  return {
    type: 'table',
    caption: de ? 'Schuldtitel' : 'Debt instruments',
    captionUnit: '',
    columns: [
      { head: de ? 'Titel' : 'Instrument', unit: '', numeric: false, wide: true },
      { head: de ? 'Nennwert' : 'Principal', unit: de ? 'Mio. $' : '$m', numeric: true },
      { head: 'Coupon', unit: '%', numeric: true },
      { head: de ? 'Fälligkeit' : 'Maturity', unit: '', numeric: false },
      { head: de ? 'Stand' : 'As of', unit: '', numeric: false },
    ],
    rows: debt.map((instrument) => ({
      cells: [
        { text: instrument.instrument },
        numberCell(instrument.principalUsd, language, (value) => formatMillions(value, language)),
        numberCell(instrument.couponShare, language, (value) => formatPercent(value, language, 2)),
        instrument.maturity === null
          ? missingCell(language)
          : { text: formatDate(instrument.maturity, language) },
        instrument.asOf === null ? missingCell(language) : { text: formatDate(instrument.asOf, language) },
      ],
    })),
    note: '',
  };
}
