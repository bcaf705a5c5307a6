import { lineRules } from '../engine/strategy/lineRules.ts';
import { resultFields, type ResultField } from '../engine/analysis/resultFields.ts';
import type { SiteEvidence } from '../engine/analysis/evidence.ts';
import type { PlanFlows } from '../engine/analysis/planFlows.ts';
import type { OwnPlanOutcome, SiteFigures, StrategyOutcome } from '../engine/analysis/siteAnalysis.ts';
import type { Language } from '../format/number.ts';
import { baseScenario, scenarioName } from '../scenarios/scenarioNames.ts';
import { exportText } from '../text/exportText.ts';
import { inputLabel } from '../text/inputLabels.ts';
import { blockLabel, lineLabel } from '../text/lineLabels.ts';
import { planName } from '../text/planNames.ts';
import { resultLabel } from '../text/resultLabels.ts';
import { scenarioHead } from '../text/scenario/changedInputText.ts';
import { screenText } from '../text/screenText.ts';
import { strategyNames } from '../text/strategyNames.ts';
import type { ExportCell, ExportTable } from './exportTable.ts';

export interface ComputedSite {
  readonly evidence: SiteEvidence;
  readonly analysis: SiteFigures;
}

const fields = Object.keys(resultFields) as ResultField[];

interface NamedOutcome {
  readonly name: string;
  readonly key: string;
  readonly outcome: StrategyOutcome | OwnPlanOutcome;
}

/** The strategies of R5.1, then the analyst's own plans under the names they were given. */
function namedOutcomes({ strategies, ownPlans = [] }: SiteFigures, language: Language): NamedOutcome[] {
  return [
    ...strategies.map((outcome) => ({
      name: strategyNames[language][outcome.kind],
      key: outcome.kind,
      outcome,
    })),
    ...ownPlans.map((outcome) => ({ name: outcome.name, key: outcome.id, outcome })),
  ];
}

/** P30 The strategies and own plans of sites: every figure in its own unit; what is missing for one is named in the last column. */
export function strategiesExport(sites: readonly ComputedSite[], language: Language): ExportTable {
  const text = screenText[language];
  const rowsOf = ({ evidence, analysis }: ComputedSite): ExportCell[][] =>
    namedOutcomes(analysis, language).map(({ name, key, outcome }) => [
      evidence.companyName,
      evidence.siteName,
      name,
      key,
      ...fields.map((field) => (outcome.computable ? (outcome.figures[field] ?? text.notApplicable) : null)),
      outcome.computable ? '' : outcome.missing.map((path) => inputLabel(path, language)).join(', '),
      evidence.runId,
      scenarioName(evidence.scenario ?? baseScenario, language),
    ]);
  return {
    columns: [
      { head: text.company, unit: '' },
      { head: text.site, unit: '' },
      { head: text.strategy, unit: '' },
      { head: exportText[language].key, unit: '' },
      ...fields.map((field) => ({ head: resultLabel(field, language), unit: resultFields[field].unit })),
      { head: text.missing, unit: '' },
      { head: exportText[language].run, unit: '' },
      { head: scenarioHead[language], unit: '' },
    ],
    rows: sites.flatMap(rowsOf),
  };
}

export interface PlannedSite {
  readonly evidence: SiteEvidence;
  readonly plans: readonly PlanFlows[];
}

/** P30 Every line of every strategy, one column a month; months beyond a site's own horizon stay empty. */
export function cashFlowExport(sites: readonly PlannedSite[], language: Language): ExportTable {
  const text = screenText[language];
  const own = exportText[language];
  const months = [...new Set(sites.flatMap(({ plans }) => plans.flatMap((plan) => plan.months)))].toSorted();
  const groups = { operating: text.operatingLines, capital: text.capitalLines, memo: text.memoLines };
  const rowsOf = (evidence: SiteEvidence, plan: PlanFlows): ExportCell[][] => {
    const places = months.map((month) => plan.months.indexOf(month));
    return plan.lines.map(({ blockId, line, group, valuationUsd, monthly }) => [
      evidence.siteName,
      planName(plan.plan, evidence.ownPlans, language),
      blockLabel(blockId, language),
      groups[group],
      lineLabel(line, language),
      line,
      lineRules[line].unit,
      lineRules[line].rule,
      scenarioName(evidence.scenario ?? baseScenario, language),
      group === 'memo' ? null : valuationUsd,
      ...places.map((place) => (place < 0 ? null : (monthly[place] ?? 0))),
    ]);
  };
  const heads = [text.site, text.strategy, own.block, own.group, text.line, own.key, text.unit, text.rule];
  return {
    columns: [
      ...[...heads, scenarioHead[language]].map((head) => ({ head, unit: '' })),
      { head: own.valuationDate, unit: own.unitOfRow },
      ...months.map((month) => ({ head: month, unit: own.unitOfRow })),
    ],
    rows: sites.flatMap(({ evidence, plans }) => plans.flatMap((plan) => rowsOf(evidence, plan))),
  };
}

/** One strategy by the periods on screen. */
export function flowsExport(
  rows: readonly { readonly names: readonly string[]; readonly values: readonly (number | null)[] }[],
  periods: readonly string[],
  language: Language,
): ExportTable {
  const text = screenText[language];
  const heads = [text.line, exportText[language].block, text.rule, text.unit];
  return {
    columns: [
      ...heads.map((head) => ({ head, unit: '' })),
      ...periods.map((period) => ({ head: period, unit: exportText[language].unitOfRow })),
    ],
    rows: rows.map(({ names, values }) => [...names, ...values]),
  };
}
