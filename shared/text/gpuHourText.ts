import type { Language } from '../format/number.ts';

/** Texts of the price and the cost of a GPU-hour. */
const en = {
  heading: 'Price of a GPU-hour: history, path and cost by useful life',
  title: 'Price of a GPU-hour: observed and assumed',
  subtitle: '$ per GPU-hour, nominal; each GPU and kind of price on its own',
  sentence:
    '{observed} observed prices from {from} to {to}; from then on the plan’s price starts at {start} and ends at {end} $ per GPU-hour.',
  noHistory:
    'No observed prices in this portfolio; the plan’s price starts at {start} and ends at {end} $ per GPU-hour.',
  month: 'Month',
  unit: '$ per GPU-hour',
  plan: 'GPU cloud, as planned',
  market: 'Market assumed, {change} % a year',
  marketLow: 'lower end, {change} % a year',
  marketHigh: 'upper end, {change} % a year',
  note: 'Dots: observed prices, named in the table below. The market price after the contract may rise as well as fall: its change a year is an input. The plan’s price is contract first, then market, with newer GPUs after each life (R4.21, R4.23). Months without an observation stay a gap.',
  observed: 'Observed prices and their sources',
  gpu: 'GPU',
  kind: 'Kind',
  price: 'Price',
  count: 'Observations',
  source: 'Source',
  costs: 'Cost per GPU-hour by useful life (R5.14)',
  life: 'Useful life',
  months: 'months',
  cost: 'Levelised cost',
  levelised: 'Levelised price of the plan',
  margin: 'Price less cost',
  current: 'as assumed',
  costNote:
    'Flat nominal price at which hall and GPUs are just paid for, everything else unchanged; beside it what the plan earns, levelised in the same way (R5.14a).',
} as const;

const de: Readonly<Record<keyof typeof en, string>> = {
  heading: 'Preis einer GPU-Stunde: Verlauf, Pfad und Kosten nach Nutzungsdauer',
  title: 'Preis einer GPU-Stunde: beobachtet und angenommen',
  subtitle: '$ je GPU-Stunde, nominal; jede GPU und Art von Preis für sich',
  sentence:
    '{observed} beobachtete Preise von {from} bis {to}; danach beginnt der Preis des Plans bei {start} und endet bei {end} $ je GPU-Stunde.',
  noHistory:
    'Keine beobachteten Preise in diesem Portfolio; der Preis des Plans beginnt bei {start} und endet bei {end} $ je GPU-Stunde.',
  month: 'Monat',
  unit: '$ je GPU-Stunde',
  plan: 'GPU-Cloud, wie geplant',
  market: 'Markt angenommen, {change} % im Jahr',
  marketLow: 'unteres Ende, {change} % im Jahr',
  marketHigh: 'oberes Ende, {change} % im Jahr',
  note: 'Punkte: beobachtete Preise, in der Tabelle darunter benannt. Der Marktpreis nach dem Vertrag kann steigen wie fallen: Seine Änderung im Jahr ist eine Eingabe. Der Preis des Plans ist erst Vertrag, dann Markt, mit neueren GPUs nach jeder Nutzungsdauer (R4.21, R4.23). Monate ohne Beobachtung bleiben eine Lücke.',
  observed: 'Beobachtete Preise und ihre Quellen',
  gpu: 'GPU',
  kind: 'Art',
  price: 'Preis',
  count: 'Beobachtungen',
  source: 'Quelle',
  costs: 'Kosten je GPU-Stunde nach Nutzungsdauer (R5.14)',
  life: 'Nutzungsdauer',
  months: 'Monate',
  cost: 'Nivellierte Kosten',
  levelised: 'Nivellierter Preis des Plans',
  margin: 'Preis minus Kosten',
  current: 'wie angenommen',
  costNote:
    'Gleichbleibender nominaler Preis, der Halle und GPUs gerade bezahlt, alles andere unverändert; daneben, was der Plan einnimmt, ebenso nivelliert (R5.14a).',
};

export const gpuHourText: Readonly<Record<Language, Readonly<Record<keyof typeof en, string>>>> = { de, en };
