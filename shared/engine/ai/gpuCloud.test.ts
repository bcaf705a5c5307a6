import { expect, test } from 'vitest';
import { lineIn, smallBlock, smallCloud } from '../testing/smallHall.ts';

const result = smallBlock(smallCloud);

test('R4.4, R4.21 in contract the larger of take-or-pay and utilisation is sold at the contract’s price', () => {
  // 5,000 GPUs, availability 0.9, take-or-pay 0.8 above a utilisation of 0.7, 2 USD/h; August 2027 at half load.
  expect(result.metrics.gpus).toBe(5000);
  expect(lineIn(result, 'gpuRevenueUsd', 7)).toBeCloseTo(0.5 * 5000 * 744 * 0.9 * 0.8 * 2, 4);
  expect(lineIn(result, 'gpuRevenueUsd', 18)).toBeCloseTo(5000 * 744 * 0.9 * 0.8 * 2, 4);
});

test('R4.5, R4.21 after the contract the market’s price and utilisation hold, and the platform takes its share', () => {
  const revenueUsd = 5000 * 744 * 0.9 * 0.5 * 1;
  expect(lineIn(result, 'gpuRevenueUsd', 19)).toBeCloseTo(revenueUsd, 4);
  expect(lineIn(result, 'platformCostUsd', 19)).toBeCloseTo(-0.1 * revenueUsd, 4);
  expect(lineIn(result, 'slaCreditUsd', 19)).toBeCloseTo(-0.01 * revenueUsd, 4);
  expect(lineIn(result, 'billedGpuHours', 19)).toBeCloseTo(revenueUsd, 4);
});

test('R4.19 the manager takes a share of what the GPUs earn', () => {
  expect(lineIn(result, 'managementFeeUsd', 19)).toBeCloseTo(-0.02 * 5000 * 744 * 0.45, 4);
});

test('R4.22 the prepayment is a share of the contract’s value, received at signature and used up with its revenue', () => {
  // Twelve months from August 2027: 372 h at half load, then 8,040 h; 7,200 USD an hour at full load.
  const valueUsd = (372 + 8040) * 7200;
  expect(result.metrics.contractValueUsd).toBeCloseTo(valueUsd, 3);
  expect(lineIn(result, 'prepaymentReceivedUsd', 0)).toBeCloseTo(valueUsd / 4, 3);
  expect(lineIn(result, 'prepaymentAppliedUsd', 18)).toBeCloseTo((-744 * 7200) / 4, 3);
  expect(lineIn(result, 'prepaymentAppliedUsd', 19)).toBe(0);
});

test('R4.24 energy is borne by the operator from billing on, at the load factor, and opex counts every GPU', () => {
  expect(lineIn(result, 'gridEnergyMwh', 6)).toBe(0);
  expect(lineIn(result, 'gridEnergyMwh', 8)).toBeCloseTo(10 * 0.6 * 1.2 * 720, 8);
  expect(lineIn(result, 'aiPowerUsd', 8)).toBeCloseTo(-50 * 5184, 6);
  expect([6, 7].map((month) => lineIn(result, 'gpuOpexUsd', month))).toEqual([0, -50_000]);
});

test('R4.20 the first GPUs are paid in equal parts before energisation', () => {
  expect([3, 4, 5, 6].map((month) => lineIn(result, 'gpuCapexUsd', month))).toEqual([0, -50e6, -50e6, 0]);
});
