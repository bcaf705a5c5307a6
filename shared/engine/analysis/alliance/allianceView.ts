import { createEvaluationCache, type EvaluationCache } from '../../strategy/evaluationCache.ts';
import { evaluateSiteCase } from '../../strategy/siteCase.ts';
import type { SiteCaseInput } from '../../strategy/siteCaseInput.ts';
import type {
  AllianceFlows,
  ComputedBlock,
  ComputedSite,
  FlowMetrics,
  NotComputable,
  SiteCaseResult,
  WarrantsValue,
} from '../../strategy/siteCaseResult.ts';
import { shockedPlan } from '../../scenario/shockedPlan.ts';
import { baseMarket } from '../baseMarket.ts';
import { presentValueUsd } from '../comparePlans.ts';
import type { SiteEvidence } from '../evidence.ts';
import type { InputKey } from '../inputTable.ts';
import { rateOfBlock } from '../rateOfBlock.ts';
import { resolveInputs, valuesOf, type InputValues } from '../resolveInputs.ts';
import { sitePlan } from '../sitePlans.ts';
import { missingInputs } from '../strategyFigures.ts';
import { withPartnerDefault } from './allianceTerms.ts';
import { bearingOf, type AllianceRisk, type RiskBearing } from './riskShares.ts';

/** Figures of one side of an alliance. */
export interface AllianceSide {
  readonly npvUsd: number;
  readonly irrPerYear: number | null;
  readonly peakFundingUsd: number;
  readonly moic: number | null;
  /** Sum of what the side pays in, undiscounted [USD] */
  readonly paidInUsd: number;
}

/** Both sides of an alliance and their months. */
export interface AllianceCase {
  readonly miner: AllianceSide;
  readonly partner: AllianceSide;
  readonly flows: AllianceFlows;
}

export const defaultConsequences = ['minerFunds', 'buildStops'] as const;
export type DefaultConsequence = (typeof defaultConsequences)[number];

/** R4.25b The memo on warrants, or which inputs are missing for it. */
export type WarrantsMemo =
  | (WarrantsValue & {
      readonly computable: true;
      /** M/(N+M), the part of all shares that the partner would hold. */
      readonly dilutionShare: number;
    })
  | { readonly computable: false; readonly missing: readonly string[] };

/** R4.25 – R4.25c An alliance seen from both sides, or what is missing for it. */
export type AllianceView =
  | {
      readonly computable: true;
      readonly months: readonly string[];
      readonly base: AllianceCase;
      /** The miner with its site as an outlay at the agreed value. */
      readonly minerWithSite: AllianceSide;
      readonly siteContributionUsd: number;
      readonly partnerFundsFirstUsd: number;
      /** R4.17 null where there is no backstop. */
      readonly backstopShare: number | null;
      /** R4.25a Both consequences; empty until a month of default is entered. */
      readonly ifPartnerDefaults: readonly {
        readonly consequence: DefaultConsequence;
        readonly month: number;
        readonly outcome: AllianceCase;
      }[];
      /** null until warrants are entered. */
      readonly warrants: WarrantsMemo | null;
      readonly risks: readonly RiskBearing[];
    }
  | { readonly computable: false; readonly missing: readonly string[] };

/** R1.2a What a side pays on the valuation date counts as what it pays later. */
function paidIn({ atValuation, ...flows }: AllianceFlows, side: 'minerUsd' | 'partnerUsd'): number {
  return [atValuation?.[side] ?? 0, ...flows[side]].reduce((sum, usd) => sum + Math.max(0, -usd), 0);
}

function sideOf(
  figures: FlowMetrics | NotComputable | undefined,
  paidInUsd: number,
): AllianceSide | undefined {
  if (!figures || !('npvUsd' in figures)) return undefined;
  const { npvUsd, irrPerYear, peakFundingUsd, moic } = figures;
  return { npvUsd, irrPerYear, peakFundingUsd, moic, paidInUsd };
}

function caseOf(
  miner: FlowMetrics | NotComputable | undefined,
  partner: FlowMetrics | NotComputable | undefined,
  flows: AllianceFlows | undefined,
): AllianceCase | undefined {
  if (!flows) return undefined;
  const sides = {
    miner: sideOf(miner, paidIn(flows, 'minerUsd')),
    partner: sideOf(partner, paidIn(flows, 'partnerUsd')),
  };
  return sides.miner && sides.partner && { miner: sides.miner, partner: sides.partner, flows };
}

function baseOf({ metrics, alliance }: ComputedSite): AllianceCase | undefined {
  return caseOf(metrics.allianceMiner, metrics.alliancePartner, alliance);
}

function ifPartnerDefaults(plan: SiteCaseInput, values: InputValues, cache: EvaluationCache) {
  const { alliancePartnerDefaultMonth: month } = values;
  if (month === undefined) return [];
  return defaultConsequences.flatMap((consequence) => {
    const { site } = evaluateSiteCase(withPartnerDefault(plan, values, consequence), cache);
    if (!site.computable) return [];
    const { allianceMinerIfPartnerDefaults, alliancePartnerIfPartnerDefaults } = site.metrics;
    const outcome = caseOf(
      allianceMinerIfPartnerDefaults,
      alliancePartnerIfPartnerDefaults,
      site.allianceIfPartnerDefaults,
    );
    return outcome ? [{ consequence, month, outcome }] : [];
  });
}

/** The inputs behind the warrants' terms. */
const inputOfTerm: Readonly<Record<string, InputKey>> = {
  sharesOutstanding: 'allianceSharesOutstanding',
  spotUsdPerShare: 'allianceSharePriceUsd',
  strikeUsdPerShare: 'allianceWarrantStrikeUsd',
  rate: 'allianceRiskFreeRate',
  dividendYield: 'allianceDividendYield',
  volatility: 'allianceShareVolatility',
  years: 'allianceWarrantYears',
};

function warrantsOf({ allianceWarrants: memo }: ComputedSite, values: InputValues): WarrantsMemo | null {
  if (!memo) return null;
  if ('computable' in memo) {
    const paths = [...memo.missing, ...(memo.invalid ?? [])];
    const keys = paths.map((path) => inputOfTerm[path.slice(path.lastIndexOf('.') + 1)] ?? path);
    return { computable: false, missing: [...new Set(keys)].toSorted() };
  }
  const { allianceWarrants: granted = 0, allianceSharesOutstanding: outstanding = 0 } = values;
  return { ...memo, computable: true, dilutionShare: granted / (outstanding + granted) };
}

interface Shock {
  readonly key: InputKey;
  readonly to: (now: number) => number;
}

/** R4.25c How each risk is let happen: one input of the site moves. */
const shocks: Readonly<Record<Exclude<AllianceRisk, 'financing'>, Shock>> = {
  // The partner's first funds are agreed without the reserve, so an overrun moves the reserve alone.
  buildCost: { key: 'contingencyShare', to: (now) => (1 + now) * 1.1 - 1 },
  delay: { key: 'slipMonths', to: (now) => now + 6 },
  tenantDefault: { key: 'tenantDefaultProbabilityPerYear', to: (now) => Math.min(0.99, now + 0.02) },
  powerPrice: { key: 'powerPriceUsdPerMwh', to: (now) => now + Math.abs(now) * 0.1 },
  residualValue: { key: 'capRate', to: (now) => now + 0.01 },
};
const shockedRisks = ['buildCost', 'delay', 'tenantDefault', 'powerPrice', 'residualValue'] as const;

/** Present value of what others than the two sides pay the site. */
function paidByOthers(plan: SiteCaseInput, { blocks }: SiteCaseResult) {
  const present = (lines: readonly string[]): number => {
    let sum = 0;
    for (const block of blocks.filter((one): one is ComputedBlock => one.computable))
      for (const line of lines) {
        const monthly = block.monthly[line];
        const valuationUsd = block.atValuation[line] ?? 0;
        if (monthly) sum += presentValueUsd({ valuationUsd, monthly }, rateOfBlock(plan, block.id));
      }
    return sum;
  };
  return {
    tenant: present(['powerReimbursementUsd', 'opexReimbursementUsd']),
    guarantor: present(['backstopUsd']),
  };
}

interface Evaluated {
  readonly plan: SiteCaseInput;
  readonly result: SiteCaseResult;
  readonly base: AllianceCase;
}

/** R4.25c One risk let happen at terms as agreed; undefined where the plan cannot be computed then. */
function riskOf(
  risk: keyof typeof shocks,
  { plan, result, base }: Evaluated,
  planAt: (values: InputValues) => SiteCaseInput,
  values: InputValues,
  cache: EvaluationCache,
): RiskBearing | undefined {
  const { key, to } = shocks[risk];
  const now = values[key];
  if (now === undefined) return undefined;
  const hit: SiteCaseInput = {
    ...planAt({ ...values, [key]: to(now) }),
    alliance: plan.alliance ?? null,
  };
  const after = evaluateSiteCase(hit, cache);
  const sides = after.site.computable ? baseOf(after.site) : undefined;
  if (!sides) return undefined;
  const [paid, pays] = [paidByOthers(plan, result), paidByOthers(hit, after)];
  return bearingOf(risk, {
    miner: Math.max(0, base.miner.npvUsd - sides.miner.npvUsd),
    partner: Math.max(0, base.partner.npvUsd - sides.partner.npvUsd),
    tenant: Math.max(0, pays.tenant - paid.tenant),
    guarantor: Math.max(0, pays.guarantor - paid.guarantor),
  });
}

/** R4.25c Financing is borne by those who pay in. */
function financingOf({ miner, partner }: AllianceCase): RiskBearing {
  return bearingOf('financing', {
    miner: miner.paidInUsd,
    partner: partner.paidInUsd,
    tenant: 0,
    guarantor: 0,
  });
}

/**
 * R4.25 – R4.25c The alliance of a site from both sides: figures, flows and capital accounts, what a default of the
 * partner leaves, the warrants as a memo, and who bears which risk by the terms.
 * @param evidence what the portfolio knows of the site
 * @param cache what evaluations of the same site share
 */
export function allianceView(
  evidence: SiteEvidence,
  cache: EvaluationCache = createEvaluationCache(),
): AllianceView {
  const values = valuesOf(resolveInputs(evidence));
  const market = baseMarket(evidence, values);
  const planAt = (at: InputValues): SiteCaseInput =>
    shockedPlan(sitePlan('alliance', evidence, at, market), evidence);
  const plan = planAt(values);
  const result = evaluateSiteCase(plan, cache);
  if (!result.site.computable)
    return {
      computable: false,
      missing: missingInputs([...result.site.missing, ...(result.site.invalid ?? [])]),
    };
  const base = baseOf(result.site);
  const { siteContributionUsd, partnerFundsFirstUsd } = plan.alliance ?? {};
  const withSite = result.site.metrics.allianceMinerWithSiteAtAgreedValue;
  const minerWithSite = base && sideOf(withSite, base.miner.paidInUsd + (siteContributionUsd ?? 0));
  if (!base || !minerWithSite || siteContributionUsd == null || partnerFundsFirstUsd == null)
    return { computable: false, missing: missingOfTerms(result.site) };
  const { allianceBackstopShare: backstopShare = 0 } = values;
  const evaluated = { plan, result, base };
  return {
    computable: true,
    months: result.months,
    base,
    minerWithSite,
    siteContributionUsd,
    partnerFundsFirstUsd,
    backstopShare: backstopShare === 0 ? null : backstopShare,
    ifPartnerDefaults: ifPartnerDefaults(plan, values, cache),
    warrants: warrantsOf(result.site, values),
    risks: [
      ...shockedRisks.flatMap((risk) => riskOf(risk, evaluated, planAt, values, cache) ?? []),
      financingOf(base),
    ],
  };
}

function missingOfTerms({ metrics }: ComputedSite): string[] {
  const { allianceMiner } = metrics;
  if (!allianceMiner || 'npvUsd' in allianceMiner) return [];
  return missingInputs([...allianceMiner.missing, ...(allianceMiner.invalid ?? [])]);
}
