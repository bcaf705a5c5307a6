import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { capitalLines, memoLines, operatingLines, type Line } from '../strategy/lineSheet.ts';
import type { SiteCaseInput } from '../strategy/siteCaseInput.ts';
import { readGolden, type GoldenCase } from '../testing/golden.ts';
import { blocksOf, lineCalculation } from './blockLines.ts';
import { explainedCase } from './explainedCase.ts';
import { disagreements } from './testing/disagreements.ts';

const lines: readonly Line[] = [...operatingLines, ...capitalLines, ...memoLines];

function casesOfGolden(): { readonly name: string; readonly input: SiteCaseInput }[] {
  const folder = new URL('../golden/', import.meta.url);
  return readdirSync(folder)
    .filter((name) => /^(0|1[0-8])/.test(name))
    .map((name) => ({ name, input: readGolden<GoldenCase>(name).input }));
}

test.each(casesOfGolden())(
  '$name: every line of every month is what its equation gives',
  ({ name, input }) => {
    const of = explainedCase(input);
    // Only the case with missing inputs has nothing to explain.
    expect(of === undefined).toBe(name.startsWith('16'));
    if (!of) return;
    const found: string[] = [];
    for (const scope of blocksOf(of)) {
      for (const line of lines) {
        for (let month = -1; month < of.calendar.horizonMonths; month += 1)
          found.push(...disagreements(lineCalculation(scope, line, month), 0));
      }
    }
    expect(found.slice(0, 10)).toEqual([]);
  },
);
