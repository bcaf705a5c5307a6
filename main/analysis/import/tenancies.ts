import type { FramedTable } from '../../../shared/exchange/import/frameTable.ts';
import type { Turns } from '../../exchange/import/unblocked.ts';
import { readRow, type mappedColumns } from './examineTable.ts';
import { tenancyWords } from './planContract.ts';
import { Values } from './rowParts.ts';
import { nameKey } from './ground.ts';

/**
 * Tenancies that a list of contracts names at several sites: a contract that is stored without a site cannot be told to
 * be one of them. Undefined where it was stopped.
 */
export async function tenanciesAtSeveralSites(
  table: FramedTable,
  mapped: ReturnType<typeof mappedColumns>,
  company: string | null,
  turns: Turns,
): Promise<ReadonlySet<string> | undefined> {
  const sites = new Map<string, string>();
  const several = new Set<string>();
  for (const [index, row] of table.rows.entries()) {
    const values = new Values(readRow(row, mapped, table.numbers[index] ?? 0).values);
    const words = tenancyWords(values, company);
    const site = nameKey(values.text('site') ?? '');
    if ((sites.get(words) ?? site) !== site) several.add(words);
    sites.set(words, site);
    if (index % 64 === 0 && !(await turns.next(index))) return undefined;
  }
  return several;
}
