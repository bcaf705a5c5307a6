import { z } from 'zod';
import { ImportNote } from './tableImport.ts';

/* P47 An exported sheet that was edited, as a list of proposed changes. */

export const proposalOutcomes = ['changed', 'new', 'check', 'removed', 'conflict', 'rejected'] as const;
export const ProposalOutcome = z.enum(proposalOutcomes);
export type ProposalOutcome = z.infer<typeof ProposalOutcome>;

const Value = z.union([z.string(), z.number(), z.null()]);

export const Proposal = z.strictObject({
  /** The same as long as file and portfolio are. */
  id: z.string(),
  outcome: ProposalOutcome,
  table: z.string(),
  /** The record by its name; of a figure the company or site it belongs to. */
  record: z.string(),
  /** Which of several things of that record: the field of a figure, the period, the key of an own value. */
  part: z.string().nullable(),
  /** Null for a whole row. */
  column: z.string().nullable(),
  /** Row of the sheet; null where the row is gone. */
  row: z.number().int().nullable(),
  before: Value,
  after: Value,
  /** Unit of both values; empty for texts and counts. */
  unit: z.string(),
  /** What accepting does, or why it cannot be accepted. */
  notes: z.array(ImportNote),
});
export type Proposal = z.infer<typeof Proposal>;

/** What a file proposes, without the list. */
export const ProposedSheet = z.strictObject({
  name: z.string(),
  exportedAt: z.string(),
  form: z.enum(['csv', 'xlsx']),
  counts: z.record(ProposalOutcome, z.number().int()),
  /** Sheets and columns that were left aside, and why. */
  notes: z.array(ImportNote),
  /** Names this list: it changes when the portfolio does. */
  state: z.string(),
});
export type ProposedSheet = z.infer<typeof ProposedSheet>;

/** Which proposals are accepted: those that are safe by themselves, all, or none, and what was decided otherwise. */
export const ProposalChoice = z.strictObject({
  start: z.enum(['safe', 'all', 'none']),
  except: z.array(z.string()).max(1_000_000),
});
export type ProposalChoice = z.infer<typeof ProposalChoice>;

/** Whether a proposal is accepted unless the analyst says otherwise. */
export function isSafe(outcome: ProposalOutcome): boolean {
  return outcome === 'changed' || outcome === 'new';
}

export function isAccepted(
  { id, outcome }: Pick<Proposal, 'id' | 'outcome'>,
  start: ProposalChoice['start'],
  except: ReadonlySet<string>,
): boolean {
  if (outcome === 'rejected') return false;
  const byStart = start === 'all' || (start === 'safe' && isSafe(outcome));
  return byStart !== except.has(id);
}
