import { expect, test } from 'vitest';
import { asOfOption, readNamedOptions, todayOption } from './options.ts';

const read = (...args: readonly string[]) => readNamedOptions(args, ['as-of', 'today'], []);

test('P3 --today decides ages only; --as-of decides ages and the valuation month', () => {
  const asOf = read('--as-of', '2026-10-07');
  expect(todayOption(asOf, '2026-01-01')).toBe('2026-10-07');
  expect(asOfOption(asOf)).toEqual({ valuationMonth: '2026-11' });
  const today = read('--today', '2026-12-24');
  expect(todayOption(today, '2026-01-01')).toBe('2026-12-24');
  expect(asOfOption(today)).toEqual({});
  const both = read('--as-of', '2026-12-07', '--today', '2026-12-24');
  expect(todayOption(both, null)).toBe('2026-12-24');
  expect(asOfOption(both)).toEqual({ valuationMonth: '2027-01' });
});

test('P3 without either the portfolio’s own day counts, else the machine’s', () => {
  expect(todayOption(read(), '2026-01-01')).toBe('2026-01-01');
  expect(todayOption(read(), null)).toBe(new Date().toISOString().slice(0, 10));
});

test.each(['2026-02-29', '2026-1-1', 'yesterday', ''])('P3 "%s" is no day', (day) => {
  expect(() => todayOption(read('--today', day), null)).toThrow('cli.usage');
});
