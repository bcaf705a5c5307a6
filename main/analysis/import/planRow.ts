import type { SourceEntry } from '../../../shared/domain/records.ts';
import type { ImportNote, ImportPlan, ProfileName } from '../../../shared/domain/tableImport.ts';
import type { ImportTarget } from '../../../shared/exchange/import/profiles.ts';
import type { Change, LoggedTable, Row } from '../../db/history/changeLog.ts';
import type { Ground } from './ground.ts';

/** A value read from a row, with the target it goes to. */
export interface ReadValue {
  readonly target: ImportTarget;
  readonly value: string | number;
}

/** What a row would do: its key in the file, whether its subject is known already, and the changes. */
export interface RowPlan {
  readonly key: string;
  readonly isKnown: boolean;
  readonly changes: readonly Change[];
  readonly notes: readonly ImportNote[];
}

export type PlannedRow = RowPlan | { readonly fault: ImportNote };

export interface ImportContext {
  readonly ground: Ground;
  readonly plan: ImportPlan;
  readonly batchId: string;
  readonly enteredBy: string | null;
}

const note = (code: string, values: Record<string, string> = {}): ImportNote => ({ code, values });

/** The cells of a row by target; what is not known is not in it. */
class Values {
  readonly #all: readonly ReadValue[];
  constructor(all: readonly ReadValue[]) {
    this.#all = all;
  }
  text(key: string): string | null {
    const found = this.#all.find(({ target }) => target.key === key && target.part !== 'figure');
    return found === undefined ? null : String(found.value);
  }
  /** Columns of the record itself. */
  record(): Row {
    const own = this.#all.filter(({ target }) => target.part === 'record');
    return Object.fromEntries(own.map(({ target, value }) => [target.key, value]));
  }
  figures(): readonly ReadValue[] {
    return this.#all.filter(({ target }) => target.part === 'figure');
  }
  source(plan: ImportPlan): SourceEntry {
    const title = this.text('source_title');
    return title === null ? plan.source : { title, url: this.text('source_url') };
  }
}

interface Sourced {
  readonly id: number | null;
  readonly changes: readonly Change[];
}

function sourced({ ground }: ImportContext, { title, url }: SourceEntry): Sourced {
  if (title === null || title.trim() === '') return { id: null, changes: [] };
  const known = ground.source(title, url);
  if (known !== undefined) return { id: known, changes: [] };
  const id = ground.nextSourceId();
  return { id, changes: [{ table: 'source', key: { id }, before: null, after: { id, title, url } }] };
}

/** The row as it would be, or nothing where the file says what is known already. */
function edited(table: LoggedTable, before: Row, values: Row, extra: Row): Change | undefined {
  const differs = Object.entries(values).some(([key, value]) => (before[key] ?? null) !== value);
  if (!differs) return undefined;
  const key: Row =
    table === 'market_month' ? { month: before['month'] ?? null } : { id: before['id'] ?? null };
  return { table, key, before, after: { ...before, ...values, ...extra } };
}

interface Owner {
  readonly id: string;
  readonly name: string;
  readonly changes: readonly Change[];
}

/** The company of a row; a site list may bring new ones. */
function ownerOf(values: Values, context: ImportContext, mayBeNew: boolean): Owner | ImportNote {
  const words = values.text('company') ?? context.plan.company;
  if (words === null || words.trim() === '') return note('needsCompany');
  const found = context.ground.company(words);
  if (found === 'several') return note('severalCompanies', { name: words });
  if (found) return { id: String(found['id']), name: String(found['name']), changes: [] };
  if (!mayBeNew) return note('unknownCompany', { name: words });
  const id = context.ground.freeId('company', words);
  const after: Row = { id, name: words, batch_id: context.batchId };
  return { id, name: words, changes: [{ table: 'company', key: { id }, before: null, after }] };
}

interface Subject {
  readonly kind: 'company' | 'site';
  readonly id: string;
  readonly asOf: string | null;
  readonly sourceId: number | null;
}

/**
 * A figure of a row. The same figure of the same date is changed; another date stands beside it. Without a date the
 * values in force give way, or the new one would never be used.
 */
function figureChanges({ target, value }: ReadValue, subject: Subject, context: ImportContext): Change[] {
  const { kind, id: subjectId, asOf, sourceId } = subject;
  const inForce = context.ground.figures(kind, subjectId, target.key);
  const sameDate = inForce.find((row) => row['as_of'] === asOf);
  const told: Row = { value: Number(value), state: 'known', unit: target.field.unit ?? '1' };
  const extra: Row = {
    source_id: sourceId,
    entered_by: context.enteredBy,
    batch_id: context.batchId,
  };
  if (sameDate) {
    const change = edited('figure', sameDate, told, extra);
    return change ? [change] : [];
  }
  if (asOf === null && inForce[0]?.['value'] === value) return [];
  const givingWay = asOf === null ? inForce : [];
  const id = context.ground.nextId(context.batchId);
  const after: Row = {
    id,
    subject_kind: kind,
    subject_id: subjectId,
    field: target.key,
    ...told,
    basis: target.basis,
    as_of: asOf,
    superseded: 0,
    ...extra,
  };
  return [
    ...givingWay.map((row): Change => ({
      table: 'figure',
      key: { id: row['id'] ?? null },
      before: row,
      after: { ...row, superseded: 1 },
    })),
    { table: 'figure', key: { id }, before: null, after },
  ];
}

function rowKey(...parts: readonly (string | null)[]): string {
  return parts.map((part) => (part ?? '').toLowerCase()).join('\u0001');
}

const isNote = (owner: Owner | ImportNote): owner is ImportNote => 'code' in owner;

function planSite(values: Values, context: ImportContext): PlannedRow {
  const owner = ownerOf(values, context, true);
  if (isNote(owner)) return { fault: owner };
  const name = values.text('name') ?? '';
  const known = context.ground.site(owner.id, name);
  if (known === 'several') return { fault: note('severalSites', { name }) };
  const source = sourced(context, values.source(context.plan));
  const record = values.record();
  const tag: Row = { batch_id: context.batchId, ...(source.id === null ? {} : { source_id: source.id }) };
  const id = known ? String(known['id']) : context.ground.freeId('site', `${owner.id}-${name}`);
  const fresh: Row = { id, company_id: owner.id, ...record, ...tag };
  const own = known
    ? edited('site', known, record, tag)
    : ({ table: 'site', key: { id }, before: null, after: fresh } satisfies Change);
  const asOf = values.text('as_of') ?? context.plan.asOf;
  const subject: Subject = { kind: 'site', id, asOf, sourceId: source.id };
  const figures = values.figures().flatMap((figure) => figureChanges(figure, subject, context));
  const changes = [...(own ? [own] : []), ...figures];
  return {
    key: rowKey(owner.id, name),
    isKnown: known !== undefined,
    changes: changes.length === 0 ? [] : [...owner.changes, ...source.changes, ...changes],
    notes: owner.changes.length > 0 ? [note('newCompany', { name: owner.name })] : [],
  };
}

function planContract(values: Values, context: ImportContext): PlannedRow {
  const owner = ownerOf(values, context, false);
  if (isNote(owner)) return { fault: owner };
  const record = values.record();
  const key = [owner.id, values.text('counterparty'), values.text('signed_date'), values.text('service')];
  const known = context.ground.contract(key);
  if (known === 'several') return { fault: note('severalContracts', { name: key[1] ?? '' }) };
  const siteName = values.text('site');
  const site = siteName === null ? undefined : context.ground.site(owner.id, siteName);
  const isTied = site !== undefined && site !== 'several';
  const tied: Row = isTied
    ? { site_id: site['id'] ?? null }
    : siteName === null
      ? {}
      : { site_name: siteName };
  const source = sourced(context, values.source(context.plan));
  const tag: Row = { batch_id: context.batchId, ...(source.id === null ? {} : { source_id: source.id }) };
  const id = known ? String(known['id']) : context.ground.freeId('contract', key.slice(0, 2).join('-'));
  const after: Row = { id, company_id: owner.id, ...record, ...tied, ...tag };
  const own = known
    ? edited('contract', known, { ...record, ...tied }, tag)
    : ({ table: 'contract', key: { id }, before: null, after } satisfies Change);
  return {
    key: rowKey(...key, siteName),
    isKnown: known !== undefined,
    changes: own ? [...source.changes, own] : [],
    notes: siteName !== null && !isTied ? [note('unknownSite', { name: siteName })] : [],
  };
}

function planFigures(values: Values, context: ImportContext): PlannedRow {
  const owner = ownerOf(values, context, false);
  if (isNote(owner)) return { fault: owner };
  const figures = values.figures();
  if (figures.length === 0) return { fault: note('noFigures') };
  const asOf = values.text('as_of') ?? context.plan.asOf;
  const source = sourced(context, values.source(context.plan));
  const subject: Subject = { kind: 'company', id: owner.id, asOf, sourceId: source.id };
  const changes = figures.flatMap((figure) => figureChanges(figure, subject, context));
  const isKnown = figures.some(({ target }) =>
    context.ground.figures('company', owner.id, target.key).some((row) => row['as_of'] === asOf),
  );
  return {
    key: rowKey(owner.id, asOf),
    isKnown: isKnown || changes.length === 0,
    changes: changes.length === 0 ? [] : [...source.changes, ...changes],
    notes: [],
  };
}

function planReport(values: Values, context: ImportContext): PlannedRow {
  const owner = ownerOf(values, context, false);
  if (isNote(owner)) return { fault: owner };
  const month = values.text('month') ?? '';
  const record = values.record();
  if (Object.keys(record).length === 0) return { fault: note('noFigures') };
  const known = context.ground.report(owner.id, month);
  const source = sourced(context, values.source(context.plan));
  const tag: Row = { batch_id: context.batchId, ...(source.id === null ? {} : { source_id: source.id }) };
  const id = context.ground.nextId(context.batchId);
  const after: Row = { id, company_id: owner.id, period: 'month', last_month: month, ...record, ...tag };
  const own =
    known && known !== 'several'
      ? edited('production_report', known, record, tag)
      : ({ table: 'production_report', key: { id }, before: null, after } satisfies Change);
  return {
    key: rowKey(owner.id, month),
    isKnown: known !== undefined,
    changes: own ? [...source.changes, own] : [],
    notes: [],
  };
}

function planMonth(values: Values, { ground, plan }: ImportContext): PlannedRow {
  const month = values.text('month') ?? '';
  const record = values.record();
  if (Object.keys(record).length === 0) return { fault: note('noFigures') };
  const known = ground.month(month);
  const { title } = values.source(plan);
  const tag: Row = title === null ? {} : { source: title };
  const own =
    known && known !== 'several'
      ? edited('market_month', known, record, tag)
      : ({
          table: 'market_month',
          key: { month },
          before: null,
          after: { month, ...record, ...tag },
        } satisfies Change);
  return { key: month, isKnown: known !== undefined, changes: own ? [own] : [], notes: [] };
}

const planners: Readonly<Record<ProfileName, (values: Values, context: ImportContext) => PlannedRow>> = {
  sites: planSite,
  contracts: planContract,
  figures: planFigures,
  production: planReport,
  prices: planMonth,
};

/** What a row with these values would do to the portfolio as it stands. */
export function planRow(values: readonly ReadValue[], context: ImportContext): PlannedRow {
  return planners[context.plan.profile](new Values(values), context);
}
