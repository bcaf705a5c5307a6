import type { Identity } from '../../domain/company.ts';
import type { CompanyDetail } from '../../domain/site.ts';
import { formatPercent, type Language } from '../../format/number.ts';
import type { BriefingContent } from '../briefingContent.ts';
import { pageText } from './pageText.ts';
import { figuresTable } from './tables.ts';

const classWords = {
  de: { miner: 'Miner', hybrid: 'Hybrid', aiFirst: 'überwiegend KI', formerMiner: 'ehemaliger Miner' },
  en: { miner: 'miner', hybrid: 'hybrid', aiFirst: 'AI-first', formerMiner: 'former miner' },
} as const;
const measureWords = {
  de: { power: 'Leistung', revenue: 'Umsatz', signedMw: 'unterzeichnete MW', backlog: 'Auftragsbestand' },
  en: { power: 'power', revenue: 'revenue', signedMw: 'signed MW', backlog: 'backlog' },
} as const;

/** Identity in words: the class where two measures of today are known, and each known measure with its share. */
export function identitySentence(identity: Identity, language: Language): string {
  const de = language === 'de';
  const known = identity.measures.flatMap(({ measure, aiShare }) =>
    aiShare === null
      ? []
      : [`${measureWords[language][measure]} ${formatPercent(aiShare, language, 0)}\u00a0%`],
  );
  const name =
    identity.class === null
      ? de
        ? 'unbekannt (weniger als zwei Maße bekannt)'
        : 'unknown (fewer than two measures known)'
      : classWords[language][identity.class];
  const shares = known.length === 0 ? '' : `; ${de ? 'Anteil KI' : 'AI share'}: ${known.join(', ')}`;
  return `${de ? 'Identität nach R9' : 'Identity by R9'}: ${name}${shares}.`;
}

export function companySection(
  company: CompanyDetail,
  language: Language,
  today: string,
): BriefingContent['sections'][number] {
  const de = language === 'de';
  const { ladder, hashrateEhS } = company.row;
  const find = (field: string) =>
    company.figures.find((figure) => figure.field === field && !figure.superseded) ?? null;
  const rows = [
    { label: de ? 'Vertraglich zugesagt, MW Anschluss' : 'Secured, grid MW', figure: ladder.securedMw },
    { label: de ? 'Unter Spannung, MW Anschluss' : 'Energised, grid MW', figure: ladder.energisedMw },
    {
      label: de ? 'KI unter Vertrag, MW kritische IT' : 'AI contracted, critical IT MW',
      figure: ladder.contractedItMw,
    },
    { label: de ? 'In Abrechnung, MW kritische IT' : 'Billing, critical IT MW', figure: ladder.billingItMw },
    { label: 'Hashrate', figure: hashrateEhS },
    { label: de ? 'Effizienz der Flotte' : 'Fleet efficiency', figure: find('fleet_efficiency_j_th') },
    { label: de ? 'Kasse' : 'Cash', figure: find('cash_usd') },
    { label: de ? 'Schulden' : 'Debt', figure: find('debt_usd') },
    { label: de ? 'Bitcoin-Bestand' : 'Bitcoin held', figure: find('btc_holdings_btc') },
  ];
  const facts = [company.row.ticker, company.exchange, company.row.countryHq, company.formerBusiness].filter(
    (part) => part !== null,
  );
  return {
    id: 'company',
    heading: `${pageText[language].profileHeading}: ${company.row.name}`,
    newPage: true,
    blocks: [
      {
        type: 'paragraph',
        text: `${facts.join(' · ')}. ${identitySentence(company.row.identity, language)}`,
      },
      figuresTable(rows, language, today),
    ],
  };
}
