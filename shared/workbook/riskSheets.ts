import { gridCells } from '../engine/risk/riskGrid.ts';
import { firstResult, type SiteRisk } from '../engine/risk/sensitivity.ts';
import { tornadoOf, type TornadoBar } from '../engine/risk/tornado.ts';
import type { VerdictFlip } from '../engine/risk/verdictFlip.ts';
import type { Language } from '../format/number.ts';
import { inputLabel } from '../text/inputLabels.ts';
import { riskText } from '../text/riskText.ts';
import { confidenceWord, originWord, rangeSource, resultName } from '../text/riskWords.ts';
import { strategyNames } from '../text/strategyNames.ts';
import { workbookText } from '../text/workbookText.ts';
import { empty, formats, headRows, numberCell, numberOr, sheetName, textCell } from './workbookCells.ts';
import type { WorkbookCell, WorkbookSheet } from './workbookSpec.ts';

/** Inputs in their own units, shares as fractions: as they stand on the sheet of inputs. */
const value = '#,##0.######';

function barRow({ range, atLow, atHigh, effect }: TornadoBar, language: Language): WorkbookCell[] {
  const { key, unit, low, base, high, origin, confidence } = range;
  return [
    textCell(inputLabel(key, language)),
    textCell(unit),
    numberCell(low, value),
    numberCell(base, value),
    numberCell(high, value),
    numberCell(atLow, formats.usd),
    numberCell(atHigh, formats.usd),
    numberCell(effect, formats.usd),
    textCell(rangeSource(range, language)),
    textCell(originWord(origin, language)),
    textCell(confidenceWord(confidence, language)),
  ];
}

function flipRow({ range, value: at, shareOfRange, to }: VerdictFlip, language: Language): WorkbookCell[] {
  return [
    textCell(inputLabel(range.key, language)),
    textCell(range.unit),
    numberCell(range.low, value),
    numberCell(range.base, value),
    numberCell(range.high, value),
    numberCell(at, value),
    numberCell(shareOfRange, formats.percent),
    textCell(strategyNames[language][to]),
    textCell(rangeSource(range, language)),
    textCell(originWord(range.origin, language)),
    textCell(confidenceWord(range.confidence, language)),
  ];
}

function sensitivitySheet({ sensitivity }: SiteRisk, language: Language): WorkbookSheet {
  const t = riskText[language];
  const { swings, flips } = sensitivity;
  const tornado = tornadoOf(swings, firstResult(swings));
  const perMw = workbookText[language].npvPerMwUnit;
  const inputs = [
    { head: t.input },
    { head: t.unit },
    { head: t.lowValue },
    { head: t.baseValue },
    { head: t.highValue },
  ];
  const grades = [{ head: t.rangeFrom }, { head: t.evidence }, { head: t.confidence }];
  return {
    name: sheetName(t.sheet),
    widths: [36, 16, 14, 14, 14, 16, 16, 16, 40, 14, 14],
    frozen: { rows: 0, columns: 1 },
    rows: [
      [textCell(`${t.tornadoTitle}: ${resultName(tornado.result, language)}`, 'title')],
      [textCell(t.sheetNote, 'note')],
      [
        textCell(t.baseValue),
        empty,
        empty,
        empty,
        empty,
        numberOr(tornado.base, formats.usd, workbookText[language].missing),
        textCell(perMw, 'note'),
      ],
      [],
      ...headRows([
        ...inputs,
        { head: t.resultAtLow, unit: perMw, rule: 'R7.1b' },
        { head: t.resultAtHigh, unit: perMw, rule: 'R7.1b' },
        { head: t.effect, unit: perMw, rule: 'R7.1b' },
        ...grades,
      ]),
      ...tornado.bars.map((bar) => barRow(bar, language)),
      [],
      [textCell(t.flipsTitle, 'title')],
      ...headRows([
        ...inputs,
        { head: t.flipsAt, rule: 'R7.1f' },
        { head: t.distance, unit: t.shareUnit, rule: 'R7.1f' },
        { head: t.thenBest, rule: 'R5.16' },
        ...grades,
      ]),
      ...flips.flips.map((flip) => flipRow(flip, language)),
    ],
  };
}

function gridSheets({ grid, sensitivity }: SiteRisk, language: Language): WorkbookSheet[] {
  if (!grid) return [];
  const t = riskText[language];
  const { x, y } = grid;
  const result = firstResult(sensitivity.swings);
  const cells = gridCells(grid, result);
  const { missing } = workbookText[language];
  const heads = [
    textCell(`${inputLabel(y.key, language)} ↓  ${inputLabel(x.key, language)} →`, 'head'),
    ...x.values.map((at): WorkbookCell => ({ number: at, format: value, style: 'head' })),
  ];
  const side = (at: number): WorkbookCell => ({ number: at, format: value, style: 'head' });
  const upwards = y.values.map((at, index) => ({ at, row: cells[index] ?? [] })).toReversed();
  return [
    {
      name: sheetName(t.gridSheet),
      widths: [44, 16],
      frozen: { rows: 0, columns: 1 },
      rows: [
        [textCell(`${t.gridTitle}: ${resultName(result, language)}`, 'title')],
        [textCell(t.sheetNote, 'note')],
        [
          textCell(
            `${workbookText[language].npvPerMwUnit} · R7.1c · ${inputLabel(x.key, language)}: ${x.unit} · ${inputLabel(y.key, language)}: ${y.unit}`,
            'note',
          ),
        ],
        heads,
        ...upwards.map(({ at, row }) => [
          side(at),
          ...row.map((cell) => numberOr(cell.value, formats.usd, missing)),
        ]),
        [],
        [textCell(t.best, 'title')],
        heads,
        ...upwards.map(({ at, row }) => [
          side(at),
          ...row.map(({ best }) =>
            best === null ? textCell(missing, 'missing') : textCell(strategyNames[language][best]),
          ),
        ]),
      ],
    },
  ];
}

/** R7.1 Sensitivity as sheets: values and no formulas, for every one of them is an evaluation of the site. */
export function riskSheets(risk: SiteRisk, language: Language): WorkbookSheet[] {
  return [sensitivitySheet(risk, language), ...gridSheets(risk, language)];
}
