import { expect, test } from 'vitest';
import {
  combinedWord,
  contradictedUpToShare,
  leastCoverageShare,
  metShare,
  supportedFromShare,
  wordOfCases,
  wordOfShare,
} from './claimWord.ts';

const step = 2 ** -20;

test('R5.18: a word changes exactly at its threshold', () => {
  expect(wordOfShare(supportedFromShare)).toBe('supported');
  expect(wordOfShare(supportedFromShare - step)).toBe('partly');
  expect(wordOfShare(contradictedUpToShare)).toBe('contradicted');
  expect(wordOfShare(contradictedUpToShare + step)).toBe('partly');
  expect(wordOfShare(undefined)).toBe('open');
});

test('R5.18: an undecided case counts half, so one alone says partly', () => {
  expect(metShare({ met: 0, undecided: 1, judged: 1, all: 1 })).toBe(0.5);
  expect(wordOfCases({ met: 0, undecided: 1, judged: 1, all: 1 })).toBe('partly');
  expect(metShare({ met: 0, undecided: 0, judged: 0, all: 3 })).toBeUndefined();
});

test('R5.18: half of the cases are enough, fewer leave the claim open whatever they say', () => {
  expect(leastCoverageShare).toBe(0.5);
  expect(wordOfCases({ met: 4, undecided: 0, judged: 4, all: 8 })).toBe('supported');
  expect(wordOfCases({ met: 4, undecided: 0, judged: 4, all: 9 })).toBe('open');
  expect(wordOfCases({ met: 0, undecided: 0, judged: 4, all: 9 })).toBe('open');
  expect(wordOfCases({ met: 0, undecided: 0, judged: 0, all: 0 })).toBe('open');
});

test('R5.18: parts are supported only together, and an unknown part never speaks against', () => {
  expect(combinedWord(['supported', 'supported'])).toBe('supported');
  expect(combinedWord(['supported', 'open'])).toBe('partly');
  expect(combinedWord(['supported', 'contradicted'])).toBe('partly');
  expect(combinedWord(['contradicted', 'open'])).toBe('contradicted');
  expect(combinedWord(['open', 'open'])).toBe('open');
  expect(combinedWord([])).toBe('open');
});
