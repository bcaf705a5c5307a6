import type { InputKey } from '../analysis/inputTable.ts';
import type { ShockKind } from './shockTable.ts';

/*
 * R7.3 A scenario: what is changed in the inputs of sites, and what happens to the paths of their months. Plain data: it
 * is part of a site's evidence and crosses to workers.
 */

/** R7.3 For which sites a change or a shock holds. */
export type ScenarioScope =
  | { readonly of: 'all' }
  | { readonly of: 'grid'; readonly gridOperator: string }
  | { readonly of: 'company'; readonly companyId: string }
  | { readonly of: 'site'; readonly siteId: string };

export const changeOperations = ['set', 'multiply', 'add'] as const;
export type ChangeOperation = (typeof changeOperations)[number];

/** R7.3a One change of an input; a value that is set or added is in the unit of the input. */
export interface InputChange {
  readonly key: InputKey;
  readonly operation: ChangeOperation;
  readonly value: number;
  readonly scope: ScenarioScope;
  /** Where the size comes from; null where it is an assumption. */
  readonly source: string | null;
}

/** R7.3b Months counted from the valuation month, or a calendar month "YYYY-MM". */
export type ShockStart =
  | { readonly counted: 'fromValuation'; readonly month: number }
  | { readonly counted: 'calendar'; readonly month: string };

/** R7.3b Something that happens to the months of a plan. */
export interface Shock {
  readonly kind: ShockKind;
  readonly start: ShockStart;
  /** null: for good */
  readonly durationMonths: number | null;
  /** By the names of `shockTable`; one that is absent has its neutral value. */
  readonly sizes: Readonly<Partial<Record<string, number>>>;
  /** R7.3f Part of the counterparty's name, of a tenant's default only. */
  readonly tenant: string | null;
  readonly scope: ScenarioScope;
  readonly source: string | null;
}

/** R7.3 A scenario as far as it concerns one site; its changes stand in the order of the list. */
export interface EvidenceScenario {
  readonly id: string;
  readonly name: string;
  readonly changes: readonly InputChange[];
  readonly shocks: readonly Shock[];
}

const narrowness: Readonly<Record<ScenarioScope['of'], number>> = { all: 0, grid: 1, company: 2, site: 3 };

/** R7.3a How narrow a scope is: of several values that are set, that of the narrowest holds. */
export function narrownessOf(scope: ScenarioScope): number {
  return narrowness[scope.of];
}

/** The site that a scope is held against. */
export interface ScopedSite {
  readonly siteId: string;
  readonly companyId: string;
  readonly gridOperator: string | null;
}

/**
 * R7.3 Whether a scope holds for a site.
 * @example isInScope({ of: 'company', companyId: 'riot' }, { siteId: 's', companyId: 'riot', gridOperator: null }) // → true
 */
export function isInScope(scope: ScenarioScope, site: ScopedSite): boolean {
  switch (scope.of) {
    case 'all':
      return true;
    case 'grid':
      return scope.gridOperator === site.gridOperator;
    case 'company':
      return scope.companyId === site.companyId;
    case 'site':
      return scope.siteId === site.siteId;
  }
}
