import { expect, test } from 'vitest';
import { findingCodes, type Finding } from '../engine/findings/finding.ts';
import { findingSentence } from './findingSentence.ts';

const values = {
  count: 3,
  lowestPerYear: -0.1,
  highestPerYear: 0.253,
  rootPerYear: 0.1,
  month: 60,
  valueUsd: -2e6,
  debtUsd: 5.5e6,
  lastMonth: 119,
  lastServiceMonth: 200,
  balanceUsd: 1e9,
  horizonMonths: 12,
  energisationMonth: 18,
  pue: 0.9,
  criticalMw: 125,
  gridMw: 100,
};

test.each(findingCodes)(
  'the finding %s is one sentence or more in both languages, with nothing left open',
  (code) => {
    const finding: Finding = { code, block: 'hall', values };
    const [de, en] = [findingSentence(finding, 'de'), findingSentence(finding, 'en')];
    expect(de).not.toBe(en);
    for (const sentence of [de, en]) {
      expect(sentence).toMatch(/^.{20,}\.$/);
      expect(sentence).not.toMatch(/[{}]|undefined|NaN/);
    }
  },
);

test('values are written as the language writes them, with their unit', () => {
  const finding: Finding = { code: 'negativeEquity', block: null, values };
  expect(findingSentence(finding, 'en')).toContain('worth −$2.0m, the debt is $5.5m');
  expect(findingSentence(finding, 'de')).toContain('−2,0\u00a0Mio.\u00a0$ wert');
  expect(findingSentence({ code: 'severalIrrs', block: null, values }, 'de')).toContain(
    '3 interne Zinssätze, von −10,0\u00a0% bis 25,3\u00a0%',
  );
  expect(findingSentence({ code: 'zeroMw', block: null, values: {} }, 'de')).toContain('„Standort“');
});
