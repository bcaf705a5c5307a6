import type { StrategyKind } from '../../strategy/verdict.ts';
import type { InputValues } from '../resolveInputs.ts';
import type { OwnPlan, OwnPlanBlock } from './ownPlan.ts';

/** Strategies that an own plan can start from: those made of blocks alone. */
export const startingPoints = [
  'keepMining',
  'refresh',
  'colocation',
  'gpuCloud',
  'hybrid',
  'sellSite',
] as const satisfies readonly StrategyKind[];
export type StartingPoint = (typeof startingPoints)[number];

const miningId = 'mining';

function mining(gridMw: number, part: Partial<OwnPlanBlock> = {}): OwnPlanBlock {
  return {
    id: miningId,
    use: 'mining',
    gridMw,
    fromMonth: 0,
    toMonth: null,
    replaces: null,
    service: null,
    terms: [],
    ...part,
  };
}

function hall(use: 'colocation' | 'gpuCloud', gridMw: number, replaces: string | null): OwnPlanBlock {
  return {
    id: use,
    use,
    gridMw,
    fromMonth: 0,
    toMonth: null,
    replaces,
    service: use === 'colocation' ? 'modifiedGross' : 'reserved',
    terms: [],
  };
}

function converted(use: 'colocation' | 'gpuCloud', gridMw: number, mines: boolean): OwnPlanBlock[] {
  return mines ? [mining(gridMw), hall(use, gridMw, miningId)] : [hall(use, gridMw, null)];
}

function hybrid(gridMw: number, share: number, mines: boolean): OwnPlanBlock[] {
  const rest = mining(gridMw * (1 - share), { id: 'miningRest' });
  const part = gridMw * share;
  return mines ? [rest, ...converted('colocation', part, true)] : converted('colocation', part, false);
}

function refresh(gridMw: number, month: number): OwnPlanBlock[] {
  return [
    mining(gridMw, { toMonth: month }),
    mining(gridMw, { id: 'newMining', use: 'newMining', fromMonth: month }),
  ];
}

function sale(gridMw: number, month: number, mines: boolean): OwnPlanBlock[] {
  const sold = mining(gridMw, { id: 'siteSale', use: 'siteSale', fromMonth: month });
  return mines ? [mining(gridMw, { toMonth: month + 1 }), sold] : [sold];
}

/**
 * R5.1, R5.2 The blocks of a strategy as an own plan, worth what the strategy is worth until they are changed.
 * @param values the site's resolved inputs
 * @returns undefined where the site's grid power or a date of the strategy is not known
 * @example startingBlocks('colocation', { gridPowerMw: 10 })?.length // → 1
 */
export function startingBlocks(from: StartingPoint, values: InputValues): OwnPlanBlock[] | undefined {
  const { gridPowerMw, siteHashrateEhS = 0, refreshMonth, siteSaleMonth, hybridConversionShare } = values;
  if (gridPowerMw === undefined) return undefined;
  const mines = siteHashrateEhS > 0;
  switch (from) {
    case 'keepMining':
      return [mining(gridPowerMw)];
    case 'colocation':
    case 'gpuCloud':
      return converted(from, gridPowerMw, mines);
    case 'refresh':
      return refreshMonth === undefined ? undefined : refresh(gridPowerMw, refreshMonth);
    case 'hybrid':
      return hybridConversionShare === undefined
        ? undefined
        : hybrid(gridPowerMw, hybridConversionShare, mines);
    case 'sellSite':
      return siteSaleMonth === undefined ? undefined : sale(gridPowerMw, siteSaleMonth, mines);
  }
}

/**
 * The blocks of a plan on a site of another size: every power in the same proportion to the site's.
 * @example scaledBlocks([], 100, 50) // → []
 */
export function scaledBlocks(
  blocks: OwnPlan['blocks'],
  fromSiteMw: number,
  toSiteMw: number,
): OwnPlanBlock[] {
  return blocks.map((block) => ({ ...block, gridMw: block.gridMw * (toSiteMw / fromSiteMw) }));
}
