import type { Finding, FindingCode } from '../engine/findings/finding.ts';
import { formatMillions, formatPercent, formatPlain, type Language } from '../format/number.ts';

type Sentences = Readonly<Record<FindingCode, string>>;

/** What was found and what it means. `{block}` and `{name}` are filled from the finding. */
const en: Sentences = {
  noIrr:
    'There is no internal rate of return: at no rate do these flows sum to zero. NPV and payback still hold.',
  severalIrrs:
    'There are {count} internal rates of return, from {lowestPerYear} to {highestPerYear} a year; none is shown as the one.',
  risingIrr:
    'The only root of NPV, {rootPerYear} a year, is not shown as an IRR: NPV does not fall through it, as with a loan taken.',
  negativeEquity:
    'Negative equity: after month {month} the remaining flows are worth {valueUsd}, the debt is {debtUsd}.',
  debtNeverRepaid:
    'The debt is never repaid by its service: that would run to month {lastServiceMonth}, so {balanceUsd} fall due at once in month {lastMonth}, the last of the horizon.',
  horizonShorterThanBuild:
    'The horizon of {horizonMonths} months ends before the hall of “{block}” is energised in month {energisationMonth}.',
  datesOutOfOrder:
    'The dates of “{block}” are out of order: a hall before today, or a shell that is sold before it stands. The block is not computed.',
  endsUnbuilt:
    '“{block}” is given up before its hall stands in month {energisationMonth}, before month 1, or is sold as well. The block is not computed.',
  leaseHasRunOut:
    'The base term of “{block}” has ended by the valuation month; enter the renewal as the lease. The block is not computed.',
  bookWithoutHall:
    '“{block}” has a book value, but no hall in service that it could be of. The block is not computed.',
  impossibleValue:
    '“{block}” has a value that the model cannot compute with, alone or beside the others. It is not computed.',
  minedAfterSale:
    'The site is sold in month {month}, but mining goes on after it (R5.5). Computed as planned; check the end of mining.',
  zeroMw: '“{block}” has 0 MW. It is computed as entered; figures per MW have no value.',
  pueBelowOne:
    'The PUE of “{block}” is {pue}, but grid energy cannot be less than IT energy. Computed as entered.',
  criticalAboveGrid:
    'The critical IT power of “{block}”, {criticalMw} MW, exceeds its grid power of {gridMw} MW. Computed as entered.',
  billingStartsAfterHorizon:
    '“{block}” bills its first month only after the horizon: it has cost and no revenue.',
  saleBeyondHorizon: 'A sale planned for “{block}” falls after the horizon and does not happen.',
  sunk: 'Part of the cost of “{block}” lies before the valuation date; it is sunk and left out.',
  constantDifficulty:
    'Difficulty is held constant (R2.5a) although subsidy, prices and machines change. No longer period has shown that; what mining earns can be far off in either direction.',
};

const de: Sentences = {
  noIrr:
    'Einen internen Zins gibt es nicht: Bei keinem Zins wird der Kapitalwert dieser Zahlungen 0. Kapitalwert und Amortisation gelten.',
  severalIrrs:
    'Es gibt {count} interne Zinssätze, von {lowestPerYear} bis {highestPerYear} im Jahr; keiner wird als der eine gezeigt.',
  risingIrr:
    'Die einzige Nullstelle des Kapitalwerts, {rootPerYear} im Jahr, wird nicht als interner Zins gezeigt: Der Kapitalwert fällt dort nicht, wie bei einem aufgenommenen Kredit.',
  negativeEquity:
    'Negatives Eigenkapital: Nach Monat {month} sind die restlichen Zahlungen {valueUsd} wert, die Schuld beträgt {debtUsd}.',
  debtNeverRepaid:
    'Die Schuld wird aus ihrem Dienst nicht getilgt: Er liefe bis Monat {lastServiceMonth}, so werden {balanceUsd} in Monat {lastMonth}, dem letzten des Horizonts, auf einmal fällig.',
  horizonShorterThanBuild:
    'Der Horizont von {horizonMonths} Monaten endet, bevor die Halle „{block}“ in Monat {energisationMonth} unter Spannung geht.',
  datesOutOfOrder:
    'Die Daten von „{block}“ sind in falscher Reihenfolge: eine Halle vor heute oder eine Hülle, die verkauft wird, bevor sie steht. Der Block wird nicht gerechnet.',
  endsUnbuilt:
    '„{block}“ wird aufgegeben, bevor die Halle in Monat {energisationMonth} steht, vor Monat 1, oder zugleich verkauft. Der Block wird nicht gerechnet.',
  leaseHasRunOut:
    'Die Grundlaufzeit von „{block}“ ist bis zum Bewertungsmonat abgelaufen; die Verlängerung ist als Vertrag einzugeben. Der Block wird nicht gerechnet.',
  bookWithoutHall:
    '„{block}“ hat einen Buchwert, aber keine Halle in Betrieb, zu der er gehören könnte. Der Block wird nicht gerechnet.',
  impossibleValue:
    '„{block}“ hat einen Wert, mit dem das Modell allein oder neben den anderen nicht rechnen kann, und wird nicht gerechnet.',
  minedAfterSale:
    'Der Standort wird in Monat {month} verkauft, das Mining läuft aber weiter (R5.5). Gerechnet wird wie geplant; das Ende des Minings prüfen.',
  zeroMw: '„{block}“ hat 0 MW. Gerechnet wird wie eingegeben; Größen je MW haben keinen Wert.',
  pueBelowOne:
    'Die PUE von „{block}“ ist {pue}, doch Energie am Anschluss kann nicht kleiner sein als die der IT. Gerechnet wird wie eingegeben.',
  criticalAboveGrid:
    'Die kritische IT-Leistung von „{block}“, {criticalMw} MW, übersteigt die Anschlussleistung von {gridMw} MW. Gerechnet wird wie eingegeben.',
  billingStartsAfterHorizon:
    '„{block}“ wird erst nach dem Horizont berechnet: Es gibt Kosten und keine Einnahmen.',
  saleBeyondHorizon: 'Ein für „{block}“ geplanter Verkauf liegt nach dem Horizont und findet nicht statt.',
  sunk: 'Ein Teil der Kosten von „{block}“ liegt vor dem Bewertungstag; er ist versunken und bleibt außer Betracht.',
  constantDifficulty:
    'Die Difficulty ist festgehalten (R2.5a), obwohl Subvention, Preise und Maschinen sich ändern. Kein längerer Zeitraum hat das gezeigt; was Mining verdient, kann in beide Richtungen weit daneben liegen.',
};

const wholeSite = { de: 'Standort', en: 'Site' } as const;

function valueText(name: string, value: number, language: Language): string {
  if (name.endsWith('PerYear')) return `${formatPercent(value, language)}\u00a0%`;
  if (!name.endsWith('Usd')) return formatPlain(value, language);
  const amount = formatMillions(value, language, 1);
  return language === 'de' ? `${amount}\u00a0Mio.\u00a0$` : `$${amount}m`.replace('$\u2212', '\u2212$');
}

/** A finding as a sentence; months are counted from the valuation month as 0. */
export function findingSentence(finding: Finding, language: Language): string {
  const sentence = (language === 'de' ? de : en)[finding.code];
  return sentence.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    if (name === 'block') return finding.block || wholeSite[language];
    const value = finding.values[name];
    return value === undefined ? whole : valueText(name, value, language);
  });
}
