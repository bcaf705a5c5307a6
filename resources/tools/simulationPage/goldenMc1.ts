import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mc1Block, type Mc1Parameters } from '../../../shared/engine/montecarlo/mc1/parameters.ts';

const file = join(import.meta.dirname, '../../../shared/engine/golden/mc1-parameters.json');

/** The parameters of MC-1 as its pool takes them. */
export function goldenMc1Block(): Float64Array {
  return mc1Block(JSON.parse(readFileSync(file, 'utf8')) as Mc1Parameters);
}
