import type { BreakEven, BreakEvenValue, Rival } from '../engine/risk/breakEven.ts';
import { formatNumber, type Language } from '../format/number.ts';
import { inputLabel } from './inputLabels.ts';
import { riskText } from './riskText.ts';
import { foundWords, inputWords } from './riskWords.ts';
import { fill } from './screenText.ts';
import { strategyNames } from './strategyNames.ts';

/** NPV per grid MW in words. */
export function perMwText(usdPerMw: number, language: Language): string {
  const number = formatNumber(usdPerMw / 1e6, language, 2);
  if (language === 'de') return `${number}\u00a0Mio.\u00a0$`;
  return number.startsWith('\u2212') ? `\u2212$${number.slice(1)}m` : `$${number}m`;
}

/** The side that a strategy is compared with. */
export function rivalName(rival: Rival, language: Language): string {
  return rival.kind === 'strategy'
    ? strategyNames[language][rival.strategy]
    : perMwText(rival.usdPerGridMw, language);
}

interface Words {
  readonly input: string;
  readonly a: string;
  readonly b: string;
  found(value: number): string;
}

function sentenceOf(
  { kind, value, rivalUsdPerMw }: BreakEvenValue,
  words: Words,
  language: Language,
): string {
  const t = riskText[language];
  const { input, a, b } = words;
  const at = { input, a, b, value: words.found(value) };
  if (kind === 'equal') return fill(t.one, { ...at, amount: perMwText(rivalUsdPerMw, language) });
  return fill(kind === 'whole' ? t.whole : t.jump, at);
}

/**
 * R7.1d A break-even in words: one, several or no solution, or why there is none.
 * @param lead sign of the difference in force, for saying who stays ahead; 0 where it is not known
 */
export function breakEvenSentences(
  { question, solutions, isEqualEverywhere, gapCount, stepCount }: BreakEven,
  { unit, lead }: { readonly unit: string; readonly lead: number },
  language: Language,
): string[] {
  const t = riskText[language];
  const { key, low, high, strategy, rival } = question;
  const value = (x: number): string => inputWords(key, x, unit, language);
  const input = inputLabel(key, language);
  const words: Words = {
    input,
    a: strategyNames[language][strategy],
    b: rivalName(rival, language),
    found: (x) => foundWords(key, x, unit, language),
  };
  const { a, b } = words;
  if (stepCount === 0 || gapCount === stepCount) return [fill(t.notFound, { a, b })];
  const gaps = gapCount > 0 ? [fill(t.gaps, { count: gapCount, all: stepCount })] : [];
  const range = { a, b, low: value(low), high: value(high) };
  if (isEqualEverywhere) return [fill(t.everywhere, range), ...gaps];
  if (solutions.length === 0) {
    const stays = lead === 0 ? '' : ` ${fill(lead > 0 ? t.noneBetter : t.noneWorse, { a, b })}`;
    return [`${fill(t.none, range)}${stays}`, ...gaps];
  }
  const several =
    solutions.length > 1
      ? [
          fill(t.several, {
            input,
            count: solutions.length,
            values: solutions.map((one) => words.found(one.value)).join(', '),
          }),
        ]
      : [];
  return [...several, ...solutions.map((one) => sentenceOf(one, words, language)), ...gaps];
}

/**
 * R2.3 The hashprice that a found price of BTC means: in the first month the hash rate has not yet responded, so the
 * hashprice is in proportion to the price.
 * @param inForce price of BTC and hashprice of the first month as they are
 */
export function hashpriceSentences(
  { question, solutions }: BreakEven,
  inForce: { readonly btcPriceUsd: number; readonly hashpriceUsdPerPhDay: number | undefined },
  language: Language,
): string[] {
  const { btcPriceUsd, hashpriceUsdPerPhDay: base } = inForce;
  if (question.key !== 'btcPriceUsd' || base === undefined || btcPriceUsd <= 0) return [];
  return solutions.map(({ value }) =>
    fill(riskText[language].hashprice, {
      value: foundWords(question.key, value, 'USD/BTC', language),
      found: formatNumber((base * value) / btcPriceUsd, language, 2),
      base: formatNumber(base, language, 2),
    }),
  );
}
