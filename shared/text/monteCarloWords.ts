import type { Driver } from '../engine/montecarlo/drivers.ts';
import type { GainDistribution, Ranking } from '../engine/montecarlo/monteCarloResult.ts';
import type { StrategyKind } from '../engine/strategy/verdict.ts';
import { formatNumber, type Language } from '../format/number.ts';
import { monteCarloText } from './monteCarloText.ts';
import { fill } from './screenText.ts';
import { strategyNames } from './strategyNames.ts';

const million = 1e6;

/** "89 %". */
export function percentWords(share: number, language: Language): string {
  return `${formatNumber(share * 100, language)} %`;
}

export function driverName(driver: Driver, language: Language): string {
  return monteCarloText[language][driver];
}

/** An amount in millions, as many digits as say something. */
export function millions(usd: number, language: Language): string {
  return formatNumber(usd / million, language, Math.abs(usd) < 10 * million ? 1 : 0);
}

/** "$1,343m", "1.343 Mio. $". */
export function moneyWords(usd: number, language: Language): string {
  const amount = millions(Math.abs(usd), language);
  const sign = usd < 0 && amount !== formatNumber(0, language, 1) ? '−' : '';
  return language === 'de' ? `${sign}${amount} Mio. $` : `${sign}$${amount}m`;
}

/** "12.4 ± 0.3" in millions. */
export function withError(
  { value, standardError }: { readonly value: number; readonly standardError: number },
  language: Language,
): string {
  return `${millions(value, language)} ± ${formatNumber(standardError / million, language, 1)}`;
}

export function shareWithError(
  { value, standardError }: { readonly value: number; readonly standardError: number },
  language: Language,
): string {
  const points = (share: number): string => formatNumber(share * 100, language, 1);
  return `${points(value)} ± ${points(standardError)}`;
}

/** What drivers are held against. */
export function figureName(figure: 'gain' | StrategyKind, language: Language): string {
  const t = monteCarloText[language];
  return figure === 'gain' ? t.gain : fill(t.npvOf, { plan: strategyNames[language][figure] });
}

interface FigureText {
  readonly name: string;
  readonly unit: string;
  /** Name and unit. */
  readonly title: string;
  /** From the run's unit to the one shown. */
  readonly scale: number;
}

const units: Readonly<Record<Driver, readonly [unit: string, scale: number]>> = {
  btcPrice: ['k$', 1e-3],
  networkHashrate: ['EH/s', 1],
  feeShare: ['%', 100],
  powerPrice: ['%', 100],
  gpuPrice: ['%', 100],
  marketRent: ['$/kW', 1],
  utilisation: ['%', 100],
  buildCost: ['m$/MW', 1e-6],
  delay: ['months', 1],
  tenantDefault: ['months', 1],
};

const germanUnits: Readonly<Record<string, string>> = {
  k$: 'Tsd. $',
  months: 'Monate',
  'm$/MW': 'Mio. $/MW',
};

/** R7.2m The unit in which a driver's number is shown; power and GPU prices in per cent of the base. */
export function driverUnit(driver: Driver, language: Language): { unit: string; scale: number } {
  const [unit, scale] = units[driver];
  const shown = language === 'de' ? (germanUnits[unit] ?? unit) : unit;
  const isOfBase = driver === 'powerPrice' || driver === 'gpuPrice';
  return { unit: isOfBase ? `% ${monteCarloText[language].ofBase}` : shown, scale };
}

/** How a figure of a scatter is written. */
export function pointsText(figure: Driver | 'gain', language: Language): FigureText {
  const t = monteCarloText[language];
  if (figure === 'gain')
    return { name: t.gain, unit: t.unitM, title: `${t.gain}, ${t.unitM}`, scale: 1 / million };
  const { unit, scale } = driverUnit(figure, language);
  const name = driverName(figure, language);
  return { name, unit, title: `${name}, ${unit}`, scale };
}

/** P16 The answer in words: the probability, then what the gain exceeds. */
export function answerSentences(gain: GainDistribution, untilYear: number, language: Language): string[] {
  const t = monteCarloText[language];
  const { probabilityAboveZero, percentiles } = gain.gainUsd;
  const at = (share: number): number =>
    percentiles.find(({ exceededWith }) => exceededWith === share)?.value ?? NaN;
  return [
    fill(t.answer, {
      share: percentWords(probabilityAboveZero.value, language),
      conversion: strategyNames[language][gain.conversion],
      year: untilYear,
      error: formatNumber(probabilityAboveZero.standardError * 100, language, 1),
    }),
    fill(t.answerGain, { p90: moneyWords(at(0.9), language), p10: moneyWords(at(0.1), language) }),
  ];
}

/** P35 Whether more draws could change which strategy is ahead. */
export function rankingSentence(ranking: Ranking, language: Language): string {
  const t = monteCarloText[language];
  const { first, second, meanDifferenceUsd, mayChange } = ranking;
  return fill(mayChange ? t.mayChange : t.stays, {
    first: strategyNames[language][first],
    second: strategyNames[language][second],
    difference: moneyWords(meanDifferenceUsd.value, language),
    error: moneyWords(meanDifferenceUsd.standardError, language),
  });
}
