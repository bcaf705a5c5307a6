import type { SiteEvidence } from '../engine/analysis/evidence.ts';
import { plannedStrategies } from '../engine/analysis/sitePlans.ts';
import type { BreakEven } from '../engine/risk/breakEven.ts';
import { gridCells } from '../engine/risk/riskGrid.ts';
import type { RiskResult } from '../engine/risk/riskResult.ts';
import type { SiteRisk } from '../engine/risk/sensitivity.ts';
import { tornadoOf } from '../engine/risk/tornado.ts';
import { isBeyondRange } from '../engine/risk/verdictFlip.ts';
import { engineVersion } from '../engine/version.ts';

/** Unit and rule of every part, so that a reader of the JSON needs no second document. */
const fields = {
  range: { unit: 'unit of the input', rule: 'R7.1a' },
  tornado: { unit: 'USD/MW grid', rule: 'R7.1b' },
  grid: { unit: 'USD/MW grid', rule: 'R7.1c, R5.16' },
  breakEven: { unit: 'unit of the input; USD/MW grid', rule: 'R7.1d' },
  flips: { unit: 'unit of the input; share of the range', rule: 'R7.1f' },
} as const;

/** R7.1 A site's sensitivity as it is written: one result's tornado and grid, what would flip the verdict, a break-even. */
export function sensitivityDocument(
  evidence: SiteEvidence,
  { sensitivity, grid }: SiteRisk,
  result: RiskResult,
  breakEven: BreakEven | null,
): unknown {
  const { swings, flips } = sensitivity;
  const { base, bars, withoutEffect, notComputable, withoutRange } = tornadoOf(swings, result);
  const cells = grid && gridCells(grid, result);
  return {
    format: 'umbau-sensitivity-1',
    engineVersion,
    siteId: evidence.siteId,
    siteName: evidence.siteName,
    run: { id: evidence.runId, seed: evidence.seed, dataHash: evidence.dataHash },
    ...(evidence.scenario && { scenario: evidence.scenario }),
    fields,
    result,
    inForce: Object.fromEntries(
      plannedStrategies.map((kind, index) => [kind, swings.base.npvUsd[index] ?? null]),
    ),
    tornado: { base, bars, withoutEffect, notComputable, withoutRange },
    grid: grid && {
      x: grid.x,
      y: grid.y,
      rows: cells?.map((row, index) => ({ y: grid.y.values[index], cells: row })),
    },
    breakEven,
    flips: {
      ...flips,
      flips: flips.flips.map((flip) => ({ ...flip, isBeyondRange: isBeyondRange(flip) })),
    },
  };
}
