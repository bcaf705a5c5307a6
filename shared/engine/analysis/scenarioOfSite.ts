import { sameValue } from '../cache/sameValue.ts';
import { groundOf } from '../scenario/ground.ts';
import type { Shock } from '../scenario/scenario.ts';
import type { ScenarioFinding, ScenarioFindingReason, ScenarioOfSite } from '../scenario/scenarioFindings.ts';
import { shocksOn } from '../scenario/shockEffect.ts';
import { planOnGround } from '../scenario/shockedPlan.ts';
import { neutralSize, shockTable, type ShockField } from '../scenario/shockTable.ts';
import { tenantShare } from '../scenario/tenantDefault.ts';
import type { SiteCaseInput } from '../strategy/siteCaseInput.ts';
import { baseMarket } from './baseMarket.ts';
import type { SiteEvidence } from './evidence.ts';
import type { InputKey } from './inputTable.ts';
import { ownPlanCase } from './ownPlans/ownPlanCase.ts';
import { inputsOf, resolveInputs, valuesOf, type InputValues } from './resolveInputs.ts';
import { plannedStrategies, sitePlan } from './sitePlans.ts';

const marketFields: readonly ShockField[] = ['btcPrice', 'networkHashrate', 'marginalEfficiency'];
const hallFields: readonly ShockField[] = [
  'gpuMarketPrice',
  'gpuResidual',
  'marketRent',
  'marketUtilisation',
  'renewalProbability',
  'tenantDefault',
  'capex',
  'slipMonths',
];

/** What the shocks of a site may reach. */
interface Reach {
  readonly evidence: SiteEvidence;
  readonly values: InputValues;
  readonly plans: readonly SiteCaseInput[];
}

function plansOf(evidence: SiteEvidence, values: InputValues): SiteCaseInput[] {
  const { ownPlans = [] } = evidence;
  return [
    ...plannedStrategies.map((strategy) => sitePlan(strategy, evidence, values, {})),
    ...ownPlans.map((plan) => ownPlanCase(plan, evidence, values, {})),
  ];
}

function withShocks(evidence: SiteEvidence, shocks: readonly Shock[]): SiteEvidence {
  const { scenario } = evidence;
  return scenario ? { ...evidence, scenario: { ...scenario, shocks } } : evidence;
}

function hasBlock({ plans }: Reach, kinds: readonly string[]): boolean {
  return plans.some(({ blocks }) => blocks?.some((block) => kinds.includes(block?.kind ?? '')));
}

/** Whether the market or a plan is another one under this shock alone. */
function isReached(shock: Shock, reach: Reach): boolean {
  const { evidence, values, plans } = reach;
  const alone = withShocks(evidence, [shock]);
  const movesMarket = marketFields.some((field) => shocksOn([shock], field).length > 0);
  if (movesMarket && hasBlock(reach, ['mining'])) {
    const calm = withShocks(evidence, []);
    if (!sameValue(baseMarket(alone, values), baseMarket(calm, values))) return true;
  }
  const ground = groundOf(alone, values.horizonMonths);
  return ground !== undefined && plans.some((plan) => !sameValue(planOnGround(plan, ground), plan));
}

function reasonOfTenant({ tenant }: Shock, { evidence }: Reach): ScenarioFindingReason {
  const share = tenantShare(evidence.contracts, tenant ?? '');
  if (share === undefined) return 'tenantShareUnknown';
  if (share > 0) return 'outsideMonths';
  const asLeases = evidence.contracts.map((contract) => ({
    ...contract,
    service: contract.service === 'gpu_cloud' ? 'colocation' : '',
  }));
  return tenantShare(asLeases, tenant ?? '') === 0 ? 'noTenant' : 'tenantOfCloud';
}

function reasonOfMoratorium({ evidence, values }: Reach): ScenarioFindingReason {
  const isBelow = groundOf(evidence, values.horizonMonths)?.isBelowApproved;
  if (isBelow === undefined) return 'rungUnknown';
  return isBelow ? 'outsideMonths' : 'siteApproved';
}

/** R7.3 Why a shock, or one of its sizes, reaches nothing of a site. */
function reasonFor(shock: Shock, field: ShockField | null, reach: Reach): ScenarioFindingReason {
  const isHall = field !== null && hallFields.includes(field);
  if (shock.kind === 'tenantDefault') return reasonOfTenant(shock, reach);
  if (shock.kind === 'moratorium') return reasonOfMoratorium(reach);
  if (field === 'loanRate' || field === 'loanToCost')
    return reach.plans.some(({ debts }) => debts) ? 'outsideMonths' : 'noLoan';
  const needsMining = shock.kind === 'miningBan' || (field !== null && !isHall && field !== 'powerPrice');
  if (needsMining && field !== 'pue' && !hasBlock(reach, ['mining'])) return 'noMining';
  if (field === 'marginalEfficiency' && reach.evidence.difficulty) return 'hashrateDoesNotRespond';
  if (isHall && !hasBlock(reach, ['colocation', 'gpuCloud'])) return 'noHall';
  return field === 'marketRent' ? 'priceIsSigned' : 'outsideMonths';
}

function findingsOfShock(shock: Shock, place: number, reach: Reach): ScenarioFinding[] {
  const { sizes } = shockTable[shock.kind];
  const about = { of: 'shock', place, kind: shock.kind, tenant: shock.tenant } as const;
  const fields = sizes.filter(({ field }) => field !== null);
  if (fields.length === 0)
    return isReached(shock, reach) ? [] : [{ ...about, size: null, reason: reasonFor(shock, null, reach) }];
  return fields.flatMap((size): ScenarioFinding[] => {
    const value = shock.sizes[size.name] ?? neutralSize(size);
    if (value === neutralSize(size)) return [];
    if (isReached({ ...shock, sizes: { [size.name]: value } }, reach)) return [];
    return [{ ...about, size: size.name, reason: reasonFor(shock, size.field, reach) }];
  });
}

function findingsOfChanges(evidence: SiteEvidence): ScenarioFinding[] {
  const { scenario } = evidence;
  const keys = [...new Set((scenario?.changes ?? []).map(({ key }) => key))];
  const used = inputsOf(evidence);
  const inputs = new Map(resolveInputs(evidence).map((input) => [input.key, input]));
  const reasonOf = (key: InputKey): ScenarioFindingReason | undefined => {
    if (!used.includes(key)) return 'changeNotUsed';
    const input = inputs.get(key);
    if (input?.scenario?.isBounded === true) return 'scenarioBound';
    return input?.value === null ? 'changeWithoutValue' : undefined;
  };
  return keys.flatMap((key): ScenarioFinding[] => {
    const reason = reasonOf(key);
    return reason === undefined ? [] : [{ of: 'change', key, reason }];
  });
}

/**
 * R7.3 The scenario of a site's figures with what of it does not reach the site; nothing in the base.
 * @param values the resolved inputs, the changes of the scenario among them
 */
export function scenarioOfSite(
  evidence: SiteEvidence,
  values: InputValues = valuesOf(resolveInputs(evidence)),
): { readonly scenario?: ScenarioOfSite } {
  const { scenario } = evidence;
  if (!scenario) return {};
  const reach = { evidence, values, plans: plansOf(evidence, values) };
  return {
    scenario: {
      id: scenario.id,
      name: scenario.name,
      changes: scenario.changes.length,
      shocks: scenario.shocks.length,
      findings: [
        ...findingsOfChanges(evidence),
        ...scenario.shocks.flatMap((shock, place) => findingsOfShock(shock, place, reach)),
      ],
    },
  };
}
