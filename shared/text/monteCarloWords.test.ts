import { expect, test } from 'vitest';
import { endOfYear } from '../charts/monteCarloCharts.ts';
import type { GainDistribution, Ranking } from '../engine/montecarlo/monteCarloResult.ts';
import { answerSentences, moneyWords, rankingSentence, withError } from './monteCarloWords.ts';

const gain: GainDistribution = {
  conversion: 'colocation',
  baseGainUsd: 2e9,
  gainUsd: {
    mean: { value: 6e8, standardError: 1e7 },
    standardDeviation: 5e8,
    lowest: -1e9,
    highest: 3e9,
    percentiles: [
      { exceededWith: 0.9, value: -42e6, standardError: 3e6 },
      { exceededWith: 0.5, value: 610e6, standardError: 5e6 },
      { exceededWith: 0.1, value: 1343e6, standardError: 9e6 },
    ],
    cvar05: { value: -5e8, standardError: 2e7 },
    probabilityAboveZero: { value: 0.891, standardError: 0.0031 },
    histogram: { from: 0, width: 1, counts: [1] },
  },
};

test('P16 a percentile says with which probability it is exceeded, in both languages', () => {
  expect(answerSentences(gain, 2041, 'en')).toEqual([
    'With 89 % probability Colocation is worth more than mining on until 2041 (± 0.3 points).',
    'The gain exceeds −$42m with 90 % probability and $1,343m with 10 %.',
  ]);
  expect(answerSentences(gain, 2041, 'de')).toEqual([
    'Mit 89 % Wahrscheinlichkeit ist Colocation mehr wert als Mining bis 2041 (± 0,3 Punkte).',
    'Der Vorteil übertrifft −42 Mio. $ mit 90 % und 1.343 Mio. $ mit 10 % Wahrscheinlichkeit.',
  ]);
});

test('P35 a figure stands with its error, and a ranking says when more draws could change it', () => {
  expect(withError({ value: 12.4e6, standardError: 0.3e6 }, 'en')).toBe('12 ± 0.3');
  expect(withError({ value: -1.26e6, standardError: 0.3e6 }, 'de')).toBe('−1,3 ± 0,3');
  const ranking: Ranking = {
    first: 'gpuCloud',
    second: 'colocation',
    meanDifferenceUsd: { value: 15e6, standardError: 9e6 },
    mayChange: true,
  };
  expect(rankingSentence(ranking, 'en')).toBe(
    'More draws could change the ranking: GPU cloud is ahead of Colocation by $15m on average, less than two standard errors ($9.0m).',
  );
  expect(rankingSentence({ ...ranking, mayChange: false }, 'de')).toContain('kaum ändern');
});

test('amounts keep their sign, and nothing is no negative nothing', () => {
  expect([moneyWords(-3.2e6, 'en'), moneyWords(-1, 'en'), moneyWords(0, 'de')]).toEqual([
    '−$3.2m',
    '$0.0m',
    '0,0 Mio. $',
  ]);
});

test('R7.2j years of the horizon end in calendar years: of a run from November the first ends next October', () => {
  expect([endOfYear('2026-11', 180, 0), endOfYear('2026-11', 180, 14), endOfYear('2026-01', 24, 1)]).toEqual([
    2027, 2041, 2027,
  ]);
});
