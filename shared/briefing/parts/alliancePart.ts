import type { AllianceSide, AllianceView } from '../../engine/analysis/alliance/allianceView.ts';
import { formatMillions, formatPercent, type Language } from '../../format/number.ts';
import { allianceText, bearingWords, riskName } from '../../text/allianceText.ts';
import { screenText } from '../../text/screenText.ts';
import type { BriefingBlock, BriefingCell } from '../briefingContent.ts';
import { pageText } from './pageText.ts';
import { numberCell } from './tables.ts';

function sideRow(
  name: string,
  { npvUsd, irrPerYear, peakFundingUsd, paidInUsd }: AllianceSide,
  language: Language,
) {
  const money = (usd: number): BriefingCell =>
    numberCell(usd, language, (value) => formatMillions(value, language));
  const irr: BriefingCell =
    irrPerYear === null
      ? { text: pageText[language].notApplicable, state: 'notApplicable' }
      : { text: formatPercent(irrPerYear, language) };
  return { cells: [{ text: name }, money(npvUsd), irr, money(peakFundingUsd), money(paidInUsd)] };
}

/** P48 One table of both sides, with who bears which risk in words; nothing where the alliance cannot be computed. */
export function allianceBlocks(view: AllianceView, language: Language): BriefingBlock[] {
  if (!view.computable) return [];
  const t = allianceText[language];
  const text = screenText[language];
  const risks = view.risks.map((risk) => `${riskName(risk.risk, language)}: ${bearingWords(risk, language)}`);
  const money = (head: string) => ({ head, unit: text.millionUsd, numeric: true });
  return [
    {
      type: 'table',
      caption: t.bothSides,
      captionUnit: '',
      columns: [
        { head: t.side, unit: '', numeric: false, wide: true },
        money(text.npv),
        { head: text.irr, unit: text.percent, numeric: true },
        money(text.peak),
        money(t.paidIn),
      ],
      rows: [
        sideRow(t.miner, view.base.miner, language),
        sideRow(t.minerWithSite, view.minerWithSite, language),
        sideRow(t.partner, view.base.partner, language),
      ],
      note: `${t.risksHeading} (R4.25c): ${risks.join('; ')}.`,
    },
  ];
}
