import type { Language } from '../format/number.ts';

const words: Readonly<Record<string, readonly [de: string, en: string]>> = {
  power: ['Leistung', 'power'],
  operating: ['in Betrieb', 'operating'],
  contracted: ['unter Vertrag', 'contracted'],
  secured: ['zugesagt', 'secured'],
  or: ['oder', 'or'],
  pipeline: ['Pipeline', 'pipeline'],
  debt: ['Schulden', 'debt'],
  ai: ['KI', 'AI'],
  it: ['IT', 'IT'],
  hashrate: ['Hashrate', 'hash rate'],
  share: ['Aktie', 'share'],
  price: ['Preis', 'price'],
  backlog: ['Auftragsbestand', 'backlog'],
  shares: ['Aktien', 'shares'],
  outstanding: ['ausstehend', 'outstanding'],
  quarter: ['Quartal', 'quarter'],
  revenue: ['Umsatz', 'revenue'],
  cash: ['Kasse', 'cash'],
  total: ['gesamt', 'total'],
  ltm: ['12 Monate', 'last 12 months'],
  btc: ['BTC', 'BTC'],
  holdings: ['Bestand', 'holdings'],
  latest: ['letztes', 'latest'],
  mining: ['Mining', 'mining'],
  fleet: ['Flotte', 'fleet'],
  efficiency: ['Effizienz', 'efficiency'],
  gpus: ['GPUs', 'GPUs'],
  installed: ['installiert', 'installed'],
  delivered: ['geliefert', 'delivered'],
  cooling: ['Kühlung', 'cooling'],
  requested: ['beantragt', 'requested'],
  energised: ['unter Spannung', 'energised'],
  generation: ['Erzeugung', 'generation'],
  pue: ['PUE', 'PUE'],
  target: ['Ziel', 'target'],
  end: ['Ende', 'end'],
  gross: ['Anschluss', 'grid'],
  under: ['im', 'under'],
  construction: ['Bau', 'construction'],
  equity: ['Eigenkapital', 'equity'],
  value: ['Wert', 'value'],
  net: ['netto', 'net'],
  income: ['Ergebnis', 'income'],
  capex: ['Investitionen', 'capex'],
  restricted: ['gebunden', 'restricted'],
  lease: ['Leasing', 'lease'],
  liabilities: ['Verbindlichkeiten', 'liabilities'],
};
/** Units and currencies stand in the unit column, not in the label. */
const silent = new Set(['usd', 'mw', 'eh', 's', 'j', 'th', 'mwh']);

/** The label of a figure's field, from the words of its name. */
export function fieldLabel(field: string, language: Language): string {
  const parts = field.split('_').filter((part) => !silent.has(part));
  const text = parts.map((part) => words[part]?.[language === 'de' ? 0 : 1] ?? part).join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const values: Readonly<Record<string, string>> = {
  operating: 'in Betrieb',
  pipeline: 'Pipeline',
  under_construction: 'im Bau',
  mining: 'Mining',
  mixed: 'gemischt',
  ai: 'KI',
  air: 'Luft',
  immersion: 'Immersion',
  direct_liquid: 'Flüssigkeit direkt',
  'grid MW': 'MW Anschluss',
  'critical IT MW': 'MW kritische IT',
  generation: 'Erzeugung',
  high: 'hoch',
  medium: 'mittel',
  low: 'gering',
};
const english: Readonly<Record<string, string>> = {
  under_construction: 'under construction',
  ai: 'AI',
  direct_liquid: 'direct liquid',
};

/** A word of the data (status, use, cooling, basis, confidence) in the reader's language. */
export function dataWord(word: string | null, language: Language): string {
  if (word === null) return '';
  return (language === 'de' ? values[word] : english[word]) ?? word;
}
