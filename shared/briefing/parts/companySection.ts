import type { CompanyDetail } from '../../domain/site.ts';
import type { Language } from '../../format/number.ts';
import { identitySentence } from '../../text/identityWords.ts';
import type { BriefingContent } from '../briefingContent.ts';
import { pageText } from './pageText.ts';
import { figuresTable } from './tables.ts';

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
