import type { SourceEntry } from '../../../shared/domain/records.ts';
import type { ImportNote, ImportPlan } from '../../../shared/domain/tableImport.ts';
import type { ImportTarget } from '../../../shared/exchange/import/profiles.ts';
import type { Change, LoggedTable, Row } from '../../db/history/changeLog.ts';
import { nameKey, type Ground, type Tenancy } from './ground.ts';

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
  /** Tenancies that the file names at several sites, by their words. */
  readonly atSeveralSites: ReadonlySet<string>;
}

export const note = (code: string, values: Record<string, string> = {}): ImportNote => ({ code, values });

/** The cells of a row by target; what is not known is not in it. */
export class Values {
  readonly #all: readonly ReadValue[];
  constructor(all: readonly ReadValue[]) {
    this.#all = all;
  }
  text(key: string): string | null {
    for (const { target, value } of this.#all)
      if (target.key === key && target.part !== 'figure') return String(value);
    return null;
  }
  /** Columns of the record itself. */
  record(): Row {
    const own: Record<string, Row[string]> = {};
    for (const { target, value } of this.#all) if (target.part === 'record') own[target.key] = value;
    return own;
  }
  figures(): readonly ReadValue[] {
    return this.#all.filter(({ target }) => target.part === 'figure');
  }
  /** Company, counterparty, date and service as the file words them. */
  tenancy(company: string | null): Tenancy {
    const [counterparty, signed, service] = ['counterparty', 'signed_date', 'service'].map((key) =>
      this.text(key),
    );
    return [this.text('company') ?? company ?? '', counterparty ?? null, signed ?? null, service ?? null];
  }
  source(plan: ImportPlan): SourceEntry {
    const title = this.text('source_title');
    return title === null ? plan.source : { title, url: this.text('source_url') };
  }
}

export interface Sourced {
  readonly id: number | null;
  readonly changes: readonly Change[];
}

export function sourced({ ground }: ImportContext, { title, url }: SourceEntry): Sourced {
  if (title === null || title.trim() === '') return { id: null, changes: [] };
  const known = ground.source(title, url);
  if (known !== undefined) return { id: known, changes: [] };
  const id = ground.nextSourceId();
  return { id, changes: [{ table: 'source', key: { id }, before: null, after: { id, title, url } }] };
}

/** The row as it would be, or nothing where the file says what is known already. */
export function edited(table: LoggedTable, before: Row, values: Row, extra: Row): Change | undefined {
  const differs = Object.entries(values).some(([key, value]) => (before[key] ?? null) !== value);
  if (!differs) return undefined;
  const key: Row =
    table === 'market_month' ? { month: before['month'] ?? null } : { id: before['id'] ?? null };
  return { table, key, before, after: { ...before, ...values, ...extra } };
}

export interface Owner {
  readonly id: string;
  readonly name: string;
  /** Tells it apart in the file, whichever of its rows are taken. */
  readonly key: string;
  readonly changes: readonly Change[];
}

/** A new company is told by its words: before it is taken its id may be another's as well. */
const newKey = (words: string): string => `new ${nameKey(words)}`;

/** The company of a row; a site list may bring new ones. */
export function ownerOf(values: Values, context: ImportContext, mayBeNew: boolean): Owner | ImportNote {
  const words = values.text('company') ?? context.plan.company;
  if (words === null || words.trim() === '') return note('needsCompany');
  const found = context.ground.company(words);
  if (found === 'several') return note('severalCompanies', { name: words });
  if (found) {
    const [id, name] = [String(found['id']), String(found['name'])];
    return { id, name, key: context.ground.isNewCompany(id) ? newKey(name) : id, changes: [] };
  }
  if (!mayBeNew) return note('unknownCompany', { name: words });
  const id = context.ground.freeId('company', words);
  const after: Row = { id, name: words, batch_id: context.batchId };
  return {
    id,
    name: words,
    key: newKey(words),
    changes: [{ table: 'company', key: { id }, before: null, after }],
  };
}

export function rowKey(...parts: readonly (string | null)[]): string {
  return parts.map((part) => nameKey(part ?? '')).join('\u0001');
}

export const isNote = (owner: Owner | ImportNote): owner is ImportNote => 'code' in owner;
