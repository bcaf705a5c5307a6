import { expect, test } from 'vitest';
import { blackScholes } from './blackScholes.ts';

test('R4.25 without limit of volatility a call is worth the share without dividends, a put the discounted strike', () => {
  const terms = { spot: 36, strike: 40, rate: 0.06, dividendYield: 0.01, years: 2 };
  // 36 · e^(−0.02) and 40 · e^(−0.12)
  const [call, put] = [35.28715223904319, 35.4768174686863];
  for (const volatility of [1e3, 1e154, 1e155, 1e300]) {
    const values = blackScholes({ ...terms, volatility });
    expect(values.call / call).toBeCloseTo(1, 13);
    expect(values.put / put).toBeCloseTo(1, 13);
  }
});
