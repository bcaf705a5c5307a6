import type { EvidenceConfidence, EvidenceFleet } from './evidence.ts';

/** The numbers of a fleet that R1.9a sums. */
type Machines = Pick<EvidenceFleet, 'units' | 'hashrateThS' | 'efficiencyJPerTh'>;

/**
 * R1.9a, R1.9c Nameplate hash rate of all fleets: Σ units · TH/s per unit [TH/s].
 * @returns undefined where a fleet lacks one of both, or where there is no fleet
 * @example fleetNameplateThS([{ units: 1000, hashrateThS: 200 }, { units: 500, hashrateThS: 100 }]) // → 250000
 */
export function fleetNameplateThS(
  fleets: readonly Pick<Machines, 'units' | 'hashrateThS'>[],
): number | undefined {
  if (fleets.length === 0) return undefined;
  let sum = 0;
  for (const { units, hashrateThS } of fleets) {
    if (units === 0) continue;
    if (units === null || hashrateThS === null) return undefined;
    sum += units * hashrateThS;
  }
  return sum;
}

/**
 * R1.9a, R1.9c Power of all fleets at the machines: Σ units · TH/s per unit · J/TH [W].
 * @returns undefined where a fleet that has units lacks a number, or where there is no fleet
 * @example fleetPowerW([{ units: 1000, hashrateThS: 200, efficiencyJPerTh: 17.5 }]) // → 3500000
 */
export function fleetPowerW(fleets: readonly Machines[]): number | undefined {
  if (fleets.length === 0) return undefined;
  let sum = 0;
  for (const { units, hashrateThS, efficiencyJPerTh } of fleets) {
    if (units === 0 || (units !== null && hashrateThS === 0)) continue;
    if (units === null || hashrateThS === null || efficiencyJPerTh === null) return undefined;
    sum += units * hashrateThS * efficiencyJPerTh;
  }
  return sum;
}

/**
 * R1.9a Efficiency of several fleets as one: total power over total hash rate [J/TH].
 * @returns undefined where R1.9c leaves it underived
 * @example fleetEfficiency([{ units: 1, hashrateThS: 300, efficiencyJPerTh: 15 }, { units: 1, hashrateThS: 100, efficiencyJPerTh: 31 }]) // → 19
 */
export function fleetEfficiency(fleets: readonly Machines[]): number | undefined {
  const nameplate = fleetNameplateThS(fleets);
  const power = fleetPowerW(fleets);
  if (nameplate === undefined || power === undefined || nameplate === 0) return undefined;
  return power / nameplate;
}

const rank: Readonly<Record<EvidenceConfidence, number>> = { low: 0, medium: 1, high: 2 };

/** R1.9b What is known of where a number of several fleets comes from: the oldest date, the lowest confidence. */
export function fleetProvenance(fleets: readonly EvidenceFleet[]): {
  readonly asOf: string | null;
  readonly confidence: EvidenceConfidence | null;
  readonly source: string | null;
  readonly sourceUrl: string | null;
} {
  let asOf: string | null = null;
  let confidence: EvidenceConfidence | null = fleets[0]?.confidence ?? null;
  for (const fleet of fleets) {
    if (fleet.asOf !== null && (asOf === null || fleet.asOf < asOf)) asOf = fleet.asOf;
    if (fleet.confidence === null || confidence === null) confidence = null;
    else if (rank[fleet.confidence] < rank[confidence]) confidence = fleet.confidence;
  }
  const sources = [...new Set(fleets.flatMap(({ source }) => source ?? []))];
  const [only] = fleets;
  return {
    asOf,
    confidence,
    source: sources.length === 0 ? null : sources.join('; '),
    sourceUrl: fleets.length === 1 && only ? only.sourceUrl : null,
  };
}
