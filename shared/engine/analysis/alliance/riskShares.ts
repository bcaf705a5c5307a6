/*
 * R4.25c Who bears which risk of an alliance, read from the terms: each risk is let happen once, and what it costs is
 * divided among those who pay for it.
 */

export const allianceRisks = [
  'buildCost',
  'delay',
  'tenantDefault',
  'powerPrice',
  'residualValue',
  'financing',
] as const;
export type AllianceRisk = (typeof allianceRisks)[number];

export const bearers = ['miner', 'partner', 'tenant', 'guarantor'] as const;
export type Bearer = (typeof bearers)[number];

/** What a risk costs each of them [USD]; nothing below 0. */
export type Burden = Readonly<Record<Bearer, number>>;

/** One risk and who bears it; shares sum to 1 where it costs anything. */
export interface RiskBearing {
  readonly risk: AllianceRisk;
  /** Present value of the loss; of `financing` the sum paid in [USD] */
  readonly lossUsd: number;
  readonly shares: Burden;
  /** Those who carry the risk in words, the heaviest first; empty where it costs nobody anything. */
  readonly borneBy: readonly Bearer[];
}

const nearlyAll = 0.75;
const aPart = 0.25;

/**
 * R4.25c The words of a burden: one with at least three quarters bears it alone, else all with at least a quarter share it.
 * @param burden losses of each, none below 0 [USD]
 * @example bearingOf('delay', { miner: 3, partner: 1, tenant: 0, guarantor: 0 }).borneBy // → ['miner']
 */
export function bearingOf(risk: AllianceRisk, burden: Burden): RiskBearing {
  const lossUsd = bearers.reduce((sum, name) => sum + burden[name], 0);
  const share = (name: Bearer): number => (lossUsd > 0 ? burden[name] / lossUsd : 0);
  const shares = {
    miner: share('miner'),
    partner: share('partner'),
    tenant: share('tenant'),
    guarantor: share('guarantor'),
  };
  const heaviest = bearers.toSorted((a, b) => shares[b] - shares[a]);
  const [first] = heaviest;
  const isAlone = first !== undefined && shares[first] >= nearlyAll;
  const borneBy = isAlone ? [first] : heaviest.filter((name) => shares[name] >= aPart);
  return { risk, lossUsd, shares, borneBy };
}
