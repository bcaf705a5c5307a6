import type { ClaimsFacts } from '../domain/claims.ts';
import type { KeptRunDetail } from '../domain/monteCarlo.ts';
import type { CompanyDetail, SiteDetail } from '../domain/site.ts';
import { cashFlowChart, npvRankingChart } from '../charts/cashFlowChart.ts';
import type { ChartSpec } from '../charts/chartSpec.ts';
import { siteTrial } from '../engine/claims/siteTrial.ts';
import type { Comparison } from '../changes/comparison.ts';
import type { SiteEvidence } from '../engine/analysis/evidence.ts';
import type { SiteAnalysis, SiteFigures } from '../engine/analysis/siteAnalysis.ts';
import type { SiteRisk } from '../engine/risk/sensitivity.ts';
import {
  formatDate,
  formatMillions,
  formatMonthName,
  formatNumber,
  formatPercent,
  type Language,
} from '../format/number.ts';
import { faultLimit } from '../text/faultText.ts';
import { inputLabel } from '../text/inputLabels.ts';
import { staleLimit, withStaleNote } from '../text/stalenessText.ts';
import { strategyNames } from '../text/strategyNames.ts';
import type { BriefingBlock, BriefingContent } from './briefingContent.ts';
import { allianceBlocks } from './parts/alliancePart.ts';
import { claimsSection } from './parts/claimsSection.ts';
import { changesSection } from './parts/changesSection.ts';
import { clockOf, closingSection, footerOf, headerOf, type BriefingOptions } from './parts/frame.ts';
import { limitsOf, scenarioOf } from './parts/marketParts.ts';
import { documentsTable } from './parts/documentsTable.ts';
import { pageText } from './parts/pageText.ts';
import { scenarioSection } from './parts/scenarioPart.ts';
import { companySection } from './parts/companySection.ts';
import { commonRateBlocks, hallsTable, ownPlanBlocks } from './parts/plansSection.ts';
import { monteCarloSection } from './parts/monteCarloSection.ts';
import { sensitivitySection } from './parts/sensitivitySection.ts';
import { contractsTable, inputsTable, strategiesTable } from './parts/tables.ts';
import {
  advantageUsdPerMw,
  bestConversion,
  findingTitle,
  flipSentences,
  millionsPerMw,
  verdictWord,
} from './parts/verdictWords.ts';

export interface SiteBriefingArgs extends BriefingOptions {
  readonly evidence: SiteEvidence;
  readonly analysis: SiteAnalysis;
  readonly site: SiteDetail;
  readonly company: CompanyDetail;
  readonly claims: ClaimsFacts;
  /** P13, P33, P60 */
  readonly risk: SiteRisk;
  /** R7.2 The newest kept run of these very data; null where there is none. */
  readonly monteCarlo: KeptRunDetail | null;
  /** P44 Beside the last issued briefing of the site; undefined where there is none. */
  readonly since?: Comparison | undefined;
}

function driversAsOf(analysis: SiteFigures, language: Language): string {
  const drivers = [
    'btcPriceUsd',
    'networkHashrateEhS',
    'miningPowerPriceUsdPerMwh',
    'rentYear1UsdPerKwMonth',
  ];
  return drivers
    .map((key) => {
      const input = analysis.inputs.find((candidate) => candidate.key === key);
      const date = input?.asOf ? formatDate(input.asOf, language) : pageText[language].assumption;
      return `${inputLabel(key, language)} ${date}`;
    })
    .join(' · ');
}

function missingWords(analysis: SiteFigures, language: Language): string {
  const keys = new Set(analysis.strategies.flatMap((outcome) => (outcome.computable ? [] : outcome.missing)));
  return [...keys].map((key) => inputLabel(key, language)).join(', ');
}

/** The lead: verdict, margin, and what it hangs on. */
function leadOf(analysis: SiteFigures, language: Language): string {
  const de = language === 'de';
  const { runnerUp, marginUsdPerMw, verdict } = analysis.verdict;
  if (verdict === 'not computable')
    return de
      ? `Das Urteil lässt sich nicht berechnen. Es fehlen: ${missingWords(analysis, language)}.`
      : `The verdict cannot be computed. Missing: ${missingWords(analysis, language)}.`;
  const first = `${de ? 'Urteil nach R5.16' : 'Verdict by R5.16'}: ${verdictWord(analysis, language)}.`;
  const second =
    runnerUp === null || marginUsdPerMw === null
      ? ''
      : de
        ? `Der Abstand zur zweitbesten Strategie (${strategyNames.de[runnerUp]}) beträgt ${millionsPerMw(marginUsdPerMw, 'de')} je MW Anschluss.`
        : `The margin to the runner-up (${strategyNames.en[runnerUp]}) is ${millionsPerMw(marginUsdPerMw, 'en')} per grid MW.`;
  const { counts } = analysis;
  const { scenario: changed = 0 } = counts;
  const total = counts.fact + counts.derived + counts.own + counts.preset + counts.missing + changed;
  const third = de
    ? `Von ${total} Eingaben sind ${counts.fact + counts.derived} belegt, ${counts.preset} Annahmen (◇), ${counts.own} eigene Werte (◆), ${counts.missing} fehlen${changed === 0 ? '' : `, ${changed} ändert das Szenario`}.`
    : `Of ${total} inputs ${counts.fact + counts.derived} are sourced, ${counts.preset} are assumptions (◇), ${counts.own} own values (◆), ${counts.missing} missing${changed === 0 ? '' : `, ${changed} changed by the scenario`}.`;
  return [first, second, third].filter((sentence) => sentence !== '').join(' ');
}

/** Exactly five numbers, each with unit and a line of basis. */
export function fiveNumbers(analysis: SiteFigures, language: Language): BriefingContent['five'] {
  const de = language === 'de';
  const none = pageText[language].notApplicable;
  const conversion = bestConversion(analysis);
  const advantage = advantageUsdPerMw(analysis);
  const figures = conversion?.figures;
  const name = conversion ? strategyNames[language][conversion.kind] : '';
  // Without a conversion that can be computed the figure is missing; with one, it may not exist.
  const absent = figures === undefined ? pageText[language].missing : none;
  const row = (label: string, value: string | undefined, unit: string, basis: string) => ({
    label,
    value: value ?? absent,
    unit: value === undefined ? '' : unit,
    basis: figures === undefined ? '' : basis,
  });
  const gap = figures?.gap;
  // In English the sign stands before the amount, in German its name behind it.
  const dollars = (millions: string): string =>
    de ? millions : `$${millions}m`.replace('$\u2212', '\u2212$');
  return [
    row(
      de ? 'Vorteil gegenüber Mining' : 'Advantage over mining',
      advantage === undefined ? undefined : dollars(formatNumber(advantage / 1e6, language, 2)),
      de ? 'Mio. $ je MW' : 'per MW',
      de ? `${name}, MW Anschluss` : `${name}, grid MW`,
    ),
    row(
      de ? 'Interner Zins' : 'IRR',
      figures?.irrPerYear === null || figures === undefined
        ? undefined
        : formatPercent(figures.irrPerYear, language),
      '%',
      figures && figures.irrPerYear === null
        ? de
          ? `${figures.irrRootCount} Lösungen (R5.11)`
          : `${figures.irrRootCount} roots (R5.11)`
        : de
          ? 'Projekt, vor Steuern'
          : 'project, before tax',
    ),
    row(
      de ? 'Höchster Kapitalbedarf' : 'Peak funding',
      figures === undefined ? undefined : dollars(formatMillions(figures.peakFundingUsd, language)),
      de ? 'Mio. $' : '',
      name,
    ),
    row(
      de ? 'Umbaulücke' : 'Conversion gap',
      gap ? String(gap.gapMonths) : undefined,
      de ? 'Monate' : 'months',
      gap ? (de ? 'ohne Mining und Miete' : 'without mining or rent') : '',
    ),
    row(
      de ? 'Anteil Endwert' : 'Terminal share',
      figures?.terminalShareOfNpv === null || figures === undefined
        ? undefined
        : formatPercent(figures.terminalShareOfNpv, language, 0),
      '%',
      de ? 'des Kapitalwerts' : 'of NPV',
    ),
  ];
}

function reasonsFor(analysis: SiteFigures, site: SiteDetail, language: Language): string[] {
  const de = language === 'de';
  const reasons: string[] = [];
  const { energisedMw, contractedMw } = site.row;
  if (energisedMw?.value != null)
    reasons.push(
      de
        ? `${formatNumber(energisedMw.value, 'de')} MW Anschluss stehen unter Spannung${contractedMw?.value == null ? '' : `, ${formatNumber(contractedMw.value, 'de')} sind vertraglich zugesagt`}.`
        : `${formatNumber(energisedMw.value, 'en')} grid MW are energised${contractedMw?.value == null ? '' : `, ${formatNumber(contractedMw.value, 'en')} secured`}.`,
    );
  const { best, runnerUp } = analysis.verdict;
  for (const outcome of analysis.strategies) {
    if (!['keepMining', best, runnerUp].includes(outcome.kind)) continue;
    if (!outcome.computable || outcome.figures.ebitdaUsdPerContractedGridMwh === null) continue;
    const amount = formatNumber(outcome.figures.ebitdaUsdPerContractedGridMwh, language, 1);
    reasons.push(
      de
        ? `${strategyNames.de[outcome.kind]}: ${amount} $ EBITDA je Anschluss-MWh über den ganzen Horizont.`
        : `${strategyNames.en[outcome.kind]}: $${amount} EBITDA per contracted grid MWh over the whole horizon.`.replace(
            '$\u2212',
            '\u2212$',
          ),
    );
  }
  const counted = site.contracts.filter((contract) => contract.countsInSums);
  if (counted.length > 0)
    reasons.push(
      de
        ? `${counted.length} unterzeichnete KI-Verträge am Standort.`
        : `${counted.length} signed AI contracts at the site.`,
    );
  return reasons;
}

function gapSentence(analysis: SiteFigures, language: Language): BriefingBlock[] {
  const conversion = bestConversion(analysis);
  const gap = conversion?.figures.gap;
  if (!conversion || !gap) return [];
  const month = (index: number): string => {
    const name = analysis.months[index];
    return name === undefined
      ? language === 'de'
        ? 'nach dem Horizont'
        : 'after the horizon'
      : formatMonthName(name, language);
  };
  const text =
    language === 'de'
      ? `Mining endet im ${month(gap.miningEndMonth)}, der Bau beginnt im ${month(gap.buildStartMonth)}, die erste Abrechnung fällt in ${month(gap.billingStartMonth)}. Dazwischen liegen ${gap.gapMonths} Monate ohne Erlös aus Mining oder Miete; sie sind eingerechnet.`
      : `Mining ends in ${month(gap.miningEndMonth)}, building starts in ${month(gap.buildStartMonth)}, first billing falls in ${month(gap.billingStartMonth)}. In between lie ${gap.gapMonths} months without revenue from mining or rent; they are in the figures.`;
  return [{ type: 'paragraph', text }];
}

function mainSections(args: SiteBriefingArgs): BriefingContent['sections'] {
  const { analysis, evidence, site, language } = args;
  const text = pageText[language];
  const scenario = scenarioSection([{ evidence, analysis }], language);
  const dated = (spec: ChartSpec) => withStaleNote(spec, analysis.inputs, clockOf(args), language);
  const charts: BriefingBlock[] = analysis.strategies.some((outcome) => outcome.computable)
    ? [{ type: 'chart', spec: dated(npvRankingChart(analysis, language)) }]
    : [];
  return [
    {
      id: 'finding',
      heading: language === 'de' ? 'Zusammenfassung' : 'Summary',
      newPage: false,
      blocks: [
        ...charts,
        {
          type: 'columns',
          columns: [
            [
              { type: 'subheading', text: text.forHeading },
              { type: 'list', items: reasonsFor(analysis, site, language) },
            ],
            [
              { type: 'subheading', text: text.flipsHeading },
              { type: 'list', items: flipSentences(analysis.flips, analysis, language) },
            ],
          ],
        },
      ],
    },
    ...scenario,
    ...(args.since ? [changesSection(args.since, language)] : []),
    {
      id: 'strategies',
      heading: text.strategiesHeading,
      newPage: args.since === undefined && scenario.length === 0,
      blocks: [
        strategiesTable(analysis, language),
        ...commonRateBlocks(analysis, language),
        ...hallsTable(analysis, language),
        ...allianceBlocks(analysis.alliance, language),
        ...ownPlanBlocks(analysis, evidence, language),
      ],
    },
    {
      id: 'cashFlow',
      heading: text.cashFlowHeading,
      newPage: false,
      blocks:
        charts.length === 0
          ? []
          : [
              { type: 'chart', spec: dated(cashFlowChart(analysis, language)) },
              ...gapSentence(analysis, language),
            ],
    },
    sensitivitySection(args.risk, dated, language),
    monteCarloSection(args.monteCarlo, language),
  ];
}

/** The briefing of one site as data: what is printed, and what is frozen when it is issued. */
export function composeSiteBriefing(args: SiteBriefingArgs): BriefingContent {
  const { analysis, evidence, site, company, language } = args;
  const text = pageText[language];
  const place = [site.row.cityRegion, site.row.country].filter((part) => part !== null).join(', ');
  const clock = clockOf(args);
  const sections = mainSections(args).filter(({ blocks }) => blocks.length > 0);
  return {
    format: 1,
    language,
    subjectKind: 'site',
    subjectId: site.row.id,
    subject: `${company.row.name} · ${site.row.name}`,
    kicker: text.kickerSite,
    title: findingTitle(analysis, site.row.name, language),
    header: headerOf(
      args,
      {
        label: language === 'de' ? 'Standort' : 'Site',
        value: place.startsWith(site.row.name) ? place : `${site.row.name}, ${place}`,
      },
      driversAsOf(analysis, language),
      scenarioOf([analysis], language),
    ),
    lead: leadOf(analysis, language),
    five: fiveNumbers(analysis, language),
    sections: [
      ...sections,
      claimsSection({
        subject: 'site',
        sites: [siteTrial(evidence, analysis)],
        companies: [company.row],
        contracts: site.contracts,
        margins: args.claims.margins,
        lastHalvingMonth: args.claims.lastHalvingMonth,
        language,
      }),
      companySection(company, language, clock),
      {
        id: 'contracts',
        heading: text.contractsHeading,
        newPage: false,
        blocks:
          company.contracts.length === 0
            ? [
                {
                  type: 'paragraph',
                  text:
                    language === 'de'
                      ? 'Im Portfolio stehen keine Verträge.'
                      : 'The portfolio holds no contracts.',
                },
              ]
            : [contractsTable(company.contracts, language)],
      },
      {
        id: 'inputs',
        heading: text.assumptionsHeading,
        newPage: true,
        blocks: [
          inputsTable(analysis, language, clock),
          ...documentsTable([...site.attachments, ...company.attachments], language),
        ],
      },
      closingSection(args, [
        ...limitsOf([analysis], language),
        ...staleLimit(analysis.inputs, clock, language),
        ...faultLimit(args.faults, 'site', language),
      ]),
    ],
    footer: footerOf(args, { ...evidence, scenarios: [evidence.scenario] }),
  };
}
