import { miningEndOf } from '../ai/timeline.ts';
import { doubleFunding, secondHalvings } from './caseConflicts.ts';
import type { EvaluationCache } from './evaluationCache.ts';
import { growth, inspect, month, positive, type Findings, type Shape } from './shape.ts';
import type { BlockInput, ColocationBlockInput, GpuCloudBlockInput, MiningBlock } from './blockInput.ts';
import type { Halving } from './marketInput.ts';
import type { SiteCaseInput } from './siteCaseInput.ts';
import { dateKeys } from './aiBlockShape.ts';
import { blockShape, horizonShape, marketShape, powerShape } from './siteCaseShape.ts';
import type { NotComputable } from './siteCaseResult.ts';

/** Findings as a result: each path once, in the order found; undefined where there is nothing to say. */
export function asNotComputable(findings: Findings): NotComputable | undefined {
  const missing = [...new Set(findings.missing)];
  const invalid = [...new Set(findings.invalid)];
  if (missing.length === 0 && invalid.length === 0) return undefined;
  return { computable: false, missing, ...(invalid.length > 0 && { invalid }) };
}

/** Market, power and blocks are the same in many plans and are looked at once. */
function inspectOnce(
  { findings: known }: EvaluationCache,
  shape: Shape,
  value: unknown,
  path: string,
  findings: Findings,
): void {
  const found = known.of({ path, shape, value }, () => {
    const own: Findings = { missing: [], invalid: [] };
    inspect(shape, value, path, own);
    return own;
  });
  findings.missing.push(...found.missing);
  findings.invalid.push(...found.invalid);
}

type Loose = Readonly<Record<string, unknown>>;

function timelineOf(block: BlockInput | null | undefined): Loose | null | undefined {
  return (block as { timeline?: Loose | null } | null | undefined)?.timeline;
}

function replacedBy(block: BlockInput | null | undefined): string | null | undefined {
  return (block as { replaces?: string | null } | null | undefined)?.replaces;
}

/** R1.7 A mining block hangs on the dates of every block that replaces it. */
function inspectReplacements(input: SiteCaseInput, id: string, findings: Findings): void {
  for (const [index, block] of (input.blocks ?? []).entries()) {
    if (replacedBy(block) !== id) continue;
    const path = `blocks[${index}].timeline`;
    const timeline = timelineOf(block);
    if (timeline === null || timeline === undefined) {
      findings.missing.push(path);
      continue;
    }
    for (const key of dateKeys) {
      inspect({ is: 'number', whole: true }, timeline[key], `${path}.${key}`, findings);
    }
  }
}

function isAi(block: BlockInput | null | undefined): block is ColocationBlockInput | GpuCloudBlockInput {
  return block?.kind === 'colocation' || block?.kind === 'gpuCloud';
}

/** R3.11a Mining that starts after an AI block hangs on that block's end. */
function inspectStart(input: SiteCaseInput, block: BlockInput, path: string, findings: Findings): void {
  const before = block.kind === 'mining' ? block.startsAfter : undefined;
  if (!before) return;
  const index = (input.blocks ?? []).findIndex((other) => isAi(other) && other.id === before);
  const hall = input.blocks?.[index];
  if (!isAi(hall)) findings.invalid.push(`${path}.startsAfter`);
  else inspect(month, hall.toMonth, `blocks[${index}].toMonth`, findings);
}

/**
 * R3.11a First month of mining after an AI block: the end of that block + reconversionMonths.
 * @param input a case in which that block has its end
 * @returns undefined for mining that starts by itself
 */
export function startAfterAi(input: SiteCaseInput, block: MiningBlock): number | undefined {
  if (!block.startsAfter) return undefined;
  const hall = input.blocks?.find((other) => isAi(other) && other.id === block.startsAfter);
  return isAi(hall) ? (hall.toMonth ?? 0) + (block.reconversionMonths ?? 0) : undefined;
}

/** Keys that a block may inherit; a missing one is reported at the block, a bad one where it stands. */
function inspectInherited(
  own: unknown,
  inherited: unknown,
  paths: { own: string; inherited: string },
  above: typeof growth,
  findings: Findings,
): void {
  if (own !== null && own !== undefined) return;
  if (inherited === null || inherited === undefined) findings.missing.push(paths.own);
  else inspect(above, inherited, paths.inherited, findings);
}

function inspectSurroundings(
  input: SiteCaseInput,
  block: BlockInput,
  path: string,
  findings: Findings,
  cache: EvaluationCache,
): void {
  const rates = { own: `${path}.discountRatePerYear`, inherited: 'discountRatePerYear' };
  inspectInherited(block.discountRatePerYear, input.discountRatePerYear, rates, growth, findings);
  if (block.kind === 'siteSale') return;
  if (block.power) inspectOnce(cache, powerShape, block.power, `${path}.power`, findings);
  else inspectOnce(cache, powerShape, input.power, 'power', findings);
  if (block.kind === 'mining') {
    inspectOnce(cache, marketShape, input.market, 'market', findings);
    if (typeof block.id === 'string') inspectReplacements(input, block.id, findings);
    inspectStart(input, block, path, findings);
    return;
  }
  const own = (block as { grossToItRatio?: number | null }).grossToItRatio;
  const ratios = { own: `${path}.grossToItRatio`, inherited: 'site.grossToItRatio' };
  inspectInherited(own, input.site?.grossToItRatio, ratios, positive, findings);
  const replaced = replacedBy(block);
  if (replaced && !input.blocks?.some((other) => other?.kind === 'mining' && other.id === replaced)) {
    findings.invalid.push(`${path}.replaces`);
  }
}

/** R2.6, R4.18 What contradicts itself in and around a block that is complete. */
function conflictsOf(input: SiteCaseInput, block: BlockInput, path: string): string[] {
  if (block.kind === 'colocation') return doubleFunding(block, path);
  if (block.kind !== 'mining') return [];
  return secondHalvings(input.market?.halvings as readonly Halving[], 'market');
}

/**
 * R1.7 What keeps a block of a case from being computed.
 * @param index place of the block in the list
 * @returns undefined where the block is complete
 */
export function inspectBlock(
  input: SiteCaseInput,
  index: number,
  cache: EvaluationCache,
): NotComputable | undefined {
  const findings: Findings = { missing: [], invalid: [] };
  const path = `blocks[${index}]`;
  const block = input.blocks?.[index];
  inspect(horizonShape, input, '', findings);
  const isTaxed = input.tax !== null && input.tax !== undefined;
  inspectOnce(cache, blockShape(block?.kind, isTaxed), block, path, findings);
  if (block) inspectSurroundings(input, block, path, findings, cache);
  const found = asNotComputable(findings);
  if (found || !block) return found;
  findings.invalid.push(...conflictsOf(input, block, path));
  return asNotComputable(findings);
}

/**
 * R4.10 First month without a mining block: its own end, or the end that a block which replaces it sets.
 * @param input a case whose replacing blocks have their dates
 * @param id of the mining block
 * @returns Infinity where nothing ends it
 */
export function endOfMining(input: SiteCaseInput, id: string, toMonth: number | null | undefined): number {
  let end = toMonth ?? Infinity;
  for (const block of input.blocks ?? []) {
    if (replacedBy(block) !== id) continue;
    end = Math.min(end, miningEndOf(timelineOf(block) as unknown as Parameters<typeof miningEndOf>[0]));
  }
  return end;
}
