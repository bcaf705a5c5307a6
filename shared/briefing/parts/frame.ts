import type { Fault } from '../../domain/fault.ts';
import type { PortfolioInfo } from '../../domain/portfolio.ts';
import { formatDate, type Language } from '../../format/number.ts';
import type { Clock } from '../../staleness/staleness.ts';
import type { BriefingContent } from '../briefingContent.ts';
import type { EvidenceScenario } from '../../engine/scenario/scenario.ts';
import { scenarioName } from '../../scenarios/scenarioNames.ts';
import { scenarioHead } from '../../text/scenario/changedInputText.ts';
import { pageText } from './pageText.ts';

export interface BriefingOptions {
  readonly portfolio: PortfolioInfo;
  readonly language: Language;
  readonly author: string;
  readonly disclosures: string;
  readonly issue: boolean;
  /** ISO day that counts as today. */
  readonly today: string;
  /** P31 The open faults of its subject. */
  readonly faults: readonly Pick<Fault, 'code'>[];
}

/** P3 What ages are counted by: the briefing's own day, the portfolio's limits. */
export function clockOf({ portfolio, today }: BriefingOptions): Clock {
  return { today, staleAfterDays: portfolio.staleness.staleAfterDays };
}

/** What stands on every page. Without author and disclosures a briefing is a draft, whatever was wished. */
export function footerOf(
  options: BriefingOptions,
  run: {
    readonly runId: string;
    readonly seed: number;
    readonly dataHash: string;
    /** R7.3 Of its sites; none in the base. */
    readonly scenarios: readonly (EvidenceScenario | undefined)[];
  },
): BriefingContent['footer'] {
  const { portfolio, language, author, disclosures, issue } = options;
  const text = pageText[language];
  const de = language === 'de';
  const scenario = run.scenarios.find((one) => one !== undefined);
  const complete = author.trim() !== '' && disclosures.trim() !== '';
  return {
    version: `Umbau ${portfolio.appVersion} · ${de ? 'Modell' : 'model'} ${portfolio.engineVersion}`,
    run: `${de ? 'Lauf' : 'run'} ${run.runId}${scenario ? ` · ${scenarioHead[language]} ${scenarioName(scenario, language)}` : ''}`,
    seed: `Seed ${run.seed}`,
    dataHash: `${de ? 'Daten' : 'data'} ${run.dataHash.slice(0, 12)}`,
    asOf:
      portfolio.dataTo === null
        ? ''
        : `${de ? 'Daten bis' : 'data to'} ${formatDate(portfolio.dataTo, language)}`,
    pageWord: text.pageWord,
    ofWord: text.ofWord,
    draft: issue && complete ? null : text.draft,
    sample:
      portfolio.kind === 'sampleCopy' && portfolio.sampleAsOf !== null
        ? `${de ? 'Beispieldaten, Stand' : 'Sample, as of'} ${formatDate(portfolio.sampleAsOf, language)}`
        : null,
  };
}

/**
 * Method, limits and disclosures: the last section of every briefing.
 * @param ownLimits what limits this subject's figures, before what limits all
 */
export function closingSection(
  options: BriefingOptions,
  ownLimits: readonly string[],
): BriefingContent['sections'][number] {
  const text = pageText[options.language];
  const disclosures = options.disclosures.trim();
  return {
    id: 'method',
    heading: `${text.methodHeading}, ${text.limitsHeading}, ${text.disclosuresHeading}`,
    newPage: false,
    blocks: [
      { type: 'subheading', text: text.methodHeading },
      ...text.method.map((sentence) => ({ type: 'paragraph' as const, text: sentence })),
      { type: 'subheading', text: text.limitsHeading },
      { type: 'list', items: [...ownLimits, ...text.limits] },
      { type: 'subheading', text: text.disclosuresHeading },
      {
        type: 'paragraph',
        text:
          disclosures === '' || options.author.trim() === ''
            ? `${disclosures} ${text.noDisclosures}`.trim()
            : disclosures,
      },
      { type: 'paragraph', text: text.judgement },
    ],
  };
}

export function headerOf(
  options: BriefingOptions,
  subject: { label: string; value: string },
  asOf: string,
  scenario: string,
): BriefingContent['header'] {
  const { language, author, today } = options;
  const de = language === 'de';
  const text = pageText[language];
  return [
    subject,
    {
      label: de ? 'Datum, Autor' : 'Date, author',
      value: `${formatDate(today, language)}, ${author.trim() === '' ? text.noAuthor : author.trim()}`,
    },
    { label: text.scenario, value: scenario },
    { label: de ? 'Stand der Treiber' : 'Drivers as of', value: asOf },
  ];
}
