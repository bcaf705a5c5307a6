import type {
  AnalysisFlip,
  AnalysisVerdict,
  SiteFigures,
  StrategyFigures,
} from '../../engine/analysis/siteAnalysis.ts';
import { conversions } from '../../engine/claims/conversionClaim.ts';
import type { StrategyKind } from '../../engine/strategy/verdict.ts';
import { formatNumber, type Language } from '../../format/number.ts';
import { verdictWords } from '../../text/commonRateText.ts';
import { inputLabel } from '../../text/inputLabels.ts';
import { inputText, rangeText } from '../../text/inputText.ts';
import { strategyNames } from '../../text/strategyNames.ts';

/** The figures of one strategy, where it can be computed. */
export function figuresOf(analysis: SiteFigures, kind: string | null): StrategyFigures | undefined {
  const outcome = analysis.strategies.find((strategy) => strategy.kind === kind);
  return outcome?.computable ? outcome.figures : undefined;
}

/** NPV per grid MW of the best conversion over keep mining; undefined where one of them is missing. */
export function advantageUsdPerMw(analysis: SiteFigures): number | undefined {
  const keep = figuresOf(analysis, 'keepMining');
  const best = bestConversion(analysis);
  return keep && best ? best.figures.npvUsdPerGridMw - keep.npvUsdPerGridMw : undefined;
}

/** The conversion with the highest NPV per grid MW. */
export function bestConversion(
  analysis: SiteFigures,
): { readonly kind: StrategyKind; readonly figures: StrategyFigures } | undefined {
  const found = conversions.flatMap((kind) => {
    const figures = figuresOf(analysis, kind);
    return figures ? [{ kind, figures }] : [];
  });
  return found.toSorted((a, b) => b.figures.npvUsdPerGridMw - a.figures.npvUsdPerGridMw)[0];
}

export function verdictWord(
  analysis: { readonly verdict: Pick<AnalysisVerdict, 'verdict' | 'best'> },
  language: Language,
): string {
  const { verdict, best } = analysis.verdict;
  const name = best === null ? '' : strategyNames[language][best];
  const words = verdictWords[language];
  const word = words[verdict];
  return verdict === 'not computable' || verdict === 'undecided' ? word : `${word}: ${name}`;
}

/** "2.2" with its unit, millions per grid MW. */
export function millionsPerMw(usdPerMw: number, language: Language): string {
  const number = formatNumber(usdPerMw / 1e6, language, 2);
  return language === 'de' ? `${number}\u00a0Mio.\u00a0$` : `$${number}m`.replace('$\u2212', '\u2212$');
}

/** The finding as a title: a sentence with its number. */
export function findingTitle(analysis: SiteFigures, siteName: string, language: Language): string {
  const de = language === 'de';
  const { verdict } = analysis.verdict;
  const conversion = bestConversion(analysis);
  const advantage = advantageUsdPerMw(analysis);
  if (verdict === 'not computable')
    return de
      ? `${siteName}: nicht berechenbar, es fehlen Eingaben`
      : `${siteName}: not computable, inputs are missing`;
  if (conversion === undefined || advantage === undefined)
    return `${siteName}: ${verdictWord(analysis, language)}`;
  const name = strategyNames[language][conversion.kind];
  const amount = millionsPerMw(Math.abs(advantage), language);
  if (verdict === 'undecided')
    return de
      ? `${siteName}: unentschieden, ${name} und weiteres Mining liegen ${amount} je MW auseinander`
      : `${siteName}: undecided, ${name} and further mining are ${amount} per grid MW apart`;
  const [more, less] = de ? ['mehr', 'weniger'] : ['more', 'less'];
  return de
    ? `${siteName}: ${name} ist je MW Anschluss ${amount} ${advantage >= 0 ? more : less} wert als weiteres Mining`
    : `${siteName}: ${name} is worth ${amount} ${advantage >= 0 ? more : less} per grid MW than further mining`;
}

/** "Year-1 rent below 108 $/kW-month", one line for every input that can flip the verdict. */
export function flipSentences(
  flips: readonly AnalysisFlip[],
  analysis: SiteFigures,
  language: Language,
): string[] {
  const de = language === 'de';
  return flips.map((flip) => {
    const label = inputLabel(flip.key, language);
    const unit = analysis.inputs.find((input) => input.key === flip.key)?.unit ?? '1';
    const range = rangeText(flip.key, flip.low, flip.high, unit, language);
    if (flip.nearest === null)
      return de ? `${label}: kein Kippwert von ${range}` : `${label}: no flip value from ${range}`;
    const side = flip.nearest < flip.baseValue ? (de ? 'unter' : 'below') : de ? 'über' : 'above';
    const now = inputText(flip.key, flip.baseValue, unit, language);
    return `${label} ${side} ${inputText(flip.key, flip.nearest, unit, language)} (${de ? 'heute' : 'now'} ${now})`;
  });
}
