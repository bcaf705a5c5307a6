import type { MomentChoices, Moment, PortfolioChanges, Span } from '../../shared/domain/portfolioChanges.ts';
import type { SiteChanges } from '../../shared/engine/changes/siteChanges.ts';
import { outcomeOf } from '../../shared/engine/changes/siteOutcome.ts';
import { evaluate, evaluateChanges } from '../workers/evaluation.ts';
import { ask } from './ask.ts';

export async function momentChoices(): Promise<MomentChoices> {
  return (await ask('changes.moments', {})) ?? { openings: [], backups: [] };
}

/** Another file of the same portfolio; undefined where none was chosen. */
export async function chooseMomentFile(): Promise<Moment | undefined> {
  const chosen = await ask('changes.chooseFile', {});
  return chosen ? { kind: 'file', path: chosen.path } : undefined;
}

/** R5.24 Undefined where the call failed, whose error is shown. */
export function changesBetween(span: Span): Promise<PortfolioChanges | undefined> {
  return ask('changes.between', span);
}

/** R5.19, R5.24 A site at both moments, computed off the page's thread. */
export async function siteBetween(span: Span, siteId: string): Promise<SiteChanges | undefined> {
  const found = await ask('changes.site', { span, siteId });
  if (!found) return undefined;
  const { before, after } = found;
  return evaluateChanges({ before, frozen: outcomeOf(await evaluate(before).figures), after });
}
