import { expect, test } from 'vitest';
import { difficultyOf, impliedHashrateEhS } from './difficulty.ts';
import { expectedBlocksPerDay, feesOfShareBtc, hashpriceUsdPerPhDay } from './hashprice.ts';

test('R2.2, R2.3 the whole network at its difficulty finds a block every 600 s', () => {
  const difficulty = difficultyOf(600, 600);
  expect(impliedHashrateEhS(difficulty, 600)).toBeCloseTo(600, 10);
  expect(expectedBlocksPerDay(600e18, difficulty)).toBeCloseTo(144, 10);
});

test('R2.3 the hashprice of a network of 432 EH/s: 450 BTC a day at 96,000 USD over 432,000 PH/s', () => {
  expect(hashpriceUsdPerPhDay(difficultyOf(432, 600), 3.125, 96_000)).toBeCloseTo(100, 10);
});

test('R2.7 fees of a fifth of the reward are a quarter of the subsidy', () => {
  expect(feesOfShareBtc(3.125, 0.2)).toBeCloseTo(3.125 / 4, 15);
});
