import type { SiteEvidence } from '../../shared/engine/analysis/evidence.ts';
import { inputTable, type InputKey } from '../../shared/engine/analysis/inputTable.ts';
import type { PlanRef } from '../../shared/engine/analysis/planFlows.ts';
import { explainedFields } from '../../shared/engine/analysis/resultFields.ts';
import { companyFigureKeys, type CompanySubject } from '../../shared/engine/explain/companyCalculation.ts';
import { explainTree, type CalculationQuestion } from '../../shared/engine/explain/explanation.ts';
import { explainedPlan } from '../../shared/engine/explain/explainedCase.ts';
import type { FigureKey } from '../../shared/engine/explain/figureKeys.ts';
import type { CalculationSubject } from '../../shared/engine/explain/planCalculation.ts';
import { lineRules } from '../../shared/engine/strategy/lineRules.ts';
import { lineAt, type Line } from '../../shared/engine/strategy/lineSheet.ts';
import { isStrategyKind } from '../../shared/engine/strategy/verdict.ts';
import { parseMonth } from '../../shared/engine/time/months.ts';
import { engineVersion } from '../../shared/engine/version.ts';
import { UserFacingError } from '../../shared/ipc/result.ts';
import { companyDetail } from '../analysis/companyView.ts';
import { companyRun, defaultSeed, siteEvidence, type EvidenceOptions } from '../analysis/siteView.ts';
import type { ReadableDb } from '../db/access.ts';
import {
  asOfOption,
  portfolioOption,
  readNamedOptions,
  requiredOption,
  scenarioOption,
  seedOption,
  subjectOption,
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
  if (Object.hasOwn(explainedFields, name)) return { kind: 'figure', figure: name as FigureKey };
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

/** What is asked, and what the answer says of its question. */
interface Asked {
  readonly question: CalculationQuestion;
  readonly head: Readonly<Record<string, unknown>>;
}

function askedOfSite(db: ReadableDb, id: string, run: EvidenceOptions, options: Options): Asked {
  const evidence = siteEvidence(db, id, run);
  const { runId, dataHash, siteName, scenario } = evidence;
  const about = {
    siteId: id,
    siteName,
    ...(scenario && { scenario }),
    run: { id: runId, seed: run.seed, dataHash },
  };
  const name = requiredOption(options, 'figure');
  if (Object.hasOwn(inputTable, name)) {
    const subject = { kind: 'input', key: name as InputKey } as const;
    return { question: { of: 'input', evidence, key: subject.key }, head: { ...about, subject } };
  }
  const plan = planOption(options);
  const subject = subjectOf(evidence, plan, options);
  return { question: { of: 'plan', evidence, plan, subject }, head: { ...about, plan, subject } };
}

/** R5.21 A figure of a strategy at all sites of a company; `best` is each site's own best one. */
function askedOfCompany(db: ReadableDb, id: string, run: EvidenceOptions, options: Options): Asked {
  const detail = companyDetail(db, id);
  const ids = detail.sites.map((site) => site.id);
  const { evidence: sites, dataHash, runId } = companyRun(db, ids, run);
  const scenario = sites[0]?.scenario;
  const strategy = requiredOption(options, 'strategy');
  if (strategy !== 'best' && !isStrategyKind(strategy)) refuse('--strategy');
  const key = companyFigureKeys.find((name) => name === requiredOption(options, 'figure'));
  const subject: CompanySubject = { strategy, figure: key ?? refuse('--figure') };
  return {
    question: { of: 'company', sites, subject },
    head: {
      companyId: id,
      companyName: detail.row.name,
      ...(scenario && { scenario }),
      run: { id: runId, seed: run.seed, dataHash },
      subject,
    },
  };
}

/** Prints the calculation of a figure, an input, or a line in a month, of a site or summed for a company, as JSON. */
export async function explainCommand(args: readonly string[]): Promise<void> {
  const options = readNamedOptions(
    args,
    [
      'portfolio',
      'site',
      'company',
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
  const { kind, id } = subjectOption(options);
  const depth = depthOption(options);
  const month = monthOption(options);
  const basis = { seed: seedOption(options, defaultSeed), ...asOfOption(options) };
  const { db } = portfolioOption(options);
  try {
    const run = { ...basis, ...scenarioOption(options, db) };
    const { question, head } =
      kind === 'site' ? askedOfSite(db, id, run, options) : askedOfCompany(db, id, run, options);
    const calculation = explainTree(question, depth, month) ?? null;
    process.stdout.write(
      `${JSON.stringify({ format: 'umbau-calculation-1', engineVersion, ...head, computable: calculation !== null, calculation }, null, 2)}\n`,
    );
  } finally {
    db.close();
  }
}
