import { join } from 'node:path';
import type { AsicModel } from '../../../shared/domain/fleet.ts';
import { number, readCsv, text } from '../readCsv.ts';

/** The models that the form of a fleet proposes, by vendor and name; one without hash rate or efficiency is left out. */
export function asicModels(folder: string): AsicModel[] {
  const models = readCsv(join(folder, 'asic_models.csv')).flatMap((row): AsicModel[] => {
    const [hashrateThS, efficiencyJPerTh] = [number(row, 'hashrate_th_s'), number(row, 'efficiency_j_th')];
    if (hashrateThS === null || efficiencyJPerTh === null) return [];
    const name = [text(row, 'vendor'), text(row, 'model')].filter((part) => part !== null).join(' ');
    return [{ name, hashrateThS, efficiencyJPerTh, releaseYear: number(row, 'release_year') }];
  });
  return models.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
