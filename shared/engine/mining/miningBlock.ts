import { hashesPerDifficulty } from '../protocol/difficulty.ts';
import type { MarketSeries } from '../protocol/marketSeries.ts';
import { createLineSheet, lineOf, type LineSheet } from '../strategy/lineSheet.ts';
import type { MiningBlock } from '../strategy/blockInput.ts';
import type { Calendar } from '../time/months.ts';
import type { FactorOver } from '../time/factorOver.ts';
import { stepFactor, valueInMonth } from '../time/path.ts';
import { energyRunMwh, valueUsdPerGridMwh, type DispatchPrices, type HashValue } from './curtailment.ts';
import { postFleetCapital } from './disposal.ts';
import { fullGridMw, meritOrder, type RunningGroup } from './fleet.ts';
import type { PowerSeries } from './power.ts';

const joulesPerMwh = 3.6e9;
const hashesPerTerahash = 1e12;

/** What a mining block needs from its surroundings. */
export interface MiningSurroundings {
  readonly calendar: Calendar;
  readonly market: MarketSeries;
  readonly power: PowerSeries;
  readonly factorOver: FactorOver;
}

/** R7.3d The block as it runs in one month. */
function blockInMonth(block: MiningBlock, month: number): MiningBlock {
  const { byMonth } = block;
  if (!byMonth) return block;
  return {
    ...block,
    uptime: valueInMonth(byMonth.uptime, month, block.uptime),
    miningPue: valueInMonth(byMonth.miningPue, month, block.miningPue),
    curtailedHoursShare: valueInMonth(byMonth.curtailedHoursShare, month, block.curtailedHoursShare),
  };
}

/** R3.8 What the machines of a block do in one month. */
interface MonthOfMining {
  readonly usedMwh: number;
  readonly minimumMwh: number;
  readonly hashes: number;
}

/**
 * R3 Lines of a mining block, months 0 … T+11. The block runs in fromMonth ≤ m < endMonth.
 * @param block complete input; power in grid MW
 * @param endMonth first month without the block; Infinity where nothing ends it
 */
export function mineBlock(block: MiningBlock, endMonth: number, around: MiningSurroundings): LineSheet {
  const { calendar, market, power } = around;
  const sheet = createLineSheet(calendar);
  lineOf(sheet, 'hashpriceUsdPerPhDay').set(market.hashpriceUsdPerPhDay);
  lineOf(sheet, 'powerPriceUsdPerMwh').set(power.deliveredUsdPerMwh);
  const groups = meritOrder(block.fleet, endMonth);
  const last = Math.min(endMonth, calendar.computedMonths);
  const lines = operatingLinesOf(sheet);
  for (let month = Math.max(0, block.fromMonth); month < last; month += 1) {
    const now = blockInMonth(block, month);
    postFixedLines(lines, now, month, power);
    postRunningLines(lines, now, month, around, runMonth(now, groups, month, around));
  }
  postFleetCapital(sheet, block, endMonth);
  return sheet;
}

/** The lines of every month, looked up once. */
function operatingLinesOf(sheet: LineSheet) {
  return {
    demandChargeUsd: lineOf(sheet, 'demandChargeUsd'),
    demandResponseCreditUsd: lineOf(sheet, 'demandResponseCreditUsd'),
    miningFixedOpexUsd: lineOf(sheet, 'miningFixedOpexUsd'),
    miningRevenueUsd: lineOf(sheet, 'miningRevenueUsd'),
    poolFeeUsd: lineOf(sheet, 'poolFeeUsd'),
    heatRevenueUsd: lineOf(sheet, 'heatRevenueUsd'),
    miningPowerUsd: lineOf(sheet, 'miningPowerUsd'),
    takeOrPayUsd: lineOf(sheet, 'takeOrPayUsd'),
    btcReceived: lineOf(sheet, 'btcReceived'),
    operatingHashrateEhS: lineOf(sheet, 'operatingHashrateEhS'),
    gridEnergyMwh: lineOf(sheet, 'gridEnergyMwh'),
  };
}

type OperatingLines = ReturnType<typeof operatingLinesOf>;

/** R3.3 Lines that do not depend on whether machines run. */
function postFixedLines(lines: OperatingLines, block: MiningBlock, month: number, power: PowerSeries): void {
  const demandCharge = power.demandChargeUsdPerMwMonth[month] ?? 0;
  lines.demandChargeUsd[month] = -demandCharge * block.powerMw;
  lines.demandResponseCreditUsd[month] = block.demandResponseCreditUsdPerMwMonth * block.powerMw;
  lines.miningFixedOpexUsd[month] =
    -block.fixedOpexUsdPerMwMonth * block.powerMw * stepFactor(block.opexInflationPerYear, month);
}

function pricesOf(block: MiningBlock, month: number, power: PowerSeries): DispatchPrices {
  return {
    energyUsdPerMwh: power.energyUsdPerMwh[month] ?? 0,
    adderUsdPerMwh: power.adderUsdPerMwh[month] ?? 0,
    resaleUsdPerMwh: block.takeOrPay?.resaleUsdPerMwh ?? 0,
  };
}

/** R3.6, R3.8 Hands the block's power to its groups in merit order and lets each run where it pays. */
function runMonth(
  block: MiningBlock,
  groups: readonly RunningGroup[],
  month: number,
  { calendar, market, power, factorOver }: MiningSurroundings,
): MonthOfMining {
  const hours = calendar.hours[month] ?? 0;
  const prices = pricesOf(block, month, power);
  const value: HashValue = {
    hashpriceUsdPerPhDay: market.hashpriceUsdPerPhDay[month] ?? 0,
    staleShare: block.staleShare,
    poolFeeShare: block.poolFeeShare,
    heatRevenueUsdPerMwhIt: block.heatRevenueUsdPerMwhIt,
    miningPue: block.miningPue,
  };
  const minimumMwh = (block.takeOrPay?.share ?? 0) * block.powerMw * hours;
  let powerLeftMw = block.powerMw;
  let usedMwh = 0;
  let hashes = 0;
  for (const running of groups) {
    if (month < running.fromMonth || month >= running.endMonth) continue;
    const grantedMw = Math.min(fullGridMw(running, month, block.miningPue, factorOver), powerLeftMw);
    powerLeftMw -= grantedMw;
    const offeredMwh = grantedMw * hours * block.uptime * (1 - block.curtailedHoursShare);
    const worth = valueUsdPerGridMwh(value, running.efficiencyJPerTh);
    const runMwh = energyRunMwh(offeredMwh, Math.max(0, minimumMwh - usedMwh), worth, prices);
    usedMwh += runMwh;
    hashes += (((runMwh / block.miningPue) * joulesPerMwh) / running.efficiencyJPerTh) * hashesPerTerahash;
  }
  return { usedMwh, minimumMwh, hashes };
}

/** R2.2, R3.8 Lines that follow from the energy used. */
function postRunningLines(
  lines: OperatingLines,
  block: MiningBlock,
  month: number,
  { calendar, market, power }: MiningSurroundings,
  run: MonthOfMining,
): void {
  const { energyUsdPerMwh, adderUsdPerMwh, resaleUsdPerMwh } = pricesOf(block, month, power);
  const work = (market.difficulty[month] ?? 0) * hashesPerDifficulty;
  const btc = (run.hashes / work) * (market.rewardBtc[month] ?? 0) * (1 - block.staleShare);
  const revenueUsd = btc * (market.btcPriceUsd[month] ?? 0);
  lines.miningRevenueUsd[month] = revenueUsd;
  lines.poolFeeUsd[month] = -revenueUsd * block.poolFeeShare;
  lines.heatRevenueUsd[month] = (run.usedMwh / block.miningPue) * block.heatRevenueUsdPerMwhIt;
  lines.miningPowerUsd[month] = -run.usedMwh * (energyUsdPerMwh + adderUsdPerMwh);
  lines.takeOrPayUsd[month] =
    -Math.max(0, run.minimumMwh - run.usedMwh) * (energyUsdPerMwh - resaleUsdPerMwh);
  lines.btcReceived[month] = btc * (1 - block.poolFeeShare);
  lines.operatingHashrateEhS[month] = run.hashes / (3600 * (calendar.hours[month] ?? 0)) / 1e18;
  lines.gridEnergyMwh[month] = run.usedMwh;
}
