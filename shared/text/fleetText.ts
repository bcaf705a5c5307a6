import type { Language } from '../format/number.ts';

/** Texts of the machines of a site. */
const en = {
  fleets: 'Fleets',
  withFacts: 'Facts and fleets',
  model: 'Model',
  units: 'Machines',
  hashrate: 'Hash rate of a machine',
  efficiency: 'Efficiency',
  sum: 'Hash rate',
  purchased: 'Purchased',
  bookValue: 'Book value',
  operation: 'Operation',
  all: 'All fleets (R1.9a)',
  none: 'No fleet is entered: hash rate and efficiency of the site come from figures and assumptions.',
  feeds:
    'Hash rate and efficiency of all fleets are inputs of this site (R1.9b), before what is stated elsewhere.',
  feedsHashrateOnly:
    'The hash rate of all fleets is an input of this site (R1.9b). An efficiency is missing, so that of the fleets is not used (R1.9c).',
  feedsNothing: 'Machines or hash rate of a fleet are missing, so the fleets are not used as inputs (R1.9c).',
} as const;

type FleetText = Readonly<Record<keyof typeof en, string>>;

const de: FleetText = {
  fleets: 'Flotten',
  withFacts: 'Fakten und Flotten',
  model: 'Modell',
  units: 'Maschinen',
  hashrate: 'Hashrate je Maschine',
  efficiency: 'Effizienz',
  sum: 'Hashrate',
  purchased: 'Gekauft',
  bookValue: 'Buchwert',
  operation: 'Betrieb',
  all: 'Alle Flotten (R1.9a)',
  none: 'Keine Flotte ist eingetragen: Hashrate und Effizienz des Standorts kommen aus Größen und Annahmen.',
  feeds:
    'Hashrate und Effizienz aller Flotten sind Eingaben dieses Standorts (R1.9b), vor dem, was anderswo gemeldet ist.',
  feedsHashrateOnly:
    'Die Hashrate aller Flotten ist Eingabe dieses Standorts (R1.9b). Eine Effizienz fehlt, darum wird die der Flotten nicht verwendet (R1.9c).',
  feedsNothing: 'Maschinen oder Hashrate einer Flotte fehlen, darum sind die Flotten keine Eingaben (R1.9c).',
};

export const fleetText: Readonly<Record<Language, FleetText>> = { de, en };
