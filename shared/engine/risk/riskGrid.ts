import type { InputKey } from '../analysis/inputTable.ts';
import type { StrategyKind } from '../strategy/verdict.ts';
import type { MovedSite, StrategyNpvs } from './movedSite.ts';
import { bestStrategy, resultOf, type RiskResult } from './riskResult.ts';

/** R7.1c One input of a grid with the values it takes, ascending. */
export interface GridAxis {
  readonly key: InputKey;
  readonly unit: string;
  readonly base: number;
  readonly values: readonly number[];
}

/** R7.1c All strategies at every pair of values; one row for each value of `y`, one cell for each of `x`. */
export interface SiteGrid {
  readonly x: GridAxis;
  readonly y: GridAxis;
  readonly rows: readonly (readonly StrategyNpvs[])[];
}

/** R7.1c A cell as shown. */
export interface GridCell {
  readonly best: StrategyKind | null;
  /** USD per grid MW; null where it cannot be computed. */
  readonly value: number | null;
}

/** R7.1c One row of a grid. */
export function gridRow(site: MovedSite, x: GridAxis, y: GridAxis, yValue: number): StrategyNpvs[] {
  return x.values.map((value) =>
    site.of([
      { key: x.key, value },
      { key: y.key, value: yValue },
    ]),
  );
}

/** R7.1c The best strategy and one result in every cell. */
export function gridCells({ rows }: SiteGrid, result: RiskResult): GridCell[][] {
  return rows.map((row) => row.map((npvs) => ({ best: bestStrategy(npvs), value: resultOf(npvs, result) })));
}
