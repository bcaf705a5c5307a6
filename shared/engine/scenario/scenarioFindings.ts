import type { InputKey } from '../analysis/inputTable.ts';
import type { Shock } from './scenario.ts';

/** R7.3 Why something of a scenario does not reach a site. */
export const scenarioFindingReasons = [
  'scenarioBound',
  'changeWithoutValue',
  'changeNotUsed',
  'noSize',
  'noMining',
  'noHall',
  'noTenant',
  'tenantOfCloud',
  'tenantShareUnknown',
  'siteApproved',
  'rungUnknown',
  'noLoan',
  'hashrateDoesNotRespond',
  'priceIsSigned',
  'outsideMonths',
] as const;
export type ScenarioFindingReason = (typeof scenarioFindingReasons)[number];

/** R7.3 What of a scenario does not reach a site, or not in full, and why. */
export type ScenarioFinding =
  | { readonly of: 'change'; readonly key: InputKey; readonly reason: ScenarioFindingReason }
  | {
      readonly of: 'shock';
      readonly place: number;
      readonly kind: Shock['kind'];
      /** The size that reaches nothing; null where the kind has none. */
      readonly size: string | null;
      readonly tenant: string | null;
      readonly reason: ScenarioFindingReason;
    };

/** R7.3 The scenario in which the figures of a site are computed. */
export interface ScenarioOfSite {
  readonly id: string;
  readonly name: string;
  readonly changes: number;
  readonly shocks: number;
  readonly findings: readonly ScenarioFinding[];
}
