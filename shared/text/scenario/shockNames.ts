import type { ShockKind } from '../../engine/scenario/shockTable.ts';
import type { Language } from '../../format/number.ts';

/** R7.3b The kinds of shocks, as an analyst calls them. */
export const shockNames: Readonly<Record<Language, Readonly<Record<ShockKind, string>>>> = {
  de: {
    btcPrice: 'BTC-Kurs',
    difficulty: 'Difficulty-Sprung',
    asicLeap: 'ASIC-Generationssprung',
    powerTax: 'Stromabgabe',
    curfew: 'Sperrzeiten für Mining',
    miningBan: 'Mining-Verbot',
    heat: 'Hitze im Sommer',
    moratorium: 'Anschlussmoratorium',
    aiBust: 'Einbruch der KI-Nachfrage',
    tenantDefault: 'Ausfall eines Mieters',
    gpuLeap: 'GPU-Generationssprung',
    overrun: 'Baukosten und Bauverzug',
    credit: 'Kreditklemme',
  },
  en: {
    btcPrice: 'BTC price',
    difficulty: 'Difficulty surge',
    asicLeap: 'ASIC generation leap',
    powerTax: 'Power surcharge',
    curfew: 'Mining curfew',
    miningBan: 'Mining ban',
    heat: 'Heat in summer',
    moratorium: 'Interconnection moratorium',
    aiBust: 'AI demand bust',
    tenantDefault: 'Tenant default',
    gpuLeap: 'GPU generation leap',
    overrun: 'Construction overrun',
    credit: 'Credit squeeze',
  },
};

/** The sizes of all kinds by their name. */
const sizes: Readonly<Record<string, readonly [de: string, en: string]>> = {
  btcPriceFactor: ['BTC-Kurs', 'BTC price'],
  hashrateFactor: ['Hashrate des Netzes', 'Network hash rate'],
  marginalEfficiencyFactor: ['J/TH der Grenzmaschine', 'J/TH of the marginal machine'],
  asicResaleFactor: ['Wiederverkauf der Maschinen', 'Resale of machines'],
  powerUsdPerMwh: ['Strompreis', 'Power price'],
  curtailedHoursShare: ['Abgeregelte Stunden', 'Curtailed hours'],
  uptimeShare: ['Verfügbarkeit der Maschinen', 'Uptime of machines'],
  pue: ['PUE', 'PUE'],
  moratoriumMonths: ['Baubeginn später', 'Build starts later'],
  gpuPriceFactor: ['Marktpreis je GPU-Stunde', 'Market price per GPU-hour'],
  rentFactor: ['Marktmiete', 'Market rent'],
  utilisationShare: ['Auslastung am Markt', 'Market utilisation'],
  renewalFactor: ['Verlängerung des Vertrags', 'Renewal of the lease'],
  defaultFactor: ['Ausfall des Mieters je Jahr', 'Tenant default a year'],
  reletMonths: ['Leerstand bis zur Neuvermietung', 'Empty until let again'],
  residualFactor: ['Restwert der GPUs', 'Residual value of GPUs'],
  capexFactor: ['Baukosten', 'Build cost'],
  overrunSlipMonths: ['Bauverzug', 'Slip'],
  loanRatePerYear: ['Zins nicht gezogener Kredite', 'Rate of undrawn loans'],
  loanToCostShare: ['Beleihung', 'Loan to cost'],
};

/** What a size moves. */
export function sizeName(name: string, language: Language): string {
  const [de, en] = sizes[name] ?? [name, name];
  return language === 'de' ? de : en;
}
