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

/** What a head names in brackets, where units stand most often; undefined for each that is no unit we know. */
export function bracketedUnits(head: string): (string | undefined)[] {
  return [...head.matchAll(/[[(]([^\])]+)[\])]/g)]
    .filter(([, text = '']) => text.trim() !== '')
    .map(([, text = '']) => named(text));
}

/** The unit in a head such as "Leistung [kW]", "Power (MW)", "Kapazität in MW" or "capacity_mw". */
export function unitOfHead(head: string): string | undefined {
  const trailing = /\s(?:in|,)\s*(.+)$/i.exec(head)?.[1] ?? /,\s*(.+)$/.exec(head)?.[1];
  const joined = /[_\s]([^_\s]+)$/.exec(head.trim())?.[1];
  const pair = /_(usd)_(mwh|kwh|btc)$/i.exec(head.trim());
  const spelled = pair ? `${pair[1]}/${pair[2]}` : undefined;
  const others = [spelled, trailing, joined].map((text) => (text === undefined ? undefined : named(text)));
  return [...bracketedUnits(head), ...others].find((unit) => unit !== undefined);
}

/** Whether the values of a column have a unit that nobody has said yet. */
export function hasOpenUnit(ownUnit: string | undefined, unit: string | null): boolean {
  return unit === null && ownUnit !== undefined && ownUnit in columnUnits;
}
