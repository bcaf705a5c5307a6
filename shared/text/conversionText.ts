import type { StrategyFigures } from '../engine/analysis/siteAnalysis.ts';
import { formatNumber, type Language } from '../format/number.ts';
import { fill } from './screenText.ts';

const en = {
  both: '{grid} $ per contracted grid MWh; {critical} $m per critical MW-year (1 critical MW = {ratio} grid MW over the whole horizon, R5.15)',
} as const;

const de: Readonly<Record<keyof typeof en, string>> = {
  both: '{grid} $ je Anschluss-MWh; {critical} Mio. $ je kritisches MW-Jahr (1 MW kritische IT = {ratio} MW Anschluss, über den ganzen Horizont, R5.15)',
};

const conversionText: Readonly<Record<Language, Readonly<Record<keyof typeof en, string>>>> = { de, en };

/** P8 EBITDA on both denominators at once; undefined where one of them has no value. */
export function bothDenominators(
  { ebitdaUsdPerContractedGridMwh: grid, ebitdaUsdPerCriticalMwYear: critical }: StrategyFigures,
  grossToItRatio: number | null,
  language: Language,
): string | undefined {
  if (grid === null || critical === null || grossToItRatio === null) return undefined;
  return fill(conversionText[language].both, {
    grid: formatNumber(grid, language, 1),
    critical: formatNumber(critical / 1e6, language, 3),
    ratio: formatNumber(grossToItRatio, language, 2),
  });
}
