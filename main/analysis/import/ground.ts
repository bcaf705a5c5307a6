import type { Change, Row } from '../../db/history/changeLog.ts';
import { freeId } from '../../db/repositories/recordRepository.ts';
import type { ImportGround } from '../../db/repositories/importRepository.ts';

/** Rows found by words: none, one, or several that nobody can tell apart. */
export type Found = Row | 'several' | undefined;

/** What an import is compared with, found by what a file knows of it; grows by what the import adds. */
export interface Ground {
  company(words: string): Found;
  site(companyId: string, name: string): Found;
  contract(key: readonly (string | null)[]): Found;
  figures(kind: string, subjectId: string, field: string): readonly Row[];
  report(companyId: string, month: string): Found;
  month(month: string): Found;
  source(title: string, url: string | null): number | undefined;
  nextSourceId(): number;
  freeId(kind: 'company' | 'site' | 'contract', words: string): string;
  /** Ids of one batch follow each other, so that a hundred thousand of them are stored where they are found. */
  nextId(batchId: string): string;
  adopt(change: Change): void;
}

/** Names meet without regard to case, spacing and width of letters. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase();
}

const joined = (...parts: readonly (string | number | null | undefined)[]): string =>
  parts.map((part) => String(part ?? '')).join('\u0001');

function put(index: Map<string, Found>, key: string, row: Row): void {
  const known = index.get(key);
  index.set(key, known === undefined || known === row ? row : 'several');
}

export function createGround(all: ImportGround): Ground {
  const companies = new Map<string, Found>();
  const sites = new Map<string, Found>();
  const contracts = new Map<string, Found>();
  const figures = new Map<string, Row[]>();
  const reports = new Map<string, Found>();
  const months = new Map<string, Found>();
  const sources = new Map<string, number>();
  const ids = { company: new Set<string>(), site: new Set<string>(), contract: new Set<string>() };
  let lastSource = 0;
  let lastId = 0;

  const addCompany = (row: Row): void => {
    ids.company.add(String(row['id']));
    for (const word of new Set([row['id'], row['name'], row['ticker']]))
      if (word !== null && word !== undefined) put(companies, nameKey(String(word)), row);
  };
  const addSite = (row: Row): void => {
    ids.site.add(String(row['id']));
    put(sites, joined(row['company_id'], nameKey(String(row['name']))), row);
  };
  const addContract = (row: Row): void => {
    ids.contract.add(String(row['id']));
    const { company_id: company, counterparty, signed_date: signed, service } = row;
    put(contracts, joined(company, nameKey(String(counterparty)), signed, service), row);
  };
  const addSource = (row: Row): void => {
    sources.set(joined(row['title'], row['url']), Number(row['id']));
    lastSource = Math.max(lastSource, Number(row['id']));
  };
  const adders: Partial<Record<Change['table'], (row: Row) => void>> = {
    company: addCompany,
    site: addSite,
    contract: addContract,
    source: addSource,
  };
  for (const row of all.companies) addCompany(row);
  for (const row of all.sites) addSite(row);
  for (const row of all.contracts) addContract(row);
  for (const row of all.sources) addSource(row);
  for (const row of all.figures) {
    const key = joined(row['subject_kind'], row['subject_id'], row['field']);
    const known = figures.get(key);
    if (known) known.push(row);
    else figures.set(key, [row]);
  }
  for (const row of all.reports)
    if (row['period'] === 'month') put(reports, joined(row['company_id'], row['last_month']), row);
  for (const row of all.months) put(months, String(row['month']), row);

  return {
    company: (words) => companies.get(nameKey(words)),
    site: (companyId, name) => sites.get(joined(companyId, nameKey(name))),
    contract: ([company = null, counterparty = '', signed = null, service = null]) =>
      contracts.get(joined(company, nameKey(counterparty ?? ''), signed, service)),
    figures: (kind, subjectId, field) => figures.get(joined(kind, subjectId, field)) ?? [],
    report: (companyId, month) => reports.get(joined(companyId, month)),
    month: (month) => months.get(month),
    source: (title, url) => sources.get(joined(title, url)),
    nextSourceId: () => lastSource + 1,
    freeId: (kind, words) => freeId(kind, words, (id) => ids[kind].has(id)),
    nextId: (batchId) => {
      lastId += 1;
      return `${batchId}-${String(lastId).padStart(7, '0')}`;
    },
    adopt: ({ table, before, after }) => {
      if (before === null && after !== null) adders[table]?.(after);
    },
  };
}
