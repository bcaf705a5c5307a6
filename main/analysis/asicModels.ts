import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { AsicModel } from '../../shared/domain/fleet.ts';

/** The shipped list of models; where it is missing, a model is typed. */
export function shippedModels(resourcesFolder: string): AsicModel[] {
  const path = join(resourcesFolder, 'sample', 'asic_models.json');
  return existsSync(path) ? z.array(AsicModel).parse(JSON.parse(readFileSync(path, 'utf8'))) : [];
}
