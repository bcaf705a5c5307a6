import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as layout from '../kernel/layout.ts';
import { mc1Oracle } from '../montecarlo/mc1/oracle.ts';
import { mc1Block, type Mc1Parameters } from '../montecarlo/mc1/parameters.ts';

const golden = join(import.meta.dirname, '../golden');

export function mc1Parameters(): Mc1Parameters {
  return JSON.parse(readFileSync(join(golden, 'mc1-parameters.json'), 'utf8')) as Mc1Parameters;
}

/** Expected results for 10,000 paths. */
export interface Mc1Expected {
  /** By series: mean, sd, five quantiles, CVaR. */
  readonly site: readonly (readonly number[])[];
  readonly pAI: readonly number[];
  /** Five quantiles by month, mining first. */
  readonly fan: readonly number[];
  /** NPVs of both strategies of site path mod 16, by path. */
  readonly npv0: readonly number[];
}

export function mc1Expected(): Mc1Expected {
  return JSON.parse(readFileSync(join(golden, 'mc1-10000.json'), 'utf8')) as Mc1Expected;
}

/** All series of some paths by the plain form: values by series, then by path. */
export function mc1Series(parameters: Mc1Parameters, paths: number): Float64Array {
  const results = new Float64Array(paths * layout.allSeries);
  mc1Oracle(mc1Block(parameters))({
    firstPath: 0,
    endPath: paths,
    firstSeries: 0,
    endSeries: layout.allSeries,
    results,
    stride: paths,
  });
  return results;
}
