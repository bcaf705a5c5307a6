import type { ProfileName } from '../../../shared/domain/tableImport.ts';
import type { Change, Row } from '../../db/history/changeLog.ts';
import { planContract } from './planContract.ts';
import {
  edited,
  isNote,
  note,
  ownerOf,
  rowKey,
  sourced,
  Values,
  type ImportContext,
  type PlannedRow,
  type ReadValue,
} from './rowParts.ts';

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
  if (sameDate) {
    const extra: Row = {
      source_id: sourceId,
      entered_by: context.enteredBy,
      batch_id: context.batchId,
    };
    const change = edited('figure', sameDate, told, extra);
    return change ? [change] : [];
  }
  if (asOf === null && inForce[0]?.['value'] === value) return [];
  const givingWay = asOf === null ? inForce : [];
  const id = context.ground.nextId(context.batchId);
  const after: Record<string, Row[string]> = {
    id,
    subject_kind: kind,
    subject_id: subjectId,
    field: target.key,
    ...told,
    as_of: asOf,
    superseded: 0,
    batch_id: context.batchId,
  };
  // What a new row does not name is missing in it; a hundred thousand rows need not say so, nor the log of them.
  if (target.basis !== null) after['basis'] = target.basis;
  if (sourceId !== null) after['source_id'] = sourceId;
  if (context.enteredBy !== null) after['entered_by'] = context.enteredBy;
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
    key: rowKey(owner.key, name),
    isKnown: known !== undefined,
    changes: changes.length === 0 ? [] : [...owner.changes, ...source.changes, ...changes],
    notes: owner.changes.length > 0 ? [note('newCompany', { name: owner.name })] : [],
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

/** R9 What a company reported for a quarter or year: the split of its revenue tells its identity. */
function planPeriod(values: Values, context: ImportContext): PlannedRow {
  const owner = ownerOf(values, context, false);
  if (isNote(owner)) return { fault: owner };
  const { period = '', ...reported } = values.record();
  const asOf = reported['as_of'] ?? context.plan.asOf;
  if (Object.keys(reported).every((key) => key === 'as_of')) return { fault: note('noFigures') };
  const known = context.ground.period(owner.id, String(period));
  if (known === 'several') return { fault: note('severalPeriods', { name: String(period) }) };
  const source = sourced(context, values.source(context.plan));
  const tag: Row = { batch_id: context.batchId, ...(source.id === null ? {} : { source_id: source.id }) };
  const id = context.ground.nextId(context.batchId);
  const after: Row = { id, company_id: owner.id, period, as_of: asOf, ...reported, ...tag };
  const own = known
    ? edited('identity_period', known, reported, tag)
    : ({ table: 'identity_period', key: { id }, before: null, after } satisfies Change);
  return {
    key: rowKey(owner.id, String(period)),
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
  identity: planPeriod,
  production: planReport,
  prices: planMonth,
};

/** What a row with these values would do to the portfolio as it stands. */
export function planRow(values: readonly ReadValue[], context: ImportContext): PlannedRow {
  return planners[context.plan.profile](new Values(values), context);
}
