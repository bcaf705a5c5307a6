import type { AiBlock, Block, ColocationBlock, GpuCloudBlock } from '../strategy/blockInput.ts';
import type { EvaluationCache } from '../strategy/evaluationCache.ts';
import { evaluateBlocks } from '../strategy/siteCase.ts';
import type { Power } from '../strategy/marketInput.ts';
import type { SiteCase } from '../strategy/siteCaseInput.ts';
import { drawnCapex } from './drawnCase.ts';

/*
 * R7.2i The lines of a hall are linear in what is drawn, once its delay is known and whether its tenant is there. So the
 * engine is asked a few times, one factor changed at a time, and the differences are the coefficients.
 */

/** What a coefficient is multiplied by in a month: nothing, build cost, rent, GPU hours in contract, in the market, power. */
export const hallFeatures = [
  'constant',
  'buildCost',
  'rent',
  'contractHours',
  'marketHours',
  'power',
] as const;
export type HallFeature = (typeof hallFeatures)[number];

/** Net flow, the valuation date first, and EBITDA of months 0 … T+11 [USD]. */
export interface Monthly {
  readonly flowsUsd: Float64Array;
  readonly ebitdaUsd: Float64Array;
}

/** Coefficients of one state of a hall by feature; those that are zero throughout are absent. */
export type HallTemplate = ReadonlyMap<HallFeature, Monthly>;

/** Where a hall stands: the plan, and its place in it. */
export interface HallPlace {
  readonly plan: SiteCase;
  readonly index: number;
  readonly isRentSigned: boolean;
  readonly cache: EvaluationCache;
}

/** Power without its energy price. */
function withoutEnergy(power: Power): Power {
  return { ...power, fixedPriceShare: 1, fixedPriceUsdPerMwh: 0, fixedPriceEscalatorPerYear: 0 };
}

function computed({ plan, index, cache }: HallPlace, block: Block, power: Power | undefined): Monthly {
  const blocks = plan.blocks.map((other, at) => (at === index ? block : other));
  const evaluated = evaluateBlocks({ ...plan, blocks, ...(power && { power }) }, cache);
  const found = evaluated?.blocks[index];
  if (!found) throw new RangeError(`blocks[${index}]`);
  return { flowsUsd: found.flowsUsd, ebitdaUsd: found.ebitdaUsd };
}

function minus(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, index) => value - (b[index] ?? 0));
}

function difference(a: Monthly, b: Monthly): Monthly {
  return { flowsUsd: minus(a.flowsUsd, b.flowsUsd), ebitdaUsd: minus(a.ebitdaUsd, b.ebitdaUsd) };
}

/** Below this share of the amounts that make it up a coefficient is their rounding. */
const rounding = 1e-12;

function largest(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

function isNothing({ flowsUsd, ebitdaUsd }: Monthly, scaleUsd: number): boolean {
  return Math.max(largest(flowsUsd), largest(ebitdaUsd)) <= rounding * scaleUsd;
}

/** The hall without a way out: exits follow from what is drawn and are applied by draw. */
function withoutExit<Hall extends AiBlock>(block: Hall): Hall {
  const { gpuResidualAtHorizon } = block.terminal;
  return { ...block, shellSale: null, terminal: { method: 'none', gpuResidualAtHorizon } };
}

/** R7.2f The changes that show the coefficients of a let hall. */
function leaseChanges(block: ColocationBlock, isRentSigned: boolean): Partial<Record<HallFeature, AiBlock>> {
  const { lease } = block;
  const doubled: ColocationBlock = {
    ...block,
    lease: {
      ...lease,
      rentUsdPerKwMonth: isRentSigned ? lease.rentUsdPerKwMonth : lease.rentUsdPerKwMonth * 2,
      renewals: lease.renewals.map((renewal) => ({
        ...renewal,
        marketRentUsdPerKwMonth: {
          ...renewal.marketRentUsdPerKwMonth,
          values: renewal.marketRentUsdPerKwMonth.values.map((usd) => usd * 2),
        },
      })),
    },
  };
  return { rent: doubled };
}

/** R4.21 A cloud that sells given shares of its hours in contract and in the market. */
function selling(block: GpuCloudBlock, contractShare: number, marketShare: number): GpuCloudBlock {
  const { contract, market } = block.cloud;
  return {
    ...block,
    cloud: {
      ...block.cloud,
      ...(contract && { contract: { ...contract, takeOrPayShare: 0, utilisation: contractShare } }),
      market: { ...market, utilisation: marketShare },
    },
  };
}

/**
 * R7.2i Coefficients of a hall in one state.
 * @param block the hall with its delay, with the tenant there or gone
 */
export function hallTemplate(place: HallPlace, block: AiBlock): HallTemplate {
  const standing = withoutExit(block);
  const base = standing.kind === 'gpuCloud' ? selling(standing, 0, 0) : standing;
  const power = (standing.power ?? place.plan.power) as Power;
  const unpriced = withoutEnergy(power);
  const atBase = computed(place, base, undefined);
  const changed: Partial<Record<HallFeature, Monthly>> = {
    buildCost: computed(place, { ...base, capex: drawnCapex(base.capex, 2) }, undefined),
  };
  const blocks =
    base.kind === 'colocation'
      ? leaseChanges(base, place.isRentSigned)
      : { contractHours: selling(base, 1, 0), marketHours: selling(base, 0, 1) };
  for (const [feature, other] of Object.entries(blocks) as [HallFeature, AiBlock][])
    changed[feature] = computed(place, other, undefined);
  const withoutPower = computed(
    place,
    base.power ? { ...base, power: unpriced } : base,
    base.power ? undefined : unpriced,
  );
  const template = new Map<HallFeature, Monthly>();
  let constant = withoutPower;
  const scaleUsd = Math.max(largest(atBase.flowsUsd), largest(atBase.ebitdaUsd), 1);
  for (const feature of hallFeatures) {
    const other = feature === 'power' ? atBase : changed[feature];
    if (!other) continue;
    const coefficients = difference(other, feature === 'power' ? withoutPower : atBase);
    if (isNothing(coefficients, scaleUsd)) continue;
    template.set(feature, coefficients);
    // What build cost and rent add at their base is part of the plan without a draw.
    if (feature === 'buildCost' || feature === 'rent') constant = difference(constant, coefficients);
  }
  template.set('constant', constant);
  return template;
}
