import type { BackcastPage } from '../domain/backcast.ts';
import type { ClaimsFacts } from '../domain/claims.ts';
import type { CompanyDetail, SiteDetail } from '../domain/site.ts';
import { cashFlowChart } from '../charts/cashFlowChart.ts';
import { siteTrial } from '../engine/claims/siteTrial.ts';
import type { Comparison } from '../changes/comparison.ts';
import type { SiteEvidence } from '../engine/analysis/evidence.ts';
import type { SiteAnalysis } from '../engine/analysis/siteAnalysis.ts';
import { formatDate, formatMillions, formatNumber, type Language } from '../format/number.ts';
import { faultLimit } from '../text/faultText.ts';
import { inputLabel } from '../text/inputLabels.ts';
import { isStaleInput } from '../staleness/staleness.ts';
import { stalenessText, withStaleNote } from '../text/stalenessText.ts';
import { fill } from '../text/screenText.ts';
import type { BriefingBlock, BriefingCell, BriefingContent } from './briefingContent.ts';
import { companyFigures } from '../engine/analysis/companyFigures.ts';
import { assumptionsTable, companyStrategiesTable, sourcesTable } from './parts/companyTables.ts';
import { backcastSection, identitySection } from './parts/recordSections.ts';
import { companySection } from './parts/companySection.ts';
import { claimsSection } from './parts/claimsSection.ts';
import { changesSection } from './parts/changesSection.ts';
import { clockOf, closingSection, footerOf, headerOf, type BriefingOptions } from './parts/frame.ts';
import { limitsOf, scenarioOf } from './parts/marketParts.ts';
import { documentsTable } from './parts/documentsTable.ts';
import { pageText } from './parts/pageText.ts';
import { scenarioSection } from './parts/scenarioPart.ts';
import { contractsTable, debtTable, numberCell } from './parts/tables.ts';
import { advantageUsdPerMw, bestConversion, verdictWord } from './parts/verdictWords.ts';

export interface AnalysedSite {
  readonly evidence: SiteEvidence;
  readonly analysis: SiteAnalysis;
  readonly detail: SiteDetail;
}

export interface CompanyBriefingArgs extends BriefingOptions {
  readonly company: CompanyDetail;
  readonly sites: readonly AnalysedSite[];
  readonly claims: ClaimsFacts;
  readonly backcast: Pick<BackcastPage, 'production' | 'leases'>;
  /** P44 Beside the last issued briefing of the company; undefined where there is none. */
  readonly since?: Comparison | undefined;
  readonly run: { readonly runId: string; readonly seed: number; readonly dataHash: string };
}

const isComputed = ({ analysis }: AnalysedSite): boolean => analysis.verdict.verdict !== 'not computable';

function gridMwOf({ analysis }: AnalysedSite): number | null {
  return analysis.inputs.find(({ key }) => key === 'gridPowerMw')?.value ?? null;
}

function siteRow(site: AnalysedSite, language: Language): { cells: BriefingCell[] } {
  const { analysis, detail } = site;
  const advantage = advantageUsdPerMw(analysis) ?? null;
  const missing = [
    ...new Set(analysis.strategies.flatMap((outcome) => (outcome.computable ? [] : outcome.missing))),
  ];
  const verdict = isComputed(site)
    ? verdictWord(analysis, language)
    : `${verdictWord(analysis, language)}: ${pageText[language].missing} ${missing.map((key) => inputLabel(key, language)).join(', ')}`;
  return {
    cells: [
      { text: detail.row.name },
      numberCell(gridMwOf(site), language, (value) => formatNumber(value, language)),
      { text: verdict, ...(isComputed(site) ? {} : { state: 'missing' as const }) },
      numberCell(advantage, language, (value) => formatNumber(value / 1e6, language, 2)),
      numberCell(bestConversion(analysis)?.figures.peakFundingUsd ?? null, language, (value) =>
        formatMillions(value, language),
      ),
      { text: `${analysis.counts.preset}` },
    ],
  };
}

function sitesTable(sites: readonly AnalysedSite[], language: Language): BriefingBlock {
  const de = language === 'de';
  return {
    type: 'table',
    caption: de ? 'Standorte' : 'Sites',
    captionUnit: de
      ? `${sites.filter(isComputed).length} von ${sites.length} berechenbar`
      : `${sites.filter(isComputed).length} of ${sites.length} computable`,
    columns: [
      { head: de ? 'Standort' : 'Site', unit: '', numeric: false },
      { head: de ? 'Leistung' : 'Power', unit: de ? 'MW Anschluss' : 'grid MW', numeric: true },
      { head: de ? 'Urteil' : 'Verdict', unit: '', numeric: false, wide: true },
      {
        head: de ? 'Vorteil gegenüber Mining' : 'Advantage over mining',
        unit: de ? 'Mio. $ je MW' : '$m per MW',
        numeric: true,
      },
      { head: de ? 'Höchster Kapitalbedarf' : 'Peak funding', unit: de ? 'Mio. $' : '$m', numeric: true },
      { head: de ? 'Annahmen' : 'Assumptions', unit: '◇', numeric: true },
    ],
    rows: sites.map((site) => siteRow(site, language)),
    note: de
      ? 'Der Vorteil fehlt, wo ein Standort kein Mining betreibt oder seine Leistung nicht bekannt ist.'
      : 'The advantage is missing where a site does not mine or its power is not known.',
  };
}

/** Sums only what is known, and says of how many. */
function five(args: CompanyBriefingArgs): BriefingContent['five'] {
  const { sites, company, language } = args;
  const de = language === 'de';
  const computed = sites.filter(isComputed);
  const clock = clockOf(args);
  const old = computed.filter(({ analysis }) => analysis.inputs.some((input) => isStaleInput(input, clock)));
  const covers = de
    ? `deckt ${computed.length} von ${sites.length} Standorten`
    : `covers ${computed.length} of ${sites.length} sites`;
  const coverage =
    old.length === 0 ? covers : `${covers}, ${fill(stalenessText[language].sitesOld, { count: old.length })}`;
  const converting = computed.filter(({ analysis }) => analysis.verdict.verdict === 'convert');
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const known = computed.map(gridMwOf).filter((value) => value !== null);
  const peak = computed.flatMap(({ analysis }) => bestConversion(analysis)?.figures.peakFundingUsd ?? []);
  const { signedContractValueUsd, contractsWithValue, signedContracts } = company.row;
  const none = pageText[language].missing;
  return [
    {
      label: de ? 'Standorte mit Urteil Umrüsten' : 'Sites to convert',
      value: String(converting.length),
      unit: de ? `von ${computed.length}` : `of ${computed.length}`,
      basis: coverage,
    },
    {
      label: de ? 'Leistung' : 'Power',
      value: known.length === 0 ? none : formatNumber(sum(known), language),
      unit: known.length === 0 ? '' : de ? 'MW Anschluss' : 'grid MW',
      basis: coverage,
    },
    {
      label: de ? 'Höchster Kapitalbedarf' : 'Peak funding',
      value: peak.length === 0 ? none : formatNumber(sum(peak) / 1e9, language, 1),
      unit: peak.length === 0 ? '' : de ? 'Mrd. $' : '$bn',
      basis: coverage,
    },
    {
      label: de ? 'Unterzeichnete Verträge' : 'Signed contracts',
      value: String(signedContracts),
      unit: '',
      basis: de ? 'ohne Absichten und Überholtes' : 'no intents, none superseded',
    },
    {
      label: de ? 'Vertragswert (Grundwert)' : 'Contract value (base)',
      value: signedContractValueUsd === null ? none : formatNumber(signedContractValueUsd / 1e9, language, 1),
      unit: signedContractValueUsd === null ? '' : de ? 'Mrd. $' : '$bn',
      basis: de
        ? `deckt ${contractsWithValue} von ${signedContracts} Verträgen`
        : `covers ${contractsWithValue} of ${signedContracts} contracts`,
    },
  ];
}

function titleOf({ company, sites, language }: CompanyBriefingArgs): string {
  const de = language === 'de';
  const computed = sites.filter(isComputed);
  const converting = computed.filter(({ analysis }) => analysis.verdict.verdict === 'convert').length;
  if (computed.length === 0)
    return de
      ? `${company.row.name}: kein Standort ist berechenbar`
      : `${company.row.name}: no site can be computed`;
  return de
    ? `${company.row.name}: ${converting} von ${computed.length} berechenbaren Standorten sind umgerüstet mehr wert`
    : `${company.row.name}: ${converting} of ${computed.length} computable sites are worth more converted`;
}

function chartOfLargest({ sites, language, ...args }: CompanyBriefingArgs): BriefingBlock[] {
  const largest = sites.filter(isComputed).toSorted((a, b) => (gridMwOf(b) ?? 0) - (gridMwOf(a) ?? 0))[0];
  if (!largest) return [];
  const { analysis } = largest;
  const clock = clockOf({ ...args, language });
  const spec = withStaleNote(cashFlowChart(analysis, language), analysis.inputs, clock, language);
  return [{ type: 'chart', spec: { ...spec, title: `${largest.detail.row.name}: ${spec.title}` } }];
}

type Section = BriefingContent['sections'][number];

function strategiesSection({ sites, language }: CompanyBriefingArgs): Section[] {
  const figures = companyFigures(sites.map(({ analysis }) => analysis));
  if (figures.strategies.length === 0) return [];
  return [
    {
      id: 'strategies',
      heading: pageText[language].strategiesHeading,
      newPage: false,
      blocks: [companyStrategiesTable(figures, language)],
    },
  ];
}

function sourcesSection({ company, sites, language }: CompanyBriefingArgs): Section {
  const computed = sites.filter(isComputed).map(({ analysis }) => analysis);
  return {
    id: 'sources',
    heading: pageText[language].assumptionsHeading,
    newPage: true,
    blocks: [
      ...(computed.length === 0 ? [] : [assumptionsTable(computed, language)]),
      sourcesTable(company, computed, language),
      ...documentsTable(
        [...company.attachments, ...sites.flatMap(({ detail }) => detail.attachments)],
        language,
      ),
    ],
  };
}

/** The briefing of one company as data, its sites each with their own verdict. */
export function composeCompanyBriefing(args: CompanyBriefingArgs): BriefingContent {
  const { company, sites, claims, backcast, language, run } = args;
  const clock = clockOf(args);
  const de = language === 'de';
  const text = pageText[language];
  const asOf = [company.row.oldestAsOf, company.row.newestAsOf].flatMap((date) =>
    date === null ? [] : formatDate(date, language),
  );
  const analyses = sites.map(({ analysis }) => analysis);
  const counts = sites.filter(isComputed).reduce((sum, { analysis }) => sum + analysis.counts.preset, 0);
  return {
    format: 1,
    language,
    subjectKind: 'company',
    subjectId: company.row.id,
    subject: company.row.name,
    kicker: text.kickerCompany,
    title: titleOf(args),
    header: headerOf(
      args,
      { label: de ? 'Unternehmen' : 'Company', value: company.row.name },
      asOf.join(' – '),
      scenarioOf(analyses, language),
    ),
    lead: de
      ? `Das Portfolio kennt ${sites.length} Standorte; ${sites.filter(isComputed).length} lassen sich berechnen. In den Rechnungen stehen zusammen ${counts} Annahmen (◇), die gemeinsamen stehen unten, alle mit Spanne und Quelle im Briefing des Standorts.`
      : `The portfolio knows ${sites.length} sites; ${sites.filter(isComputed).length} can be computed. Their calculations rest on ${counts} assumptions (◇) in all, the shared ones stand below, all with range and source in the site’s briefing.`,
    five: five(args),
    sections: [
      {
        id: 'sites',
        heading: text.sitesHeading,
        newPage: false,
        blocks: [sitesTable(sites, language), ...chartOfLargest(args)],
      },
      ...scenarioSection(sites, language),
      ...(args.since ? [changesSection(args.since, language)] : []),
      ...strategiesSection(args),
      claimsSection({
        subject: 'company',
        sites: sites.map(({ evidence, analysis }) => siteTrial(evidence, analysis)),
        companies: [company.row],
        contracts: company.contracts,
        margins: claims.margins,
        lastHalvingMonth: claims.lastHalvingMonth,
        language,
      }),
      companySection(company, language, clock),
      ...identitySection(company, language),
      ...backcastSection(company, backcast, language),
      ...(company.contracts.length === 0
        ? []
        : [
            {
              id: 'contracts',
              heading: text.contractsHeading,
              newPage: false,
              blocks: [contractsTable(company.contracts, language)],
            },
          ]),
      ...(company.debt.length === 0
        ? []
        : [
            {
              id: 'debt',
              heading: text.debtHeading,
              newPage: false,
              blocks: [debtTable(company.debt, language)],
            },
          ]),
      sourcesSection(args),
      closingSection(args, [
        ...limitsOf(analyses, language),
        ...faultLimit(args.faults, 'company', language),
      ]),
    ],
    footer: footerOf(args, { ...run, scenarios: sites.map(({ evidence }) => evidence.scenario) }),
  };
}
