import type { ResultField } from '../engine/analysis/resultFields.ts';
import type { Language } from '../format/number.ts';

const labels: Readonly<Record<ResultField, readonly [de: string, en: string]>> = {
  npvUsd: ['Kapitalwert', 'NPV'],
  npvUsdPerGridMw: ['Kapitalwert je MW Anschluss', 'NPV per grid MW'],
  irrPerYear: ['Interner Zins', 'IRR'],
  paybackMonths: ['Amortisation', 'Payback'],
  discountedPaybackMonths: ['Amortisation, diskontiert', 'Discounted payback'],
  moic: ['MOIC', 'MOIC'],
  peakFundingUsd: ['Höchster Kapitalbedarf', 'Peak funding'],
  ebitdaUsdPerContractedGridMwh: ['EBITDA je vertraglicher Anschluss-MWh', 'EBITDA per contracted grid MWh'],
  ebitdaUsdPerConsumedGridMwh: ['EBITDA je verbrauchter Anschluss-MWh', 'EBITDA per consumed grid MWh'],
  ebitdaUsdPerCriticalMwYear: ['EBITDA je kritischem MW-Jahr', 'EBITDA per critical MW-year'],
  terminalShareOfNpv: ['Anteil Endwert am Kapitalwert', 'Terminal share of NPV'],
  yieldOnCost: ['Rendite auf die Baukosten, erstes Jahr', 'Yield on cost, first year'],
  yieldOnCostTermAverage: ['Rendite auf die Baukosten, Mittel der Laufzeit', 'Yield on cost, term average'],
  grossCapexUsd: ['Investition ohne Beitrag des Mieters', 'Gross capex'],
  gpuCapexUsd: ['Investition in GPUs', 'GPU capex'],
  criticalItMw: ['Kritische IT', 'Critical IT'],
};

export function resultLabel(field: ResultField, language: Language): string {
  return labels[field][language === 'de' ? 0 : 1];
}
