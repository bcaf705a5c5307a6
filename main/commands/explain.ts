import type { SiteEvidence } from '../../shared/engine/analysis/evidence.ts';
import type { PlanRef } from '../../shared/engine/analysis/planFlows.ts';
import { planResultFields, resultFields } from '../../shared/engine/analysis/resultFields.ts';
import { explainTree } from '../../shared/engine/explain/explanation.ts';
import { explainedPlan } from '../../shared/engine/explain/explainedCase.ts';
import type { FigureKey } from '../../shared/engine/explain/figureKeys.ts';
import type { CalculationSubject } from '../../shared/engine/explain/planCalculation.ts';
import { lineRules } from '../../shared/engine/strategy/lineRules.ts';
import { lineAt, type Line } from '../../shared/engine/strategy/lineSheet.ts';
import { isStrategyKind } from '../../shared/engine/strategy/verdict.ts';
import { parseMonth } from '../../shared/engine/time/months.ts';
import { engineVersion } from '../../shared/engine/version.ts';
import { UserFacingError } from '../../shared/ipc/result.ts';
import { defaultSeed, siteEvidence } from '../analysis/siteView.ts';
import {
  asOfOption,
  portfolioOption,
  readNamedOptions,
  requiredOption,
  scenarioOption,
  seedOption,
  textOption,
  type Options,
} from './options.ts';

function refuse(problem: string): never {
  throw new UserFacingError('cli.usage', { problem });
}

function planOption(options: Options): PlanRef {
  const strategy = textOption(options, 'strategy');
  const id = textOption(options, 'plan');
  if (id !== undefined && strategy === undefined) return { kind: 'own', id };
  if (strategy === undefined || id !== undefined || !isStrategyKind(strategy))
    return refuse('--strategy | --plan');
  return { kind: 'strategy', strategy };
}

const defaultDepth = 2;
const deepest = 30;

function depthOption(options: Options): number {
  const text = textOption(options, 'depth');
  if (text === undefined) return defaultDepth;
  if (!/^\d+$/.test(text) || Number(text) > deepest) refuse('--depth');
  return Number(text);
}

/** The block whose line is meant: named, or the one that has the line in that month, or else has it at all. */
function blockOf(evidence: SiteEvidence, plan: PlanRef, line: Line, month: number, options: Options): string {
  const named = textOption(options, 'block');
  const blocks = explainedPlan(evidence, plan)?.blocks ?? [];
  const found =
    named === undefined
      ? (blocks.find(({ sheet }) => lineAt(sheet, line, month) !== 0) ??
        blocks.find(({ sheet }) => sheet.lines.has(line)) ??
        blocks[0])
      : blocks.find(({ block }) => block.id === named);
  return found?.block.id ?? refuse('--block');
}

function subjectOf(evidence: SiteEvidence, plan: PlanRef, options: Options): CalculationSubject {
  const name = requiredOption(options, 'figure');
  if (Object.hasOwn({ ...resultFields, ...planResultFields }, name))
    return { kind: 'figure', figure: name as FigureKey };
  if (!Object.hasOwn(lineRules, name)) refuse('--figure');
  const line = name as Line;
  const at = parseMonth(requiredOption(options, 'month'));
  const first = parseMonth(evidence.valuationMonth) ?? 0;
  const horizon = explainedPlan(evidence, plan)?.calendar.horizonMonths ?? Infinity;
  if (at === undefined || at - first < -1 || at - first >= horizon) return refuse('--month');
  const month = at - first;
  const period = { fromMonth: month, endMonth: month + 1 };
  return { kind: 'line', line, blockId: blockOf(evidence, plan, line, month, options), period };
}

function monthOption(options: Options): string | undefined {
  const month = textOption(options, 'month');
  if (month !== undefined && parseMonth(month) === undefined) refuse('--month');
  return month;
}

/** Prints the calculation of a figure, or of a line in a month, as JSON. */
export async function explainCommand(args: readonly string[]): Promise<void> {
  const options = readNamedOptions(
    args,
    [
      'portfolio',
      'site',
      'strategy',
      'plan',
      'figure',
      'block',
      'month',
      'depth',
      'scenario',
      'seed',
      'as-of',
    ],
    [],
  );
  const site = requiredOption(options, 'site');
  const plan = planOption(options);
  const depth = depthOption(options);
  const month = monthOption(options);
  const asOf = asOfOption(options);
  const seed = seedOption(options, defaultSeed);
  const { db } = portfolioOption(options);
  try {
    const evidence = siteEvidence(db, site, { seed, ...scenarioOption(options, db), ...asOf });
    const subject = subjectOf(evidence, plan, options);
    const calculation = explainTree(evidence, plan, subject, depth, month) ?? null;
    const { runId, dataHash, siteName, scenario } = evidence;
    const run = { id: runId, seed, dataHash };
    process.stdout.write(
      `${JSON.stringify({ format: 'umbau-calculation-1', engineVersion, siteId: site, siteName, ...(scenario && { scenario }), run, plan, subject, computable: calculation !== null, calculation }, null, 2)}\n`,
    );
  } finally {
    db.close();
  }
}
