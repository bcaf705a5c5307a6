import type { FleetGroup, MiningBlock } from '../strategy/blockInput.ts';
import type { Market } from '../strategy/marketInput.ts';

/*
 * A mining market with figures round enough for a reader to work every line out on paper: at this difficulty the
 * hashprice is reward times price, 0.5 BTC · 96 USD = 48 USD/PH/day, so that a machine of 20 J/TH earns 100 USD from
 * a MWh of IT energy.
 */
export const roundMarket: Market = {
  btcPriceUsd: { values: [96], growthPerYear: 0 },
  network: { kind: 'difficulty', path: { values: [86_400e15 / 4_294_967_296], growthPerYear: 0 } },
  subsidyBtcPerBlock: 0.5,
  halvings: [],
  fees: { kind: 'btcPerBlock', path: { values: [0], growthPerYear: 0 } },
};

/** 5,500 machines of 100 TH/s at 20 J/TH: 11 MW. */
export const roundFleet: FleetGroup = {
  count: 5500,
  hashrateThS: 100,
  efficiencyJPerTh: 20,
  fromMonth: 0,
  hashrateFactor: 1,
  efficiencyFactor: 1,
  failureRatePerYear: 0,
};

/** 11 grid MW, always on, without fees, fixed cost or overhead. */
export const roundMining: MiningBlock = {
  id: 'mine',
  kind: 'mining',
  powerMw: 11,
  miningPue: 1,
  fromMonth: 0,
  uptime: 1,
  staleShare: 0,
  poolFeeShare: 0,
  curtailedHoursShare: 0,
  demandResponseCreditUsdPerMwMonth: 0,
  heatRevenueUsdPerMwhIt: 0,
  fixedOpexUsdPerMwMonth: 0,
  opexInflationPerYear: 0,
  fleet: [roundFleet],
};
