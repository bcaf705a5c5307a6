import type { ImportNote } from '../../../shared/domain/tableImport.ts';
import type { Change, Row } from '../../db/history/changeLog.ts';
import type { Found, Tenancy } from './ground.ts';
import {
  edited,
  isNote,
  note,
  ownerOf,
  rowKey,
  sourced,
  type Values,
  type ImportContext,
  type PlannedRow,
} from './rowParts.ts';

/** The tenancy of a row as the file words it, without the site. */
export function tenancyWords(values: Values, company: string | null): string {
  return rowKey(...values.tenancy(company));
}

interface KnownContract {
  readonly row: Found;
  readonly notes: readonly ImportNote[];
}

/**
 * The stored contract a row is about: at the same place. A file without a column for sites says nothing of the place;
 * a stored contract without one is taken for the only row that could be it, and never moved from one site to another.
 */
function knownContract(
  tenancy: Tenancy,
  place: string,
  words: string,
  context: ImportContext,
): KnownContract {
  const { ground, plan, atSeveralSites } = context;
  const there = ground.contractAt(tenancy, place);
  if (there !== undefined) return { row: there, notes: [] };
  if (plan.columns.every(({ target }) => target !== 'site'))
    return { row: ground.contractAnywhere(tenancy), notes: [] };
  const placeless = place === '' ? undefined : ground.contractAt(tenancy, '');
  if (placeless === undefined || !atSeveralSites.has(words)) return { row: placeless, notes: [] };
  return { row: undefined, notes: [note('besidePlaceless', { name: tenancy[1] ?? '' })] };
}

export function planContract(values: Values, context: ImportContext): PlannedRow {
  const { ground, plan } = context;
  const owner = ownerOf(values, context, false);
  if (isNote(owner)) return { fault: owner };
  const record = values.record();
  const [, counterparty, ...when] = values.tenancy(plan.company);
  const tenancy: Tenancy = [owner.id, counterparty, ...when];
  const siteName = values.text('site');
  const place = ground.place(owner.id, siteName);
  const { row: known, notes } = knownContract(tenancy, place, tenancyWords(values, plan.company), context);
  if (known === 'several') return { fault: note('severalContracts', { name: counterparty ?? '' }) };
  const site = siteName === null ? undefined : ground.site(owner.id, siteName);
  const isTied = site !== undefined && site !== 'several';
  const tied: Row = isTied
    ? { site_id: site['id'] ?? null }
    : siteName === null
      ? {}
      : { site_name: siteName };
  const source = sourced(context, values.source(plan));
  const tag: Row = { batch_id: context.batchId, ...(source.id === null ? {} : { source_id: source.id }) };
  const id = known ? String(known['id']) : ground.freeId('contract', `${owner.id}-${counterparty ?? ''}`);
  const after: Row = { id, company_id: owner.id, ...record, ...tied, ...tag };
  const own = known
    ? edited('contract', known, { ...record, ...tied }, tag)
    : ({ table: 'contract', key: { id }, before: null, after } satisfies Change);
  return {
    key: rowKey(...tenancy, place),
    isKnown: known !== undefined,
    changes: own ? [...source.changes, own] : [],
    notes: [...notes, ...(siteName !== null && !isTied ? [note('unknownSite', { name: siteName })] : [])],
  };
}
