import type { Change, LoggedTable, Row } from '../../db/history/changeLog.ts';
import { freeId } from '../../db/repositories/recordRepository.ts';
import type { ImportGround } from '../../db/repositories/importRepository.ts';

/** Rows found by words: none, one, or several that nobody can tell apart. */
export type Found = Row | 'several' | undefined;

/** What tells contracts apart besides their site: company, counterparty, date and service. */
export type Tenancy = readonly [
  companyId: string,
  counterparty: string | null,
  signedDate: string | null,
  service: string | null,
];

/** What an import is compared with, found by what a file knows of it; grows by what the import adds. */
export interface Ground {
  company(words: string): Found;
  /** Whether the import itself brought this company. */
  isNewCompany(id: string): boolean;
  site(companyId: string, name: string): Found;
  siteName(id: string): string | undefined;
  /** The place of a contract as a key: the site it is tied to or names, or nothing. */
  place(companyId: string, siteName: string | null): string;
  contractAt(tenancy: Tenancy, place: string): Found;
  contractAnywhere(tenancy: Tenancy): Found;
  figures(kind: string, subjectId: string, field: string): readonly Row[];
  report(companyId: string, month: string): Found;
  month(month: string): Found;
  /** What a company reported for a period, by its words. */
  period(companyId: string, words: string): Found;
  source(title: string, url: string | null): number | undefined;
  nextSourceId(): number;
  freeId(kind: 'company' | 'site' | 'contract', words: string): string;
  /** Ids of one batch follow each other, so that a hundred thousand of them are stored where they are found. */
  nextId(batchId: string): string;
  adopt(change: Change): void;
}

const plainName = /^[!-~]+(?: [!-~]+)*$/;

/** Names meet without regard to case, spacing and width of letters. */
export function nameKey(name: string): string {
  // Most names are plain letters with single spaces, on which only the case is left to do.
  if (plainName.test(name)) return name.toLowerCase();
  return name.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase();
}

type Index = Map<string, Found>;
type Entry = readonly [index: Index, key: string];

type Part = string | number | null | undefined;

function joined(first: Part, ...parts: readonly Part[]): string {
  let text = String(first ?? '');
  for (const part of parts) text += `\u0001${part ?? ''}`;
  return text;
}

const isOther = (known: Found, row: Row): boolean =>
  known !== undefined && (known === 'several' || known['id'] !== row['id']);

function put([index, key]: Entry, row: Row): void {
  index.set(key, isOther(index.get(key), row) ? 'several' : row);
}

function drop([index, key]: Entry, row: Row): void {
  if (!isOther(index.get(key), row)) index.delete(key);
}

const textOrNull = (value: Row[string] | undefined): string | null =>
  value === null || value === undefined ? null : String(value);

export function createGround(all: ImportGround): Ground {
  const companies: Index = new Map();
  const sites: Index = new Map();
  const contractsAt: Index = new Map();
  const contractsAnywhere: Index = new Map();
  const figures = new Map<string, Row[]>();
  const reports: Index = new Map();
  const months: Index = new Map();
  const periods: Index = new Map();
  const sources = new Map<string, number>();
  const siteNames = new Map<string, string>();
  const newCompanies = new Set<string>();
  const ids = { company: new Set<string>(), site: new Set<string>(), contract: new Set<string>() };
  const lastNumbers = new Map<string, number>();
  let lastSource = 0;
  let lastId = 0;

  const siteOf = (companyId: string, name: string): Found => sites.get(joined(companyId, nameKey(name)));
  const place = (companyId: string, name: string | null): string => {
    if (name === null) return '';
    const site = siteOf(companyId, name);
    return site && site !== 'several' ? joined('id', site['id']) : joined('name', nameKey(name));
  };
  const tenancyKey = ([companyId, counterparty, signed, service]: Tenancy): string =>
    joined(companyId, nameKey(counterparty ?? ''), signed, service);
  const contractEntries = (row: Row): Entry[] => {
    const companyId = String(row['company_id']);
    const [counterparty, signed, service] = [row['counterparty'], row['signed_date'], row['service']].map(
      textOrNull,
    );
    const key = tenancyKey([companyId, counterparty ?? null, signed ?? null, service ?? null]);
    const siteId = textOrNull(row['site_id']);
    const at = siteId === null ? place(companyId, textOrNull(row['site_name'])) : joined('id', siteId);
    return [
      [contractsAt, joined(key, at)],
      [contractsAnywhere, key],
    ];
  };
  /** Where the rows of a table are found. */
  const entries: Partial<Record<LoggedTable, (row: Row) => readonly Entry[]>> = {
    site: (row) => [[sites, joined(row['company_id'], nameKey(String(row['name'])))]],
    contract: contractEntries,
    production_report: (row) =>
      row['period'] === 'month' ? [[reports, joined(row['company_id'], row['last_month'])]] : [],
    identity_period: (row) => [[periods, joined(row['company_id'], nameKey(String(row['period'])))]],
    market_month: (row) => [[months, String(row['month'])]],
  };
  const add = (table: LoggedTable, row: Row): void => {
    for (const entry of entries[table]?.(row) ?? []) put(entry, row);
    if (table === 'site' || table === 'contract') ids[table].add(String(row['id']));
    if (table === 'site') siteNames.set(String(row['id']), String(row['name']));
  };
  const addCompany = (row: Row, words: readonly (Row[string] | undefined)[]): void => {
    ids.company.add(String(row['id']));
    for (const word of words)
      if (word !== null && word !== undefined) put([companies, nameKey(String(word))], row);
  };
  const addSource = (row: Row): void => {
    sources.set(joined(row['title'], row['url']), Number(row['id']));
    lastSource = Math.max(lastSource, Number(row['id']));
  };
  const figureKey = (row: Row): string => joined(row['subject_kind'], row['subject_id'], row['field']);
  const adoptFigure = (row: Row): void => {
    // A site has one row in a file, so nobody asks for its figures again: a hundred thousand would only fill the memory.
    if (row['subject_kind'] === 'site') return;
    const key = figureKey(row);
    const others = (figures.get(key) ?? []).filter(({ id }) => id !== row['id']);
    figures.set(key, row['superseded'] === 1 ? others : [...others, row]);
  };

  for (const row of all.companies) addCompany(row, [row['id'], row['name'], row['ticker']]);
  for (const row of all.sites) add('site', row);
  for (const row of all.contracts) add('contract', row);
  for (const row of all.sources) addSource(row);
  for (const row of all.figures) {
    const known = figures.get(figureKey(row));
    if (known) known.push(row);
    else figures.set(figureKey(row), [row]);
  }
  for (const row of all.reports) add('production_report', row);
  for (const row of all.months) add('market_month', row);
  for (const row of all.periods) add('identity_period', row);

  return {
    company: (words) => companies.get(nameKey(words)),
    isNewCompany: (id) => newCompanies.has(id),
    site: siteOf,
    siteName: (id) => siteNames.get(id),
    place,
    contractAt: (tenancy, at) => contractsAt.get(joined(tenancyKey(tenancy), at)),
    contractAnywhere: (tenancy) => contractsAnywhere.get(tenancyKey(tenancy)),
    figures: (kind, subjectId, field) => figures.get(joined(kind, subjectId, field)) ?? [],
    report: (companyId, month) => reports.get(joined(companyId, month)),
    month: (month) => months.get(month),
    period: (companyId, words) => periods.get(joined(companyId, nameKey(words))),
    source: (title, url) => sources.get(joined(title, url)),
    nextSourceId: () => lastSource + 1,
    freeId: (kind, words) => {
      const stem = freeId(kind, words, () => false);
      if (!ids[kind].has(stem)) return stem;
      const counted = joined(kind, stem);
      let id = stem;
      // Names in other scripts share one stem: counting anew for each would take a hundred thousand squared.
      for (let number = lastNumbers.get(counted) ?? 2; ids[kind].has(id); number += 1) {
        id = `${stem}-${number}`;
        lastNumbers.set(counted, number);
      }
      return id;
    },
    nextId: (batchId) => {
      lastId += 1;
      return `${batchId}-${String(lastId).padStart(7, '0')}`;
    },
    adopt: ({ table, before, after }) => {
      if (after === null) return;
      if (table === 'source') addSource(after);
      else if (table === 'figure') adoptFigure(after);
      else if (table === 'company') {
        newCompanies.add(String(after['id']));
        // No file knows the id it was given.
        addCompany(after, [after['name']]);
      } else {
        if (before !== null) for (const entry of entries[table]?.(before) ?? []) drop(entry, before);
        add(table, after);
      }
    },
  };
}
