import { engineVersion } from '../../shared/engine/version.ts';
import type { Backcast } from './backcastView.ts';

/** Unit and rule of every figure, so that a reader of the JSON needs no second document. */
const fields = {
  averageHashrateEhS: { unit: 'EH/s', rule: 'R3.1', basis: 'average over the period' },
  endHashrateEhS: { unit: 'EH/s', rule: 'R3.1', basis: 'end of the period; never used as the average' },
  expectedBtc: {
    unit: 'BTC',
    rule: 'R2.2, R2.6, R2.7',
    basis: 'subsidy and fees, before pool fee and stale',
  },
  expectedSubsidyBtc: { unit: 'BTC', rule: 'R2.2', basis: 'subsidy alone, a lower bound' },
  'production.comparison': { unit: 'BTC', rule: 'R2.2', basis: 'engine − reported; share of the reported' },
  'hashprice.usd': { unit: 'USD/PH/day', rule: 'R2.3, R2.7' },
  'hashprice.btc': { unit: 'BTC/PH/day', rule: 'R2.3, R2.7' },
  'hashprice.monthly': { unit: 'USD/PH/day', rule: 'R2.3', basis: 'from means of the month' },
  impliedBtcPriceUsd: { unit: 'USD/BTC', rule: 'R2.3', basis: 'published USD over published BTC hashprice' },
  averageRentUsdPerKwMonth: { unit: 'USD/kW-month', rule: 'R4.26', basis: 'critical IT, base value' },
  yearOneRentUsdPerKwMonth: {
    unit: 'USD/kW-month',
    rule: 'R4.13',
    basis: 'critical IT, announced escalator',
  },
  yieldYearOne: { unit: '1', rule: 'R5.3, R5.13', basis: 'year-1 rent · announced margin / announced capex' },
  yieldTermAverage: { unit: '1', rule: 'R5.3', basis: 'mean rent · announced margin / announced capex' },
  yieldAnnounced: { unit: '1', rule: 'R5.3', basis: 'as announced, else announced NOI / announced capex' },
  noiYearOne: { unit: 'USD/yr', rule: 'R4.13' },
  noiTermAverage: { unit: 'USD/yr', rule: 'R4.13' },
  'margins.mining': { unit: 'USD/MWh', rule: 'R3.2, R3.7', basis: 'grid MWh, after energy' },
  'margins.ai': {
    unit: 'USD/MWh',
    rule: 'R4.5, R4.24',
    basis: 'grid MWh while sold, after energy, before GPU capital; one series per GPU and kind of price',
  },
} as const;

function count<T>(items: readonly T[], isCounted: (item: T) => boolean): { of: number; computable: number } {
  return { of: items.length, computable: items.filter(isCounted).length };
}

export function backcastDocument(companyId: string | undefined, found: Backcast): unknown {
  const { production, hashprice, leases, margins } = found;
  return {
    format: 'umbau-backcast-1',
    engineVersion,
    subject: companyId === undefined ? { kind: 'portfolio' } : { kind: 'company', id: companyId },
    coverage: {
      production: count(production, (row) => row.comparison !== null),
      hashpriceObservations: count(hashprice.observations, (row) => row.usd !== null),
      hashpriceMonths: count(hashprice.monthly, (row) => row.usd !== null),
      leasesAverageRent: count(leases, (row) => row.averageRentUsdPerKwMonth !== null),
      leasesYearOneRent: count(leases, (row) => row.yearOneRentUsdPerKwMonth !== null),
      leasesYearOneRentAnnouncedEscalator: count(
        leases,
        ({ yearOneRentUsdPerKwMonth, escalator }) =>
          yearOneRentUsdPerKwMonth !== null && escalator.origin === 'announced',
      ),
      leasesYield: count(leases, (row) => row.yieldYearOne !== null || row.yieldTermAverage !== null),
      leasesYieldAnnounced: count(leases, (row) => row.yieldAnnounced !== null),
      miningMonths: count(margins.computable ? margins.mining : [], (month) => month !== null),
      aiSeries: count(margins.computable ? margins.ai : [], (series) => series.missing.length === 0),
    },
    fields,
    ...found,
  };
}
