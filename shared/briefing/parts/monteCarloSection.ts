import { endOfYear, fanChart, gainHistogram, importanceChart } from '../../charts/monteCarloCharts.ts';
import type { KeptRunDetail } from '../../domain/monteCarlo.ts';
import type { PlanRef } from '../../engine/analysis/planFlows.ts';
import type {
  Estimate,
  MonteCarloResult,
  PlanDistribution,
} from '../../engine/montecarlo/monteCarloResult.ts';
import { formatNumber, type Language } from '../../format/number.ts';
import { monteCarloText } from '../../text/monteCarloText.ts';
import { answerSentences, rankingSentence, shareWithError, withError } from '../../text/monteCarloWords.ts';
import { fill } from '../../text/screenText.ts';
import { strategyNames } from '../../text/strategyNames.ts';
import type { BriefingBlock, BriefingContent } from '../briefingContent.ts';
import type { Table } from './tables.ts';

const none: Estimate = { value: NaN, standardError: NaN };

function nameIn({ evidence }: KeptRunDetail, language: Language): (plan: PlanRef) => string {
  return (plan) =>
    plan.kind === 'strategy'
      ? strategyNames[language][plan.strategy]
      : (evidence.ownPlans?.find(({ id }) => id === plan.id)?.name ?? plan.id);
}

function row(
  { plan, npvUsd, probabilityBest }: PlanDistribution,
  name: string,
  isBest: boolean,
  language: Language,
): Table['rows'][number] {
  const exceeded = (share: number): Estimate =>
    npvUsd.percentiles.find(({ exceededWith }) => exceededWith === share) ?? none;
  return {
    best: isBest,
    cells: [
      { text: name, mark: plan.kind === 'strategy' ? plan.strategy : 'own' },
      { text: withError(exceeded(0.9), language) },
      { text: withError(exceeded(0.5), language) },
      { text: withError(exceeded(0.1), language) },
      { text: withError(npvUsd.cvar05, language) },
      { text: probabilityBest === null ? '' : shareWithError(probabilityBest, language) },
    ],
  };
}

function plansTable(result: MonteCarloResult, nameOf: (plan: PlanRef) => string, language: Language): Table {
  const t = monteCarloText[language];
  const column = (head: string, unit: string) => ({ head, unit, numeric: true });
  return {
    type: 'table',
    caption: t.tableTitle,
    captionUnit: t.unitM,
    columns: [
      { head: t.strategy, unit: '', numeric: false, wide: true },
      column(t.p90, t.unitM),
      column(t.p50, t.unitM),
      column(t.p10, t.unitM),
      column(t.cvar, t.unitM),
      column(t.best, t.unitShare),
    ],
    rows: result.plans.map((plan) =>
      row(
        plan,
        nameOf(plan.plan),
        plan.plan.kind === 'strategy' && plan.plan.strategy === result.ranking?.first,
        language,
      ),
    ),
    note: t.error,
  };
}

/** What a reader needs to draw the run again, and what it leaves open. */
function basisOf({ result, settings, engineVersion, npvSha256 }: KeptRunDetail, language: Language): string {
  const t = monteCarloText[language];
  const run = fill(t.whole, {
    paths: formatNumber(settings.paths, language),
    seed: String(settings.seed),
    months: result.horizonMonths,
  });
  const bits = fill(t.printedBasis, { version: engineVersion, hash: npvSha256.slice(0, 16) });
  return `${run} ${bits} ${t.foresight} ${t.emptyHall}`;
}

/**
 * P14, P16 The newest kept run of the very data that the briefing is of: fan, distribution and probabilities in words.
 * @param kept null where no run of these data is kept; nothing is printed then
 */
export function monteCarloSection(
  kept: KeptRunDetail | null,
  language: Language,
): BriefingContent['sections'][number] {
  const heading = monteCarloText[language].section;
  if (!kept) return { id: 'monteCarlo', heading, newPage: false, blocks: [] };
  const { result } = kept;
  const { gain, ranking, valuationMonth, horizonMonths } = result;
  const nameOf = nameIn(kept, language);
  const lastYear = endOfYear(valuationMonth, horizonMonths, Math.ceil(horizonMonths / 12) - 1);
  const sentences = gain ? answerSentences(gain, lastYear, language) : [];
  const shown = gain?.conversion ?? ranking?.first;
  const fanned = result.plans.find(({ plan }) => plan.kind === 'strategy' && plan.strategy === shown);
  const importance = importanceChart(result, language);
  const blocks: BriefingBlock[] = [
    ...[sentences.join(' '), ranking ? rankingSentence(ranking, language) : '']
      .filter((text) => text !== '')
      .map((text): BriefingBlock => ({ type: 'paragraph', text })),
    ...(gain ? [{ type: 'chart' as const, spec: gainHistogram(gain, language) }] : []),
    ...(fanned ? [{ type: 'chart' as const, spec: fanChart(fanned, result, nameOf, language) }] : []),
    plansTable(result, nameOf, language),
    ...(importance ? [{ type: 'chart' as const, spec: importance }] : []),
    { type: 'paragraph', text: basisOf(kept, language) },
  ];
  return { id: 'monteCarlo', heading, newPage: false, blocks };
}
