import type { CompanyDetail } from '../../domain/site.ts';
import { deliveredRungs } from '../../domain/deliveredRungs.ts';
import { formatPercent, formatPlain, type Language } from '../../format/number.ts';
import { rungText } from '../../text/rungText.ts';
import { fill, screenText } from '../../text/screenText.ts';
import { identitySentence } from '../../text/identityWords.ts';
import type { BriefingContent } from '../briefingContent.ts';
import type { Clock } from '../../staleness/staleness.ts';
import { pageText } from './pageText.ts';
import { figuresTable, numberCell, type Table } from './tables.ts';

/** R4.26 What the company announced beside what is there. */
function rungsTable(company: CompanyDetail, language: Language): Table {
  const t = rungText[language];
  const text = screenText[language];
  const { rungs, signedContracts, withMw } = deliveredRungs(company.row.ladder, company.contracts);
  return {
    type: 'table',
    caption: t.heading,
    captionUnit: '',
    columns: [
      { head: t.rung, unit: '', numeric: false },
      { head: t.power, unit: 'MW', numeric: true },
      { head: text.basis, unit: '', numeric: false },
      { head: t.share, unit: t.ofAnnounced, numeric: true },
    ],
    rows: rungs.map(({ id, basis, mw, shareOfAnnounced }) => ({
      cells: [
        { text: t.names[id] },
        numberCell(mw, language, (value) => formatPlain(value, language)),
        { text: basis === 'grid' ? text.gridMw : text.criticalMw },
        numberCell(shareOfAnnounced, language, (value) => `${formatPercent(value, language, 0)}\u00a0%`),
      ],
    })),
    note: fill(t.note, { known: withMw, all: signedContracts }),
  };
}

export function companySection(
  company: CompanyDetail,
  language: Language,
  clock: Clock,
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
    newPage: false,
    blocks: [
      {
        type: 'paragraph',
        text: `${facts.join(' · ')}. ${identitySentence(company.row.identity, language)}`,
      },
      figuresTable(rows, language, clock),
      rungsTable(company, language),
    ],
  };
}
