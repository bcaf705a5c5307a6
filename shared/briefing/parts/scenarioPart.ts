import { inputTable } from '../../engine/analysis/inputTable.ts';
import type { SiteEvidence } from '../../engine/analysis/evidence.ts';
import type { SiteFigures } from '../../engine/analysis/siteAnalysis.ts';
import type { Language } from '../../format/number.ts';
import { scenarioName } from '../../scenarios/scenarioNames.ts';
import { inputLabel } from '../../text/inputLabels.ts';
import { changeText, scenarioHead } from '../../text/scenario/changedInputText.ts';
import { scenarioFindingText } from '../../text/scenario/scenarioFindingText.ts';
import { scopeText, shockText, sourceWords, type ScopeNames } from '../../text/scenario/shockText.ts';
import type { BriefingBlock, BriefingContent } from '../briefingContent.ts';

interface InScenario {
  readonly evidence: SiteEvidence;
  readonly analysis: Pick<SiteFigures, 'scenario'>;
}

function namesOf(sites: readonly InScenario[]): ScopeNames {
  const companies = new Map(sites.map(({ evidence }) => [evidence.companyId, evidence.companyName]));
  const names = new Map(sites.map(({ evidence }) => [evidence.siteId, evidence.siteName]));
  return {
    companyName: (id) => companies.get(id) ?? id,
    siteName: (id) => names.get(id) ?? id,
  };
}

/** What the scenario says, each line once: the changes and shocks that hold for any of the sites. */
function linesOf(sites: readonly InScenario[], language: Language): string[] {
  const names = namesOf(sites);
  const lines = sites.flatMap(({ evidence: { scenario } }) => [
    ...(scenario?.changes ?? []).map((change) => {
      const label = inputLabel(change.key, language);
      const source = ` [${sourceWords(change.source, language)}]`;
      const scope = scopeText(change.scope, names, language);
      return `${label}: ${changeText(change, inputTable[change.key].unit, language)} (${scope})${source}`;
    }),
    ...(scenario?.shocks ?? []).map((shock) => {
      const source = ` [${sourceWords(shock.source, language)}]`;
      return `${shockText(shock, language)} (${scopeText(shock.scope, names, language)})${source}`;
    }),
  ]);
  return [...new Set(lines)];
}

function unreached(sites: readonly InScenario[], language: Language): string[] {
  return sites.flatMap(({ evidence, analysis }) =>
    (analysis.scenario?.findings ?? []).map((finding) => {
      const sentence = scenarioFindingText(finding, language);
      return sites.length === 1 ? sentence : `${evidence.siteName}: ${sentence}`;
    }),
  );
}

/** R7.3 The scenario of a briefing: what it changes, what happens in it, and what of it does not reach a site; none in the base. */
export function scenarioSection(
  sites: readonly InScenario[],
  language: Language,
): BriefingContent['sections'] {
  const [scenario] = sites.flatMap(({ evidence }) => evidence.scenario ?? []);
  if (!scenario) return [];
  const de = language === 'de';
  const name = scenarioName(scenario, language);
  const missed = unreached(sites, language);
  const missedHead = de ? 'Was davon nicht wirkt:' : 'What of it has no effect:';
  const blocks: BriefingBlock[] = [
    {
      type: 'paragraph',
      text: de
        ? 'Alle Zahlen dieses Briefings sind in diesem Szenario gerechnet (R7.3); die Basis steht in einem eigenen.'
        : 'Every figure of this briefing is computed in this scenario (R7.3); the base has a briefing of its own.',
    },
    { type: 'list', items: linesOf(sites, language) },
    ...(missed.length === 0
      ? []
      : [
          { type: 'paragraph' as const, text: missedHead },
          { type: 'list' as const, items: missed },
        ]),
  ];
  return [{ id: 'scenario', heading: `${scenarioHead[language]} ${name}`, newPage: true, blocks }];
}
