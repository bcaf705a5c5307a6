import type { OwnPlan, OwnPlanBlock } from '../../engine/analysis/ownPlans/ownPlan.ts';
import type { SiteEvidence } from '../../engine/analysis/evidence.ts';
import { planAdvantage, type PlanAdvantage } from '../../engine/analysis/planAdvantage.ts';
import type { OwnPlanOutcome, SiteFigures, StrategyOutcome } from '../../engine/analysis/siteAnalysis.ts';
import {
  formatDate,
  formatAlike,
  formatMillions,
  formatNumber,
  formatPercent,
  formatPlain,
  type Language,
} from '../../format/number.ts';
import { commonRateText, verdictWords } from '../../text/commonRateText.ts';
import { findingSentence } from '../../text/findingSentence.ts';
import { inputLabel } from '../../text/inputLabels.ts';
import { inputText } from '../../text/inputText.ts';
import { inputTable, isInputKey } from '../../engine/analysis/inputTable.ts';
import { blockUseNames, planText, serviceNames } from '../../text/planText.ts';
import { fill, screenText } from '../../text/screenText.ts';
import { strategyNames } from '../../text/strategyNames.ts';
import type { BriefingBlock, BriefingCell } from '../briefingContent.ts';
import { pageText } from './pageText.ts';
import { naCell, numberCell, type Table } from './tables.ts';
import { millionsPerMw } from './verdictWords.ts';

/** R5.16a The verdict at one rate, as a sentence; nothing where no such rate is known. */
export function commonRateBlocks(analysis: SiteFigures, language: Language): BriefingBlock[] {
  const { commonRateVerdict: common, verdict } = analysis;
  if (!common?.best || common.bestUsdPerMw === null) return [];
  const isSame = common.verdict === verdict.verdict && common.best === verdict.best;
  const t = commonRateText[language];
  const text = fill(isSame ? t.same : t.other, {
    rate: `${formatPercent(common.discountRatePerYear, language)}\u00a0%`,
    verdict: verdictWords[language][common.verdict],
    name: strategyNames[language][common.best],
    amount: millionsPerMw(common.bestUsdPerMw, language),
  });
  return [{ type: 'paragraph', text }];
}

function hallRow(outcome: StrategyOutcome, language: Language, mw: (value: number) => string): Table['rows'] {
  if (!outcome.computable || outcome.figures.criticalItMw === null) return [];
  const { figures } = outcome;
  const orNa = (value: number | null, show: (value: number) => string): BriefingCell =>
    value === null ? naCell(language) : numberCell(value, language, show);
  const percent = (value: number) => formatPercent(value, language);
  const millions = (value: number) => formatMillions(value, language);
  return [
    {
      cells: [
        { text: strategyNames[language][outcome.kind], mark: outcome.kind },
        numberCell(figures.criticalItMw, language, mw),
        orNa(figures.grossCapexUsd, millions),
        orNa(figures.gpuCapexUsd, millions),
        orNa(figures.yieldOnCost, percent),
        orNa(figures.yieldOnCostTermAverage, percent),
        orNa(figures.gap?.gapMonths ?? null, (value) => formatNumber(value, language)),
      ],
    },
  ];
}

/** R5.3, R5.13 What the halls cost and yield, both yields by name; nothing where no hall can be computed. */
export function hallsTable(analysis: SiteFigures, language: Language): BriefingBlock[] {
  const de = language === 'de';
  const mw = formatAlike(
    analysis.strategies.map((outcome) => (outcome.computable ? outcome.figures.criticalItMw : null)),
    language,
  );
  const rows = analysis.strategies.flatMap((outcome) => hallRow(outcome, language, mw));
  if (rows.length === 0) return [];
  const million = de ? 'Mio. $' : '$m';
  const column = (head: string, unit: string) => ({ head, unit, numeric: true });
  return [
    {
      type: 'table',
      caption: de ? 'Hallen: Baukosten und Rendite' : 'Halls: cost and yield',
      captionUnit: de
        ? 'Rendite = NOI je Baukosten (R5.13, R5.13a)'
        : 'yield = NOI over cost (R5.13, R5.13a)',
      columns: [
        { head: de ? 'Strategie' : 'Strategy', unit: '', numeric: false },
        column(de ? 'Kritische IT' : 'Critical IT', 'MW'),
        column(de ? 'Baukosten' : 'Gross capex', million),
        column('GPUs', million),
        column(de ? 'Rendite' : 'Yield', de ? '% erstes volles Jahr' : '% first full year'),
        column(de ? 'Rendite' : 'Yield', de ? '% Mittel der Laufzeit' : '% term average'),
        column(de ? 'Umbaulücke' : 'Gap', de ? 'Monate' : 'months'),
      ],
      rows,
      note: '',
    },
  ];
}

/** What stands where a plan has no such figure: unknown wherever the plan could have one. */
function gapCell(couldBe: boolean, language: Language): BriefingCell {
  return couldBe ? numberCell(null, language, String) : naCell(language);
}

function advantageCell(advantage: PlanAdvantage, language: Language): BriefingCell {
  if (typeof advantage === 'string') return gapCell(advantage === 'missing', language);
  return numberCell(advantage, language, (value) => formatMillions(value, language));
}

function planRow(
  outcome: OwnPlanOutcome,
  plan: Pick<OwnPlan, 'isTaxed' | 'loans'>,
  advantage: PlanAdvantage,
  language: Language,
): Table['rows'][number] {
  const name: BriefingCell = { text: outcome.name, mark: 'own' };
  const toKeep = advantageCell(advantage, language);
  const hasLoans = plan.loans.length > 0;
  const isFinanced = plan.isTaxed || hasLoans;
  if (!outcome.computable) {
    const why = outcome.missing.map((key) => inputLabel(key, language)).join(', ');
    // Where nothing is missing a value is there that cannot be used; which one the findings say.
    const said = outcome.findings.map((finding) => findingSentence(finding, language)).join(' ');
    const note: BriefingCell =
      outcome.missing.length === 0
        ? { text: `${screenText[language].notComputable}. ${said}`, state: 'notApplicable' }
        : { text: `${pageText[language].missing}: ${why}`, state: 'missing' };
    const couldBe = [true, true, plan.isTaxed, isFinanced, hasLoans];
    return { cells: [name, note, toKeep, ...couldBe.map((can) => gapCell(can, language))] };
  }
  const { figures, financing } = outcome;
  const shown = (
    value: number | null | undefined,
    couldBe: boolean,
    show: (value: number) => string,
  ): BriefingCell =>
    value === null || value === undefined ? gapCell(couldBe, language) : numberCell(value, language, show);
  const millions = (value: number) => formatMillions(value, language);
  const percent = (value: number) => formatPercent(value, language);
  return {
    cells: [
      name,
      numberCell(figures.npvUsd, language, millions),
      toKeep,
      // A flow that never changes its sign has no rate; that of a computed flow is not unknown.
      shown(figures.irrPerYear, false, percent),
      numberCell(figures.peakFundingUsd, language, millions),
      shown(financing?.npvAfterTaxUsd, plan.isTaxed, millions),
      shown(financing?.equityIrrPerYear, isFinanced && financing?.equityNpvUsd == null, percent),
      shown(financing?.minDscr, hasLoans && financing?.commitmentUsd == null, (value) =>
        formatNumber(value, language, 2),
      ),
    ],
  };
}

/** What a block sells, and the inputs of the site that it replaces. */
function detailCell(service: string, terms: OwnPlanBlock['terms'], language: Language): BriefingCell {
  const replaced = terms.map(({ key, value }) => {
    const unit = isInputKey(key) ? inputTable[key].unit : '1';
    return `${inputLabel(key, language)} ${inputText(key, value, unit, language)}`;
  });
  const text = [service, ...replaced].filter((part) => part !== '').join('; ');
  return replaced.length === 0 ? { text } : { text, sign: 'own' };
}

/** The blocks of a plan with the dates that follow: a mining block may end by itself or with what replaces it. */
function blockRows(
  plan: OwnPlan,
  outcome: OwnPlanOutcome | undefined,
  months: readonly string[],
  language: Language,
): Table['rows'] {
  const t = planText[language];
  const monthName = (month: number): string => {
    const name = months[month];
    return name === undefined ? t.toHorizon : formatDate(name, language);
  };
  return plan.blocks.map(({ id, use, gridMw, fromMonth, toMonth, service, terms }, index) => {
    const end = outcome?.dates.find((one) => one.id === id)?.endMonth ?? toMonth;
    return {
      cells: [
        index === 0 ? { text: plan.name, mark: 'own' as const } : { text: '' },
        { text: blockUseNames[language][use] },
        { text: formatPlain(gridMw, language) },
        { text: monthName(fromMonth) },
        { text: use === 'siteSale' ? '' : end === null ? t.toHorizon : monthName(end) },
        detailCell(service === null ? '' : serviceNames[language][service], terms, language),
      ],
    };
  });
}

/** R5.9 After tax there is one rate for the site; it is not that of every block before tax. */
function afterTaxNote(outcomes: readonly OwnPlanOutcome[], language: Language): string {
  const taxed = outcomes.flatMap((outcome) =>
    outcome.computable && outcome.financing?.npvAfterTaxUsd != null
      ? [`${outcome.name} ${formatPercent(outcome.figures.discountRatePerYear, language)}\u00a0%`]
      : [],
  );
  return taxed.length === 0 ? '' : fill(planText[language].afterTaxNote, { rates: taxed.join(', ') });
}

/** R5.2c The analyst's own plans: what they are made of and what they are worth beside the strategies. */
export function ownPlanBlocks(
  analysis: SiteFigures,
  { currentUse, ownPlans: plans = [] }: Pick<SiteEvidence, 'currentUse' | 'ownPlans'>,
  language: Language,
): BriefingBlock[] {
  const de = language === 'de';
  const outcomes = analysis.ownPlans ?? [];
  if (outcomes.length === 0) return [];
  const million = de ? 'Mio. $' : '$m';
  const t = planText[language];
  const column = (head: string, unit: string) => ({ head, unit, numeric: true });
  const words = (head: string) => ({ head, unit: '', numeric: false });
  return [
    {
      type: 'table',
      caption: de ? 'Eigene Pläne' : 'Own plans',
      captionUnit: de ? 'derselbe Horizont und Markt' : 'same horizon and market',
      columns: [
        words(t.plan),
        column(de ? 'Kapitalwert' : 'NPV', million),
        column(t.toKeep, million),
        column(de ? 'Interner Zins' : 'IRR', de ? '% im Jahr' : '% a year'),
        column(de ? 'Höchster Kapitalbedarf' : 'Peak funding', million),
        column(t.afterTax, million),
        column(t.equityIrr, de ? '% im Jahr' : '% a year'),
        column(t.minDscr, '×'),
      ],
      rows: outcomes.flatMap((outcome) => {
        const plan = plans.find(({ id }) => id === outcome.id);
        const advantage = planAdvantage(outcome, analysis, { currentUse });
        return plan ? [planRow(outcome, plan, advantage, language)] : [];
      }),
      note: `${t.notRanked} ${afterTaxNote(outcomes, language)}`.trim(),
    },
    {
      type: 'table',
      caption: de ? 'Blöcke der eigenen Pläne' : 'Blocks of the own plans',
      captionUnit: de ? '◆ ersetzt eine Eingabe des Standorts' : '◆ replaces an input of the site',
      columns: [
        words(t.plan),
        words(t.use),
        column(t.power, t.gridMw),
        words(t.start),
        words(t.end),
        { ...words(`${t.service}, ${t.termsShort}`), wide: true },
      ],
      rows: plans.flatMap((plan) =>
        blockRows(
          plan,
          outcomes.find(({ id }) => id === plan.id),
          analysis.months,
          language,
        ),
      ),
      note: '',
    },
  ];
}
