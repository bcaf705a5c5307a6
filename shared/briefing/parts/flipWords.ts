import { isBeyondRange, type VerdictFlip, type VerdictFlips } from '../../engine/risk/verdictFlip.ts';
import { formatNumber, type Language } from '../../format/number.ts';
import { inputLabel } from '../../text/inputLabels.ts';
import { riskText } from '../../text/riskText.ts';
import { foundWords, inputWords } from '../../text/riskWords.ts';
import { fill } from '../../text/screenText.ts';
import { strategyNames } from '../../text/strategyNames.ts';

/** A flip's distance in per cent of the range. */
export function shareText({ shareOfRange }: VerdictFlip, language: Language): string {
  return formatNumber(shareOfRange * 100, language, shareOfRange < 0.1 ? 1 : 0);
}

/** R7.1f The smallest change that reverses the verdict, in words. */
export function flipLead({ from, flips }: VerdictFlips, language: Language): string {
  const t = riskText[language];
  if (from === null) return t.flipsNoVerdict;
  const [first] = flips;
  if (!first) return t.flipsNone;
  const { range, value, to } = first;
  return fill(isBeyondRange(first) ? t.flipsOutside : t.flipsLead, {
    input: inputLabel(range.key, language),
    base: inputWords(range.key, range.base, range.unit, language),
    value: foundWords(range.key, value, range.unit, language),
    share: shareText(first, language),
    to: strategyNames[language][to],
  });
}
