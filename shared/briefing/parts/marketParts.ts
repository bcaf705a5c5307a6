import type { SiteFigures } from '../../engine/analysis/siteAnalysis.ts';
import type { Language } from '../../format/number.ts';
import { scenarioName } from '../../scenarios/scenarioNames.ts';
import { difficultyClause, marketText } from '../../text/marketText.ts';
import { fill } from '../../text/screenText.ts';

type WithMarket = Pick<SiteFigures, 'market' | 'scenario'>;

const responsive: SiteFigures['market'] = {
  rule: 'responsive',
  isConstant: false,
  points: [],
  blockIntervalS: null,
  enteredBy: null,
  enteredAt: null,
};

/** The scenario of a briefing with the difficulty rules of its sites, each once; without a site the base rule. */
export function scenarioOf(sites: readonly WithMarket[], language: Language): string {
  const markets = sites.length === 0 ? [responsive] : sites.map(({ market }) => market);
  const clauses = new Set(markets.map((market) => difficultyClause(market, language)));
  const rule = [...clauses].join('; ');
  const scenario = sites.find((site) => site.scenario)?.scenario;
  if (!scenario) return fill(marketText[language].scenario, { rule });
  return `${scenarioName(scenario, language)}: ${rule}`;
}

/** R2.5a What a constant difficulty makes of a briefing's figures; nothing where none is. */
export function limitsOf(sites: readonly WithMarket[], language: Language): string[] {
  const held = sites.filter(({ market }) => market.isConstant).length;
  if (held === 0) return [];
  const t = marketText[language];
  return [sites.length === 1 ? t.limit : fill(t.limitOfSites, { held, sites: sites.length })];
}
