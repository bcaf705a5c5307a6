import type { Contract } from '../domain/company.ts';
import type { Figure } from '../domain/figure.ts';
import type { SiteEvidence } from '../engine/analysis/evidence.ts';
import { resolveInputs } from '../engine/analysis/resolveInputs.ts';
import type { ResolvedInput } from '../engine/analysis/siteAnalysis.ts';
import type { Clock } from '../staleness/staleness.ts';

/** P31 What the checks of one site read. */
export interface CheckedSite {
  readonly evidence: SiteEvidence;
  readonly inputs: readonly ResolvedInput[];
  /** All figures of the site, rival ones included; the one in force stands first within its field. */
  readonly figures: readonly Figure[];
  readonly contracts: readonly Contract[];
  readonly status: string | null;
  readonly isSourced: boolean;
  /** The company's newest period with both an average and a closing hash rate. */
  readonly hashrate: { readonly average: number; readonly end: number } | null;
  readonly clock: Clock;
}

/** A reported period, as far as the checks need it. */
export interface ReportedHashrate {
  readonly lastMonth: string;
  readonly averageHashrateEhS: number | null;
  readonly endHashrateEhS: number | null;
}

/** P31 What the checks of one company read. */
export interface CheckedCompany {
  readonly figures: readonly Figure[];
  /** Contracts that name no site; the others are checked with their site. */
  readonly contracts: readonly Contract[];
  readonly hashrates: readonly ReportedHashrate[];
  readonly energisedMwOfSites: readonly (number | null)[];
}

/** The figure in force of a field. */
export function inForce(figures: readonly Figure[], field: string): (Figure & { value: number }) | undefined {
  const figure = figures.find((one) => one.field === field && !one.superseded && one.value !== null);
  return figure as (Figure & { value: number }) | undefined;
}

export function inputOf({ inputs }: CheckedSite, key: string): ResolvedInput | undefined {
  return inputs.find((input) => input.key === key);
}

export function presetOf({ evidence }: CheckedSite, key: string): number | undefined {
  return evidence.presets.find((preset) => preset.key === key)?.base;
}

/** A site with its inputs resolved by R1.9. */
export function checkedSite(rest: Omit<CheckedSite, 'inputs'>): CheckedSite {
  return { ...rest, inputs: resolveInputs(rest.evidence) };
}
