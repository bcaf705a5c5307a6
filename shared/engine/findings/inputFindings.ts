import type { BlockInput } from '../strategy/blockInput.ts';
import type { SiteCaseInput } from '../strategy/siteCaseInput.ts';
import type { Finding } from './finding.ts';

/** A finite number at a key of an input that may be anything. */
function numberAt(holder: unknown, key: string): number | undefined {
  if (typeof holder !== 'object' || holder === null) return undefined;
  const value = (holder as Readonly<Record<string, unknown>>)[key];
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** R3.3, R4.1 A block without power earns nothing and pays nothing by the MW; that is seldom meant. */
function powerFindings(block: unknown, id: string, site: unknown): Finding[] {
  const gridMw = numberAt(block, 'powerMw');
  if (gridMw === 0) return [{ code: 'zeroMw', block: id, values: {} }];
  const ratio = numberAt(block, 'grossToItRatio') ?? numberAt(site, 'grossToItRatio');
  const isAi = numberAt(block, 'pue') !== undefined;
  if (!isAi || gridMw === undefined || ratio === undefined || ratio <= 0 || ratio >= 1) return [];
  const criticalMw = gridMw / ratio;
  if (!Number.isFinite(criticalMw)) return [];
  return [{ code: 'criticalAboveGrid', block: id, values: { criticalMw, gridMw } }];
}

/** R3.6, R4.1 Grid energy per IT energy cannot be less than one. */
function pueFindings(block: unknown, id: string): Finding[] {
  const pue = numberAt(block, 'pue') ?? numberAt(block, 'miningPue');
  return pue !== undefined && pue < 1 ? [{ code: 'pueBelowOne', block: id, values: { pue } }] : [];
}

/** R4.10 First month with a finished hall; undefined where a block has none, or not all of its dates. */
export function energisationOf(block: unknown): number | undefined {
  const timeline = (block as { timeline?: unknown } | null | undefined)?.timeline;
  const keys = ['leaseSignedMonth', 'monthsLeaseToBuildStart', 'buildMonths', 'slipMonths'];
  let energisationMonth: number | undefined = 0;
  for (const key of keys) {
    const months = numberAt(timeline, key);
    energisationMonth =
      energisationMonth === undefined || months === undefined ? undefined : energisationMonth + months;
  }
  return energisationMonth;
}

/** R4.10 The first hall stands only after the last computed month, so the plan shows a build without a use. */
function horizonFindings(block: unknown, id: string, horizonMonths: number | undefined): Finding[] {
  const energisationMonth = energisationOf(block);
  if (horizonMonths === undefined || energisationMonth === undefined || energisationMonth < horizonMonths)
    return [];
  const values = { horizonMonths, energisationMonth };
  return [{ code: 'horizonShorterThanBuild', block: id, values }];
}

function findingsOfBlock(block: BlockInput | null | undefined, input: SiteCaseInput): Finding[] {
  const id = typeof block?.id === 'string' ? block.id : '';
  return [
    ...powerFindings(block, id, input.site),
    ...pueFindings(block, id),
    ...horizonFindings(block, id, numberAt(input, 'horizonMonths')),
  ];
}

/**
 * R1.7, R4.1, R4.10 What an input says that can hardly be meant, whether or not it can be computed: no MW, a PUE below
 * 1, critical above grid MW, a build that outlasts the horizon.
 * @param input every leaf may be missing or nonsense
 * @returns in the order of the blocks; [criticalMw, gridMw in MW]
 * @example inputFindings({ site: { gridPowerMw: 0 } }) // → [{ code: 'zeroMw', block: null, values: {} }]
 */
export function inputFindings(input: SiteCaseInput): Finding[] {
  const blocks = Array.isArray(input.blocks) ? input.blocks : [];
  return [
    ...(numberAt(input.site, 'gridPowerMw') === 0
      ? [{ code: 'zeroMw' as const, block: null, values: {} }]
      : []),
    ...blocks.flatMap((block) => findingsOfBlock(block, input)),
  ];
}
