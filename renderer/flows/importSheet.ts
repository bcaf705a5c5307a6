import type { HistoryStep } from '../../shared/domain/portfolio.ts';
import {
  isAccepted,
  proposalOutcomes,
  type Proposal,
  type ProposalChoice,
  type ProposalOutcome,
  type ProposedSheet,
} from '../../shared/domain/sheetProposals.ts';
import { shownRows } from './importTable.ts';
import { ask, followLists, refresh } from './navigation.ts';

/** What was decided otherwise than by the button pressed last, with what each is. */
export type Decided = ReadonlyMap<string, ProposalOutcome>;

export interface Decision {
  readonly start: ProposalChoice['start'];
  readonly except: Decided;
}

export function takes({ start, except }: Decision, proposal: Pick<Proposal, 'id' | 'outcome'>): boolean {
  return isAccepted(proposal, start, new Set(except.keys()));
}

/** Takes one proposal the other way. */
export function decidedOtherwise({ start, except }: Decision, { id, outcome }: Proposal): Decision {
  const next = new Map(except);
  if (!next.delete(id) && outcome !== 'rejected') next.set(id, outcome);
  return { start, except: next };
}

/** How many proposals are accepted, of all and not only of those on screen. */
export function acceptedCount({ counts }: ProposedSheet, { start, except }: Decision): number {
  const byStart = proposalOutcomes
    .filter((outcome) => isAccepted({ id: '', outcome }, start, new Set()))
    .reduce((sum, outcome) => sum + (counts[outcome] ?? 0), 0);
  const moved = [...except.values()].map((outcome) =>
    isAccepted({ id: '', outcome }, start, new Set()) ? -1 : 1,
  );
  return moved.reduce<number>((sum, by) => sum + by, byStart);
}

export async function listProposals(
  only: ProposalOutcome | null,
): Promise<{ readonly sheet: ProposedSheet; readonly proposals: readonly Proposal[] } | undefined> {
  return (await ask('sheet.proposals', { only, offset: 0, limit: shownRows })) ?? undefined;
}

/** @returns the step, or undefined where it was refused */
export async function acceptProposals(
  sheet: ProposedSheet,
  { start, except }: Decision,
): Promise<HistoryStep | undefined> {
  const choice = { start, except: [...except.keys()] };
  const step = await ask('sheet.accept', { choice, state: sheet.state });
  if (!step) return undefined;
  await followLists();
  await refresh();
  return step;
}
