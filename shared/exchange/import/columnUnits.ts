/** Units a column can be given in, by the unit its values are kept in, each with what one of it is there. */
export const columnUnits: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  MW: { MW: 1, kW: 1e-3, GW: 1e3 },
  'EH/s': { 'EH/s': 1, 'PH/s': 1e-3, 'TH/s': 1e-6 },
  'J/TH': { 'J/TH': 1 },
  USD: { USD: 1, kUSD: 1e3, mUSD: 1e6, bUSD: 1e9 },
  'USD/MWh': { 'USD/MWh': 1, 'USD/kWh': 1e3, 'ct/kWh': 10 },
  'USD/BTC': { 'USD/BTC': 1 },
  'USD/share': { 'USD/share': 1 },
  shares: { shares: 1, 'm shares': 1e6 },
  BTC: { BTC: 1 },
  years: { years: 1, months: 1 / 12 },
  percent: { percent: 1 },
  '1': { '1': 1, percent: 0.01, million: 1e6, billion: 1e9, trillion: 1e12 },
};

const spellings: readonly (readonly [RegExp, string])[] = [
  [/^(us)?(d|\$)\s*\/\s*mwh$|^\$\/mwh$/, 'USD/MWh'],
  [/^(us)?(d|\$)\s*\/\s*kwh$|^\$\/kwh$/, 'USD/kWh'],
  [/^(us)?(ct|cents?|¢|c)\s*\/\s*kwh$/, 'ct/kWh'],
  [/^(us)?(d|\$)\s*\/\s*btc$/, 'USD/BTC'],
  [/^(tsd\.?|tausend|thousand|k)\s*(usd|us-?dollar|\$)$|^(usd|\$)\s*(k|tsd\.?|thousands?)$/, 'kUSD'],
  [/^(mio\.?|mill?ion(en|s)?|mm?)\s*(usd|us-?dollar|\$)$|^(usd|\$)\s*(mm?|mio\.?|millions?)$/, 'mUSD'],
  [/^(mrd\.?|milliarden?|billions?|bn)\s*(usd|us-?dollar|\$)$|^(usd|\$)\s*(bn|mrd\.?|billions?)$/, 'bUSD'],
  [/^(usd|us-?dollar|us\$|\$)$/, 'USD'],
  [/^(usd|\$)\s*\/\s*(share|aktie)$/, 'USD/share'],
  // The words of the basis stand with the unit in our own tables.
  [/^(grid |(critical )?it )?(mw|mwit|megawatts?)( grid| anschluss| (critical |kritische )?it)?$/, 'MW'],
  [/^(kw|kilowatts?)$/, 'kW'],
  [/^(gw|gigawatts?)$/, 'GW'],
  [/^eh(\/s)?$/, 'EH/s'],
  [/^ph(\/s)?$/, 'PH/s'],
  [/^th(\/s)?$/, 'TH/s'],
  [/^[jw]\/th$/, 'J/TH'],
  [/^(btc|bitcoins?)$/, 'BTC'],
  [/^(jahre?|years?|yrs?|a)$/, 'years'],
  [/^(monate?|months?)$/, 'months'],
  [/^(%|prozent|percent)$/, 'percent'],
  [/^(mio\.?|million|m)\s*(aktien|shares)$/, 'm shares'],
  [/^(mio\.?|millionen|millions?)$/, 'million'],
  [/^(mrd\.?|milliarden|billions?|bn|g)$/, 'billion'],
  [/^(bio\.?|billionen|trillions?|tn|t)$/, 'trillion'],
  [/^(1|ohne einheit|dimensionslos|dimensionless|no unit|ratio|faktor|factor)$/, '1'],
];

/** The unit a text names, in our spelling. */
function named(text: string): string | undefined {
  // What follows a comma is the basis: "MW, grid".
  const plain = (text.split(',')[0] ?? '')
    .toLowerCase()
    .replaceAll(/\s+(je|pro|per)\s+/g, '/')
    .replace(/^us\$/, '$')
    .replaceAll(/\u00a0/g, ' ')
    .trim();
  return spellings.find(([shape]) => shape.test(plain))?.[1];
}

/** Words in brackets that are no unit: basis, kind of value, period, number of a footnote. */
const harmless = new RegExp(
  `^(${[
    'brutto|netto|gross|net|grid|anschluss|am netz|it|critical( it)?|kritisch(e)?( it)?',
    'ist|plan|soll|actual|planned|target|ziel|est\\.?|estimated|geschätzt|ca\\.?|approx\\.?|reported|berichtet|gemeldet',
    'audited|unaudited|geprüft|ungeprüft|vorläufig|preliminary|gesamt|total|summe|sum|average|avg\\.?|mittel|durchschnitt|ø',
    'ende|monatsende|quartalsende|end|month[- ]end|quarter[- ]end|period[- ]end|stichtag|as of|stand|ltm|ttm',
    '(q[1-4]|h[12]|fy|gj)?[ /-]?(fy)?(\\d{2}|\\d{4})?|\\d{1,2}[./-]\\d{4}|\\d{4}-\\d{2}(-\\d{2})?|\\d{1,2}\\.\\d{1,2}\\.(\\d{4}|\\d{2})',
    '\\d|\\*+|[a-c]|name|text|datum|date|jahr|year|optional|mining|ai|ki|hpc|btc only',
  ].join('|')})$`,
);

/** What a head names in brackets, where units stand most often; undefined for each that may be one we do not know. */
export function bracketedUnits(head: string): (string | undefined)[] {
  return (
    [...head.matchAll(/[[(]([^\])]+)[\])]/g)]
      // A number in round brackets is a footnote's; in square ones it is a unit.
      .filter(([whole]) => !/^\(\s*\d\s*\)$/.test(whole))
      .map(([, text = '']) => text.trim())
      .filter((text) => text !== '')
      .map((text) => [text, named(text)] as const)
      .filter(([text, unit]) => unit !== undefined || !harmless.test(text.toLowerCase()))
      .map(([, unit]) => unit)
  );
}

const foreign =
  /(?:^|[\s,_])(?:in\s+|je\s+|per\s+)?(t?eur|t?€|gbp|£|chf|cad|c\$|aud|a\$|hk\$|sgd|s\$|sek|nok|dkk|jpy|¥|cny|rmb|krw|inr|brl|kwh|mwh|gwh|twh|kva|mva|hp|ps|btu|bit|sats?|eth)$/;

/** Whether a head names, without brackets, a unit that is none of ours: "Umsatz in EUR" is no revenue in dollars. */
export function namesForeignUnit(head: string): boolean {
  return foreign.test(
    head
      .replaceAll(/[[(][^\])]*[\])]/g, ' ')
      .trim()
      .toLowerCase(),
  );
}

/** The unit in a head such as "Leistung [kW]", "Power (MW)", "Kapazität in MW" or "capacity_mw". */
export function unitOfHead(head: string): string | undefined {
  const trailing = /\s(?:in|,)\s*(.+)$/i.exec(head)?.[1] ?? /,\s*(.+)$/.exec(head)?.[1];
  const joined = /[_\s]([^_\s]+)$/.exec(head.trim())?.[1];
  const pair = /_(usd)_(mwh|kwh|btc)$/i.exec(head.trim());
  const spelled = pair ? `${pair[1]}/${pair[2]}` : undefined;
  const others = [spelled, trailing, joined].map((text) => (text === undefined ? undefined : named(text)));
  // A number or a letter behind a name is none of the scales that brackets tell.
  const sure = others.filter(
    (unit) => unit === undefined || !(unit in (columnUnits['1'] ?? {})) || unit === 'percent',
  );
  return [...bracketedUnits(head), ...sure].find((unit) => unit !== undefined);
}

const scales: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  USD: { million: 'mUSD', billion: 'bUSD' },
  shares: { million: 'm shares' },
};

/** A named unit as a choice for values kept in `own`: "millions" of an amount are millions of dollars. */
export function choiceIn(own: string, unit: string | undefined): string | undefined {
  if (unit === undefined) return undefined;
  return unit in (columnUnits[own] ?? {}) ? unit : scales[own]?.[unit];
}

/** Whether the values of a column have a unit that nobody has said yet. */
export function hasOpenUnit(ownUnit: string | undefined, unit: string | null): boolean {
  return unit === null && ownUnit !== undefined && ownUnit in columnUnits;
}
