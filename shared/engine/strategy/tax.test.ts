import { expect, test } from 'vitest';
import { createCalendar, parseMonth } from '../time/months.ts';
import { taxLine, taxYears, type TaxBase } from './tax.ts';

const calendar = createCalendar(parseMonth('2026-12') ?? 0, 25);
const tax = {
  ratePerYear: 0.2,
  lossUseCapShare: 0.8,
  initialLossCarryForwardUsd: 50,
  taxTerminalValue: true,
};

function baseOf(ebitdaUsd: number[]): TaxBase {
  const none = new Float64Array(ebitdaUsd.length);
  return {
    firstYear: 2026,
    lastMonths: [0, 12, 24],
    ebitdaUsd: Float64Array.from(ebitdaUsd),
    disposalGainUsd: none,
    depreciationUsd: none,
  };
}

test('R5.9 a loss is carried on top of the initial one, its use is capped, nothing is refunded', () => {
  const years = taxYears(baseOf([-100, 100, 200]), tax, calendar, undefined);
  expect(years.map(({ taxUsd }) => taxUsd)).toEqual([0, 0.2 * (100 - 80), 0.2 * (200 - 70)]);
  expect(years.map(({ lossUsedUsd }) => lossUsedUsd)).toEqual([0, 80, 70]);
  expect(years.map(({ lossCarriedForwardUsd }) => lossCarriedForwardUsd)).toEqual([150, 70, 0]);
});

test('R5.9 tax is paid in the last month of its year inside the horizon', () => {
  const line = taxLine(
    taxYears(baseOf([0, 100, 100]), { ...tax, initialLossCarryForwardUsd: 0 }, calendar, undefined),
    25,
  );
  expect(Array.from(line, (value) => Math.round(value) + 0)).toEqual([
    ...Array<number>(12).fill(0),
    -20,
    ...Array<number>(11).fill(0),
    -20,
  ]);
});

test('R5.9 interest accrued lowers the income of its calendar year', () => {
  const interest = Float64Array.from({ length: 25 }, (_, month) => (month === 5 ? 30 : 0));
  expect(taxYears(baseOf([0, 100, 0]), tax, calendar, interest)[1]).toMatchObject({
    interestUsd: 30,
    incomeUsd: 70,
  });
});
