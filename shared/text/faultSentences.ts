import type { FaultCode } from '../health/fault.ts';
import type { Language } from '../format/number.ts';

/** What is wrong in a few words, in one sentence with its figures, why it matters, and what to do about it. */
export interface FaultSentences {
  readonly title: string;
  readonly what: string;
  readonly why: string;
  readonly act: string;
}

type All = Readonly<Record<FaultCode, FaultSentences>>;

const en: All = {
  missingInputs: {
    title: 'Inputs are missing',
    what: 'Missing: {keys}.',
    why: 'Without them no strategy of the site can be computed, and sums leave it out.',
    act: 'Enter the value on the site’s inputs, with its source.',
  },
  criticalAboveGrid: {
    title: 'Critical IT power above grid power',
    what: '{criticalMw} MW critical IT stand beside {gridMw} grid MW.',
    why: 'A hall draws more at the grid than its IT takes. One of the two stands on another basis, and every figure per grid MW is off.',
    act: 'Look up both powers in their sources and enter the grid power that belongs to the halls.',
  },
  pueBelowOne: {
    title: 'PUE below 1',
    what: '{key}: {value}.',
    why: 'Grid energy cannot be less than IT energy; the power cost comes out too low.',
    act: 'Take the usual value until the source is cleared up.',
  },
  contractBeforeEnergisation: {
    title: 'A contract bills before its site is energised',
    what: '{billingMw} MW are said to bill for {counterparty}, but the site has no energised power.',
    why: 'Rent would be counted that nobody can owe yet.',
    act: 'Check the date of energisation, or the rung of the MW ladder on which the power stands.',
  },
  amendmentTwice: {
    title: 'An amendment is added twice',
    what: '{counterparty} counts although the contract with {other} restates or repeats it.',
    why: 'MW and contract value are counted twice, and the rent is a mean of old and new terms.',
    act: 'Mark the earlier contract as superseded.',
  },
  extensionsAsContracted: {
    title: 'Value with extensions used as contracted',
    what: '{counterparty}: the base value of {baseUsd} is not below the value with extensions, {extendedUsd}.',
    why: 'Extensions are options of the tenant. Counted as signed they raise rent and backlog. The trial takes the usual rent instead.',
    act: 'Look up the value of the base term and enter it.',
  },
  averageRentAsYearOne: {
    title: 'Average rent used as year 1',
    what: 'The own value for year-1 rent, {rent}, is the average over the base term; year 1 is {proposal}.',
    why: 'With an escalator the average lies above year 1; escalated once more, every later year is too high.',
    act: 'Remove the own value: the rent then follows from the contracts (R4.13).',
  },
  monthEndHashrate: {
    title: 'Month-end hash rate used as average',
    what: '{hashrate} is a hash rate at the end of a month ({asOf}).',
    why: 'What is mined follows from the average of the month; a growing fleet ends above it.',
    act: 'Use the reported average.',
  },
  netPowerPriceForAi: {
    title: 'Power price net of credits used for AI',
    what: '{power} is a price after curtailment credits, and AI uses it.',
    why: 'A hall is not curtailed and earns no credits: it pays the price before them.',
    act: 'Use the price before credits for AI.',
  },
  rivalValues: {
    title: 'Values contradict each other',
    what: '{field}: {count} values from {low} to {high}; {value} counts.',
    why: 'The result depends on which source is believed.',
    act: 'Compare the sources. If the choice stands, put the fault aside: it returns when a value changes.',
  },
  sumsAboveCompany: {
    title: 'Sites sum to more than their company',
    what: 'Energised at its sites ({sites}): {sitesMw} MW; the company says {companyMw} MW.',
    why: 'Planned power is counted as energised, or a company figure is old.',
    act: 'Compare the rungs and dates of the sites with the company’s report.',
  },
  outOfUsualRange: {
    title: 'Out of the usual range',
    what: '{key}: {value}, usual are {low} to {high}.',
    why: 'It may be right, but a slip of unit or basis looks the same. The trial takes the nearer end of the range.',
    act: 'Check unit and basis in the source.',
  },
  staleFigures: {
    title: 'Results rest on old figures',
    what: 'Older than their limits: {stale}.',
    why: 'They may have moved since. The effect is that of 10 % either way.',
    act: 'Enter the newest figure with its date.',
  },
  withoutSource: {
    title: 'No source',
    what: 'Neither the site nor any of its {count} figures has a source.',
    why: 'A reader cannot check what the result rests on.',
    act: 'Name a document for the figures.',
  },
};

const de: All = {
  missingInputs: {
    title: 'Eingaben fehlen',
    what: 'Es fehlen: {keys}.',
    why: 'Ohne sie lässt sich keine Strategie des Standorts berechnen, und Summen lassen ihn aus.',
    act: 'Den Wert mit seiner Quelle bei den Eingaben des Standorts eintragen.',
  },
  criticalAboveGrid: {
    title: 'Kritische IT-Leistung über der Anschlussleistung',
    what: '{criticalMw} MW kritische IT stehen neben {gridMw} MW Anschluss.',
    why: 'Eine Halle zieht am Anschluss mehr, als ihre IT aufnimmt. Einer der Werte steht auf anderer Grundlage, und jede Zahl je MW Anschluss stimmt nicht.',
    act: 'Beide Leistungen in den Quellen nachsehen und die Anschlussleistung eintragen, die zu den Hallen gehört.',
  },
  pueBelowOne: {
    title: 'PUE unter 1',
    what: '{key}: {value}.',
    why: 'Am Anschluss kann nicht weniger Energie fließen als in die IT; die Stromkosten kommen zu niedrig heraus.',
    act: 'Den üblichen Wert verwenden, bis die Quelle geklärt ist.',
  },
  contractBeforeEnergisation: {
    title: 'Vertrag rechnet ab, bevor der Standort unter Spannung steht',
    what: '{billingMw} MW sollen für {counterparty} in Abrechnung sein, am Standort steht aber nichts unter Spannung.',
    why: 'Es würde Miete gezählt, die noch niemand schuldet.',
    act: 'Das Datum der Inbetriebnahme prüfen, oder die Stufe, auf der die Leistung steht.',
  },
  amendmentTwice: {
    title: 'Nachtrag doppelt gezählt',
    what: '{counterparty} zählt, obwohl der Vertrag mit {other} ihn neu fasst oder wiederholt.',
    why: 'MW und Vertragswert zählen zweimal, und die Miete ist ein Mittel aus alten und neuen Bedingungen.',
    act: 'Den früheren Vertrag als überholt kennzeichnen.',
  },
  extensionsAsContracted: {
    title: 'Wert mit Verlängerungen als vertraglich zugesagt',
    what: '{counterparty}: Der Grundwert von {baseUsd} liegt nicht unter dem Wert mit Verlängerungen, {extendedUsd}.',
    why: 'Verlängerungen sind Optionen des Mieters. Als unterzeichnet gezählt erhöhen sie Miete und Auftragsbestand. Der Versuch nimmt stattdessen die übliche Miete.',
    act: 'Den Wert der Grundlaufzeit nachsehen und eintragen.',
  },
  averageRentAsYearOne: {
    title: 'Mittlere Miete als Miete des ersten Jahres',
    what: 'Der eigene Wert für die Miete des ersten Jahres, {rent}, ist das Mittel der Grundlaufzeit; das erste Jahr hat {proposal}.',
    why: 'Bei steigender Miete liegt das Mittel über dem ersten Jahr; noch einmal gesteigert ist jedes spätere Jahr zu hoch.',
    act: 'Den eigenen Wert entfernen: Die Miete folgt dann aus den Verträgen (R4.13).',
  },
  monthEndHashrate: {
    title: 'Hashrate am Monatsende als Mittel',
    what: '{hashrate} ist eine Hashrate am Ende eines Monats ({asOf}).',
    why: 'Die Menge folgt aus dem Mittel des Monats; eine wachsende Flotte liegt am Ende darüber.',
    act: 'Das berichtete Mittel verwenden.',
  },
  netPowerPriceForAi: {
    title: 'Strompreis nach Gutschriften für KI verwendet',
    what: '{power} ist ein Preis nach Gutschriften für Abregelung, und die KI rechnet damit.',
    why: 'Eine Halle wird nicht abgeregelt und erhält keine Gutschriften: Sie zahlt den Preis davor.',
    act: 'Für die KI den Preis vor Gutschriften verwenden.',
  },
  rivalValues: {
    title: 'Angaben widersprechen sich',
    what: '{field}: {count} Werte von {low} bis {high}; gezählt wird {value}.',
    why: 'Das Ergebnis hängt davon ab, welcher Quelle geglaubt wird.',
    act: 'Die Quellen vergleichen. Bleibt es bei der Wahl, den Fehler zurückstellen: Er kehrt wieder, wenn sich ein Wert ändert.',
  },
  sumsAboveCompany: {
    title: 'Standorte ergeben mehr als ihr Unternehmen',
    what: 'Unter Spannung an Standorten ({sites}): {sitesMw} MW; das Unternehmen nennt {companyMw} MW.',
    why: 'Geplante Leistung zählt als unter Spannung, oder die Angabe des Unternehmens ist alt.',
    act: 'Stufen und Daten der Standorte mit dem Bericht des Unternehmens vergleichen.',
  },
  outOfUsualRange: {
    title: 'Außerhalb des Üblichen',
    what: '{key}: {value}, üblich sind {low} bis {high}.',
    why: 'Es kann stimmen, aber ein Fehler in Einheit oder Grundlage sieht ebenso aus. Der Versuch nimmt das nähere Ende der Spanne.',
    act: 'Einheit und Grundlage in der Quelle prüfen.',
  },
  staleFigures: {
    title: 'Ergebnisse beruhen auf alten Angaben',
    what: 'Älter als ihre Frist: {stale}.',
    why: 'Sie können sich seither bewegt haben. Die Wirkung ist die von 10 % nach oben oder unten.',
    act: 'Die neueste Angabe mit ihrem Datum eintragen.',
  },
  withoutSource: {
    title: 'Keine Quelle',
    what: 'Weder der Standort noch eine seiner {count} Angaben hat eine Quelle.',
    why: 'Niemand kann prüfen, worauf das Ergebnis beruht.',
    act: 'Zu den Angaben ein Dokument nennen.',
  },
};

export const faultSentences: Readonly<Record<Language, All>> = { de, en };
