import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readNumber, readPlain } from './readNumber.ts';

test.each([
  ['1.000', 1000],
  ['1.234,5', 1234.5],
  ['12,5', 12.5],
  ['−5', -5],
  ['(5)', -5],
  ["1'000", 1000],
  ['1,2 Mio', 1_200_000],
  ['1 000', 1000],
  ['0', 0],
  [',5', 0.5],
  ['3,5 %', 3.5],
  ['2,75 Mrd.', 2_750_000_000],
] as const)('German %s', (text, value) => {
  expect(readNumber(text, 'de')).toEqual({ kind: 'read', value });
});

test.each([
  ['1,000', 1000],
  ['1,234.5', 1234.5],
  ['12.5', 12.5],
  ['22.2222', 22.2222],
  ['3,000,000.25', 3_000_000.25],
  ['-5', -5],
] as const)('English %s', (text, value) => {
  expect(readNumber(text, 'en')).toEqual({ kind: 'read', value });
});

test.each([
  ['12.5', 'de', [12.5, 125]],
  ['22.2222', 'de', [22.2222, 222222]],
  ['1,234.5', 'de', [1234.5, 12345]],
  ['12,5', 'en', [12.5, 125]],
  ['1.234,5', 'en', [1234.5, 12345]],
  ['1,000', 'de', [1, 1000]],
  ['1.000', 'en', [1, 1000]],
] as const)('%s in a field of %s is asked', (text, language, readings) => {
  expect(readNumber(text, language)).toEqual({ kind: 'ambiguous', readings });
});

test.each(['', 'abc', '1.2.3,4,5', '--5', '5 $', 'NaN', 'Infinity', '1e5x', '=1+1'])(
  '%s is no number',
  (text) => {
    expect(readNumber(text, 'de').kind).toBe('notANumber');
  },
);

test('the short way of plain digits reads what the long way reads, and leaves it what has two readings', () => {
  const digits = fc.string({ unit: fc.constantFrom('0', '1', '9', '.', ','), minLength: 1, maxLength: 9 });
  fc.assert(
    fc.property(digits, fc.constantFrom('de' as const, 'en' as const), (text, language) => {
      // A sign takes the long way, and changes nothing else.
      const long = readNumber(`+${text}`, language);
      const short = readPlain(text, language);
      if (short !== undefined) expect(long).toEqual({ kind: 'read', value: short });
      expect(readNumber(text, language)).toEqual(long);
    }),
    { numRuns: 2_000 },
  );
  expect(readPlain('1.000', 'en')).toBeUndefined();
  expect(readPlain('12.5', 'en')).toBe(12.5);
});
