import { heatMapChart } from '../../charts/heatMapChart.ts';
import { tornadoChart } from '../../charts/tornadoChart.ts';
import type { ChartSpec } from '../../charts/chartSpec.ts';
import { firstResult, type SiteRisk } from '../../engine/risk/sensitivity.ts';
import { tornadoOf } from '../../engine/risk/tornado.ts';
import { isBeyondRange, type VerdictFlip } from '../../engine/risk/verdictFlip.ts';
import type { Language } from '../../format/number.ts';
import { inputLabel } from '../../text/inputLabels.ts';
import { riskText } from '../../text/riskText.ts';
import { confidenceWord, foundWords, inputNames, inputWords, originWord } from '../../text/riskWords.ts';
import { fill } from '../../text/screenText.ts';
import { strategyNames } from '../../text/strategyNames.ts';
import type { BriefingBlock, BriefingContent } from '../briefingContent.ts';
import { flipLead, shareText } from './flipWords.ts';
import { pageText } from './pageText.ts';
import type { Table } from './tables.ts';

/** More would be read by nobody; the screen has all. */
const mostFlips = 6;

function flipRow(flip: VerdictFlip, language: Language): Table['rows'][number] {
  const { range, value, to } = flip;
  const { key, unit, base, origin } = range;
  const sign = origin === 'preset' ? 'assumption' : origin === 'own' ? 'own' : undefined;
  const beyond = isBeyondRange(flip) ? `, ${riskText[language].outsideShort}` : '';
  return {
    cells: [
      { text: inputLabel(key, language) },
      { text: inputWords(key, base, unit, language), ...(sign ? { sign } : {}) },
      { text: foundWords(key, value, unit, language) },
      { text: `${shareText(flip, language)}${beyond}` },
      { text: strategyNames[language][to], mark: to },
      { text: originWord(origin, language) },
      { text: confidenceWord(range.confidence, language) },
    ],
  };
}

/** P60 The changes that would reverse the verdict, with the evidence grade of their inputs. */
function flipBlocks({ sensitivity }: SiteRisk, language: Language): BriefingBlock[] {
  const t = riskText[language];
  const { flips, swings } = sensitivity;
  const lead: BriefingBlock[] = [
    { type: 'subheading', text: t.flipsTitle },
    { type: 'paragraph', text: flipLead(flips, language) },
  ];
  const column = (head: string, unit = '', numeric = false) => ({ head, unit, numeric });
  const table: Table = {
    type: 'table',
    caption: t.flipsTable,
    captionUnit: t.shareUnit,
    columns: [
      { ...column(t.input), wide: true },
      column(t.baseValue, '', true),
      column(t.flipsAt, '', true),
      column(t.distance, t.shareUnit, true),
      column(t.thenBest),
      column(t.evidence),
      column(t.confidence),
    ],
    rows: flips.flips.slice(0, mostFlips).map((flip) => flipRow(flip, language)),
    note: fill(t.flipsNote, { stands: flips.standsFor.length, without: swings.withoutRange.length }),
  };
  return flips.flips.length === 0 ? lead : [...lead, table];
}

/** P13, P33, P60 Sensitivity of a site: tornado, map of two inputs, and what would flip the verdict. */
export function sensitivitySection(
  risk: SiteRisk,
  dated: (spec: ChartSpec) => ChartSpec,
  language: Language,
): BriefingContent['sections'][number] {
  const t = riskText[language];
  const { swings } = risk.sensitivity;
  const result = firstResult(swings);
  const tornado = tornadoChart(tornadoOf(swings, result), language);
  const map = risk.grid && heatMapChart(risk.grid, result, language, pageText[language].missing);
  const blocks: BriefingBlock[] = [];
  if (tornado) blocks.push({ type: 'chart', spec: dated(tornado) });
  if (swings.withoutRange.length > 0 && tornado)
    blocks.push({
      type: 'paragraph',
      text: `${fill(t.withoutRange, { count: swings.withoutRange.length })}: ${inputNames(swings.withoutRange, language)}.`,
    });
  if (map) blocks.push({ type: 'chart', spec: map });
  return {
    id: 'sensitivity',
    heading: t.section,
    newPage: false,
    blocks: tornado ? [...blocks, ...flipBlocks(risk, language)] : [],
  };
}
