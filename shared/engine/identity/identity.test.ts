import { expect, test } from 'vitest';
import { aiShareOf, companyClass, identityClass } from './identity.ts';

test('R9 the bounds belong to hybrid above and to miner below', () => {
  expect([0, 0.0999, 0.1, 0.6, 0.6001, 1].map(identityClass)).toEqual([
    'miner',
    'miner',
    'hybrid',
    'hybrid',
    'aiFirst',
    'aiFirst',
  ]);
});

test('R9 a share with an unknown part is unknown, never 0', () => {
  expect(aiShareOf(null, 5)).toBeNull();
  expect(aiShareOf(5, null)).toBeNull();
  expect(aiShareOf(0, 0)).toBeNull();
  expect(aiShareOf(0, 5)).toBe(0);
});

test('R9 one known measure of today gives no class; a known hash rate of 0 gives former miner', () => {
  expect(companyClass([0.9, null], null)).toBeNull();
  expect(companyClass([0.9, 0.7], 12)).toBe('aiFirst');
  expect(companyClass([null, null], 0)).toBe('formerMiner');
});
