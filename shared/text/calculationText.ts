import type { CalculationName, CalculationNote } from '../engine/explain/calculation.ts';
import type { FigureKey } from '../engine/explain/figureKeys.ts';
import type { ExplainedNode } from '../engine/explain/explanation.ts';
import { sumSign } from '../engine/explain/calculation.ts';
import { formatDate, type Language } from '../format/number.ts';
import { equationUnit, exactMoney, exactNumber } from './formulaText.ts';
import { inputLabel, isPercent, unitText } from './inputLabels.ts';
import { blockLabel, lineLabel } from './lineLabels.ts';
import { quantityLabel } from './quantityLabels.ts';
import { strategyNames } from './strategyNames.ts';
import { screenText } from './screenText.ts';

/** Words of the view that shows a calculation. */
export interface CalculationText {
  readonly show: string;
  readonly title: string;
  readonly back: string;
  readonly tree: string;
  readonly keys: string;
  readonly sumOf: string;
  readonly onePart: string;
  readonly plan: string;
  readonly calendar: string;
  readonly rule: string;
  readonly none: string;
  readonly presentValue: string;
  readonly total: string;
  readonly valuationDate: string;
  readonly contract: string;
  readonly fleet: string;
  readonly tried: string;
  readonly coversSites: string;
}

export const calculationText: Readonly<Record<Language, CalculationText>> = {
  de: {
    show: 'Rechenweg zeigen',
    title: 'Rechenweg',
    back: 'Zurück',
    tree: 'Rechenweg: {name}',
    keys: 'Pfeiltasten öffnen, schließen und gehen; Eingabe zeigt die Herkunft.',
    sumOf: 'Summe von {count} Teilen',
    onePart: 'ein Teil',
    plan: 'Vorgabe des eigenen Plans',
    calendar: 'Kalender',
    rule: 'Festlegung der Regel',
    none: 'Dafür gibt es keinen Rechenweg: Der Plan ist nicht berechenbar oder hat diese Zahl nicht.',
    presentValue: 'Barwert: {name}',
    total: '{name}, ganzer Horizont',
    valuationDate: 'Bewertungsstichtag',
    contract: 'Vertrag',
    fleet: 'Flotte',
    tried: 'hier versuchter Wert',
    coversSites: 'deckt {known} von {all} Standorten',
  },
  en: {
    show: 'Show the calculation',
    title: 'Calculation',
    back: 'Back',
    tree: 'Calculation: {name}',
    keys: 'Arrow keys open, close and move; Enter shows where a number comes from.',
    sumOf: 'sum of {count} parts',
    onePart: 'one part',
    plan: 'set by the own plan',
    calendar: 'calendar',
    rule: 'fixed by the rule',
    none: 'There is no calculation of this: the plan cannot be computed, or it has no such number.',
    presentValue: 'Present value: {name}',
    total: '{name}, whole horizon',
    valuationDate: 'Valuation date',
    contract: 'contract',
    fleet: 'fleet',
    tried: 'value tried here',
    coversSites: 'covers {known} of {all} sites',
  },
};

const figures: Readonly<Record<FigureKey, readonly [de: string, en: string]>> = {
  npvUsd: ['Kapitalwert', 'NPV'],
  npvUsdPerGridMw: ['Kapitalwert je MW Anschluss', 'NPV per grid MW'],
  irrPerYear: ['Interner Zinsfuß (IRR)', 'IRR'],
  paybackMonths: ['Amortisation', 'Payback'],
  discountedPaybackMonths: ['Amortisation, abgezinst', 'Discounted payback'],
  moic: ['Rückfluss je Einsatz (MOIC)', 'MOIC'],
  peakFundingUsd: ['Höchster Kapitalbedarf', 'Peak funding'],
  ebitdaUsdPerContractedGridMwh: ['EBITDA je MWh Anschluss', 'EBITDA per contracted grid MWh'],
  ebitdaUsdPerConsumedGridMwh: ['EBITDA je verbrauchter MWh', 'EBITDA per consumed grid MWh'],
  ebitdaUsdPerCriticalMwYear: ['EBITDA je MW kritische IT und Jahr', 'EBITDA per critical MW-year'],
  terminalShareOfNpv: ['Anteil des Endwerts', 'Terminal share'],
  yieldOnCost: ['Rendite auf Baukosten, erstes volles Jahr', 'Yield on cost, first stabilised year'],
  yieldOnCostTermAverage: ['Rendite auf Baukosten, Mittel der Laufzeit', 'Yield on cost, mean of the term'],
  grossCapexUsd: ['Baukosten', 'Gross capex'],
  gpuCapexUsd: ['Kosten der ersten GPUs', 'Cost of the first GPUs'],
  criticalItMw: ['Kritische IT', 'Critical IT'],
  advantageUsd: ['Vorteil gegenüber Mining', 'Advantage over mining'],
  flexibleMw: ['Flexible Last', 'Flexible load'],
  lcocUsdPerKwMonth: ['Kosten je kW und Monat (LCOC)', 'Levelised cost per kW-month (LCOC)'],
  lcocUsdPerGpuHour: ['Kosten je GPU-Stunde (LCOC)', 'Levelised cost of a GPU-hour (LCOC)'],
  levelisedPriceUsdPerGpuHour: ['Erlös je GPU-Stunde, als ein Preis', 'Levelised price of a GPU-hour'],
  npvAfterTaxUsd: ['Kapitalwert nach Steuern', 'NPV after tax'],
  equityNpvUsd: ['Kapitalwert des Eigenkapitals', 'Equity NPV'],
  equityIrrPerYear: ['Interner Zinsfuß des Eigenkapitals', 'Equity IRR'],
  commitmentUsd: ['Zugesagter Kredit', 'Commitment'],
  debtCapacityUsd: ['Tragbarer Kredit', 'Debt capacity'],
  minDscr: ['Niedrigste Deckung (DSCR)', 'Minimum DSCR'],
  averageDscr: ['Mittlere Deckung (DSCR)', 'Average DSCR'],
  lockUpMonth: ['Erster Monat der Ausschüttungssperre', 'First month of lock-up'],
  breachMonth: ['Erster Monat der Verletzung', 'First month in breach'],
};

const notes: Readonly<Record<CalculationNote, readonly [de: string, en: string]>> = {
  outsideBlock: ['Der Block läuft in diesem Monat nicht.', 'The block does not run in this month.'],
  beforeBuild: ['Vor Baubeginn.', 'Before the build starts.'],
  beforeEnergisation: ['Vor der Fertigstellung.', 'Before energisation.'],
  beforeBilling: ['Vor Beginn der Abrechnung.', 'Before billing starts.'],
  afterEnd: ['Der Block ist beendet oder verkauft.', 'The block has ended or is sold.'],
  afterService: ['Die GPUs sind außer Dienst.', 'The GPUs are out of service.'],
  betweenPeriods: ['Leerstand zwischen oder nach den Laufzeiten.', 'Empty between or after the terms.'],
  freeRent: ['Mietfreier Monat.', 'Free month.'],
  renewal: ['Verlängerung, nicht Grundlaufzeit.', 'A renewal, not the base term.'],
  noPayment: ['In diesem Monat fällt keine Zahlung an.', 'No payment falls in this month.'],
  notPart: ['Kommt in diesem Block nicht vor.', 'Not part of this block.'],
  irrCheck: [
    'Keine geschlossene Formel: der Zins, zu dem der Kapitalwert des Zahlungsstroms 0 ist.',
    'No closed form: the rate at which the NPV of the flow is 0.',
  ],
  neverNegative: ['Die Summe der Zahlungen ist nie negativ.', 'The cumulative flow is never negative.'],
  firstBelow: [
    'Der erste Monat, in dem die Deckung unter der Grenze liegt.',
    'The first month in which the cover is below the level.',
  ],
  lastStep: ['Schritt vom Vormonat aus.', 'One step from the period before.'],
};

function side(pair: readonly [string, string], language: Language): string {
  return pair[language === 'de' ? 0 : 1];
}

function nameText(name: CalculationName, language: Language): string {
  const text = calculationText[language];
  switch (name.kind) {
    case 'figure':
      return side(figures[name.key], language);
    case 'line':
      return lineLabel(name.key, language);
    case 'presentValue':
      return text.presentValue.replace('{name}', lineLabel(name.key, language));
    case 'total':
      return text.total.replace('{name}', lineLabel(name.key, language));
    case 'input':
      return inputLabel(name.key, language);
    case 'site':
      return `${name.label} (${strategyNames[language][name.strategy]})`;
    case 'fact':
      return name.label;
    case 'quantity':
      return name.detail === undefined
        ? quantityLabel(name.key, language)
        : `${quantityLabel(name.key, language)} ${detailText(name.detail, language)}`;
    case 'block':
      return blockLabel(name.key, language);
    case 'year':
      return name.key.length === 'YYYY'.length ? name.key : text.valuationDate;
    case 'month':
      return formatDate(name.key, language);
  }
}

function detailText(detail: string, language: Language): string {
  return /^\d{4}-\d{2}/.test(detail) ? formatDate(detail, language) : `(${detail})`;
}

/** What a number of a calculation is called, with its month and, where blocks share lines, its block. */
export function calculationName(
  { name, month }: Pick<ExplainedNode, 'name' | 'month'>,
  language: Language,
): string {
  const words = nameText(name, language);
  const named = 'blockId' in name ? `${words} (${blockLabel(name.blockId, language)})` : words;
  return month === undefined ? named : `${named}, ${formatDate(month, language)}`;
}

const shares: readonly string[] = ['1/yr', '1/month'];

/** A number of a calculation with its unit, exact enough to be checked by hand. */
export function calculationValue({ name, value, unit }: ExplainedNode, language: Language): string {
  if (name.kind === 'input') return inputValue(name.key, value, unit, language);
  if (unit === 'USD') return exactMoney(value, language);
  const isRate = shares.includes(unit) || (name.kind === 'figure' && isPercentFigure(name.key));
  const number = exactNumber(isRate ? Number((value * 100).toPrecision(12)) : value, language);
  const shown = isRate && unit === '1' ? '%' : unitOf(unit, language);
  return shown === '' ? number : `${number}\u00a0${shown}`;
}

/** An input with all its digits: what the equation counts with, not what the page rounds it to. */
function inputValue(key: string, value: number, unit: string, language: Language): string {
  if (unit === 'USD') return exactMoney(value, language);
  const scaled = isPercent(key, unit) ? Number((value * 100).toPrecision(12)) : value;
  const shown = unitText(key, unit, language);
  const number = exactNumber(scaled, language);
  return shown === '' ? number : `${number}\u00a0${shown}`;
}

function isPercentFigure(key: FigureKey): boolean {
  return ['terminalShareOfNpv', 'yieldOnCost', 'yieldOnCostTermAverage'].includes(key);
}

const moments: Readonly<Record<string, readonly [de: string, en: string]>> = {
  month: ['Monate nach dem Stichtag', 'months after the valuation date'],
  days: ['Tage', 'days'],
};

function unitOf(unit: string, language: Language): string {
  const moment = moments[unit];
  if (moment) return side(moment, language);
  return unit === '1' ? '' : equationUnit(unit, language);
}

export function noteText(note: CalculationNote, language: Language): string {
  return side(notes[note], language);
}

/** What a sum consists of, in words; undefined for an equation. */
export function sumText({ formula, childCount }: ExplainedNode, language: Language): string | undefined {
  if (formula !== sumSign) return undefined;
  const text = calculationText[language];
  return childCount === 1 ? text.onePart : text.sumOf.replace('{count}', String(childCount));
}

/** Of how many there are, how many a sum holds; undefined for what is no such sum. */
export function coverageOfSum({ coverage }: ExplainedNode, language: Language): string | undefined {
  if (!coverage) return undefined;
  const { coversCompanies } = screenText[language];
  const words = { sites: calculationText[language].coversSites, companies: coversCompanies }[coverage.of];
  return words.replace('{known}', String(coverage.known)).replace('{all}', String(coverage.all));
}
