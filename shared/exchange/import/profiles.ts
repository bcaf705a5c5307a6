import { figureFields } from '../../domain/figureFields.ts';
import { recordFields, type RecordField } from '../../domain/records.ts';
import type { ProfileName } from '../../domain/tableImport.ts';

/*
 * What a file can hold, by kind of list: where each column goes, its unit and basis, and the words by which reports and
 * spreadsheets head it.
 */

/** Where a column of a file can go. */
export interface ImportTarget {
  readonly key: string;
  /** `tie`: says whose row it is. `record`: a column of the record. `figure`: a figure with its own date and source. */
  readonly part: 'tie' | 'record' | 'figure';
  readonly field: RecordField;
  /** Stored to the month. */
  readonly isMonth?: boolean;
  readonly basis: string | null;
  /** Usual range, outside which a value is asked about. */
  readonly low: number;
  readonly high: number;
  readonly heads: readonly string[];
}

export interface ImportProfile {
  readonly name: ProfileName;
  readonly targets: readonly ImportTarget[];
}

/** Words of heads in German and English, by target. */
const heads: Readonly<Record<string, string>> = {
  company: 'unternehmen|firma|gesellschaft|miner|betreiber|company|operator|owner|ticker|issuer company',
  name: 'standort|standortname|site|site name|facility|campus|anlage|name',
  site: 'standort|site|campus|facility',
  city_region: 'ort|stadt|region|city|place|location',
  country: 'land|staat|country',
  status: 'status|zustand|state',
  current_use: 'nutzung|use|current use',
  grid_operator: 'netzbetreiber|netz|grid operator|utility|iso',
  energy_source: 'energiequelle|energietrager|energy source|power source',
  energised_year: 'unter spannung seit|inbetriebnahme|energised since|energized|in service|year',
  cooling: 'kuhlung|cooling',
  ownership: 'eigentum|ownership',
  latitude: 'breite|breitengrad|latitude|lat',
  longitude: 'lange|langengrad|longitude|lon|lng',
  note: 'notiz|anmerkung|bemerkung|kommentar|note|notes|comment',
  notes: 'notiz|anmerkung|bemerkung|kommentar|note|comment',
  energised_mw:
    'leistung|anschlussleistung|netzleistung|leistung am netz|leistung brutto|power|capacity|energised|energized|operating capacity|gross power|kapazitat',
  contracted_mw: 'zugesichert|vertraglich gesichert|gesicherte leistung|contracted power|secured power',
  requested_mw: 'beantragt|beantragte leistung|requested',
  ai_it_mw: 'it-last|it last|kritische it|kritische last|it load|critical it|critical load|ai it',
  hashrate_eh_s: 'hashrate|rechenleistung|hash rate',
  power_price_usd_mwh: 'strompreis|energiepreis|power price|power cost|electricity price',
  pue_mining: 'pue mining',
  pue_ai: 'pue ki|pue ai|pue',
  generation_mw: 'erzeugung|erzeugungsleistung|generation',
  as_of: 'stand|stichtag|datum|as of|date|quartal|quarter|periode|period|zeitraum',
  month: 'monat|month|datum|date|zeitraum|period|periode',
  source_title: 'quelle|dokument|beleg|source|document|filing',
  source_url: 'url|link|adresse|address|quelle url|source url',
  counterparty: 'gegenpartei|kunde|mieter|vertragspartner|counterparty|customer|tenant|client',
  service: 'leistung|dienst|art|service|type',
  signed_date: 'unterzeichnet|abschluss|vertragsdatum|signed|signing date|date|datum',
  it_load_mw: 'it-last|it last|kritische it|critical it|it load|capacity|leistung it',
  gross_mw: 'anschluss|bruttoleistung|gross power|gross|grid power',
  gpus: 'gpus|gpu|grafikkarten',
  term_years: 'laufzeit|vertragslaufzeit|term|duration',
  total_contract_value_usd: 'vertragswert|grundwert|wert|contract value|total contract value|value|tcv',
  value_with_extensions_usd: 'wert mit verlangerungen|value with extensions',
  capex_usd: 'baukosten|investition|capex|build cost',
  average_hashrate_eh_s:
    'mittlere hashrate|durchschnittliche hashrate|hashrate mittel|average hashrate|avg hashrate|average operating hashrate',
  end_hashrate_eh_s:
    'hashrate am monatsende|hashrate ende|month-end hashrate|end hashrate|deployed hashrate|energized hashrate|hashrate',
  btc_produced:
    'produktion|btc produziert|geschurfte btc|produzierte btc|btc produced|bitcoin produced|bitcoin mined|btc mined|production',
  electricity_cost_usd: 'stromkosten|energiekosten|electricity cost|power cost|energy cost',
  electricity_cost_usd_per_btc: 'stromkosten je btc|electricity cost per btc',
  cash_cost_usd_per_btc: 'barkosten je btc|cash cost per btc',
  power_price_usd_per_mwh: 'strompreis|power price|electricity price',
  btc_held: 'bestand|btc bestand|gehaltene btc|btc held|bitcoin held|btc holdings|holdings',
  period:
    'zeitraum|periode|quartal|geschaftsjahr|berichtszeitraum|period|quarter|fiscal period|reporting period',
  revenue_mining_usd:
    'umsatz mining|mining umsatz|mining erlose|mining revenue|revenue mining|bitcoin mining revenue',
  revenue_ai_usd:
    'umsatz ki|ki umsatz|ki erlose|ai revenue|revenue ai|hpc revenue|ai cloud revenue|hosting revenue',
  ai_mw: 'ki-leistung|ki leistung|ai power|ai mw|hpc power',
  price_usd_close: 'schlusskurs|schluss|preis|kurs|monatsschluss|btc price|close|price|closing price',
  price_usd_avg: 'mittelkurs|durchschnittskurs|mittlerer preis|average price|avg price',
  difficulty_avg: 'schwierigkeit|difficulty',
  hashrate_eh_s_avg: 'netzwerk-hashrate|hashrate des netzwerks|hashrate|network hashrate',
  fees_btc: 'gebuhren|fees',
  power_pipeline_mw: 'pipeline',
  power_contracted_or_secured_mw: 'gesicherte leistung|gesichert|secured power|contracted power|secured',
  power_operating_mw: 'leistung|leistung in betrieb|unter spannung|operating power|energised|energized|power',
  ai_contracted_it_mw: 'ki unter vertrag|vertraglich it|ai contracted|contracted it',
  ai_it_mw_delivered: 'ki in betrieb|it in abrechnung|ai delivered|delivered it|billing it',
  fleet_efficiency_j_th: 'effizienz|flotteneffizienz|efficiency|fleet efficiency',
  cash_usd: 'barmittel|liquide mittel|kasse|cash|cash and equivalents',
  debt_usd: 'schulden|verbindlichkeiten|debt|total debt|borrowings',
  contracted_backlog_usd: 'auftragsbestand|backlog',
  revenue_mining_usd_ltm: 'umsatz mining|mining umsatz|mining revenue|revenue mining',
  revenue_ai_usd_ltm: 'umsatz ki|ki umsatz|ai revenue|hpc revenue|revenue ai',
  btc_holdings_btc: 'btc bestand|bestand btc|btc holdings|bitcoin holdings|btc held',
  share_price_usd: 'aktienkurs|kurs|share price|stock price',
  shares_outstanding: 'aktien|ausstehende aktien|shares outstanding|shares',
  energy_cost_usd_mwh: 'energiekosten|strompreis|energy cost|power cost',
};

function target(
  part: ImportTarget['part'],
  field: RecordField,
  more: Partial<Pick<ImportTarget, 'basis' | 'low' | 'high' | 'isMonth'>> = {},
): ImportTarget {
  const words = (heads[field.key] ?? '').split('|').filter((word) => word !== '');
  return {
    key: field.key,
    part,
    field,
    basis: null,
    low: -Infinity,
    high: Infinity,
    heads: [...words, field.key.replaceAll('_', ' ')],
    ...more,
  };
}

const tie = (key: string, isRequired = false): ImportTarget =>
  target('tie', { key, type: 'text', isRequired });
const asOf = target('tie', { key: 'as_of', type: 'date' });
const month = target('tie', { key: 'month', type: 'date', isRequired: true }, { isMonth: true });
const source = [tie('source_title'), tie('source_url')];
const records = (kind: 'site' | 'contract'): ImportTarget[] =>
  recordFields[kind].map((field) => target('record', field));
const figures = (kind: 'company' | 'site'): ImportTarget[] =>
  figureFields[kind].map(({ field, unit, min, max, basis, low, high }) =>
    target('figure', { key: field, type: 'number', unit, min, max }, { basis, low, high }),
  );
const amount = (
  key: string,
  unit: string,
  [max, low, high]: readonly [number, number, number],
  basis: string | null = null,
): ImportTarget => target('record', { key, type: 'number', unit, min: 0, max }, { low, high, basis });
const gpus = { key: 'gpus', type: 'number', unit: '', min: 0, max: 1e9 } as const;

export const profiles: readonly ImportProfile[] = [
  {
    name: 'sites',
    targets: [tie('company'), ...records('site'), ...figures('site'), asOf, ...source],
  },
  { name: 'contracts', targets: [tie('company'), tie('site'), ...records('contract'), ...source] },
  { name: 'figures', targets: [tie('company'), asOf, ...figures('company'), ...source] },
  {
    name: 'identity',
    targets: [
      tie('company'),
      target('record', { key: 'period', type: 'text', isRequired: true }),
      amount('revenue_mining_usd', 'USD', [1e13, 0, 1e10]),
      amount('revenue_ai_usd', 'USD', [1e13, 0, 1e11]),
      amount('hashrate_eh_s', 'EH/s', [10_000, 0, 150]),
      amount('ai_mw', 'MW', [100_000, 0, 5_000], 'critical IT MW'),
      { ...amount('gpus', '', [1e9, 0, 1e7]), field: { ...gpus, isWhole: true } },
      target('record', { key: 'as_of', type: 'date' }),
      ...source,
    ],
  },
  {
    name: 'production',
    targets: [
      tie('company'),
      month,
      amount('average_hashrate_eh_s', 'EH/s', [10_000, 0.01, 150]),
      amount('end_hashrate_eh_s', 'EH/s', [10_000, 0.01, 150]),
      amount('btc_produced', 'BTC', [60_000, 0, 3_000]),
      amount('electricity_cost_usd', 'USD', [1e11, 0, 1e9]),
      amount('electricity_cost_usd_per_btc', 'USD/BTC', [1e8, 1_000, 500_000]),
      amount('cash_cost_usd_per_btc', 'USD/BTC', [1e8, 1_000, 500_000]),
      target(
        'record',
        { key: 'power_price_usd_per_mwh', type: 'number', unit: 'USD/MWh', min: -500, max: 5_000 },
        { low: 16, high: 200 },
      ),
      amount('btc_held', 'BTC', [21e6, 0, 1e5]),
      target('record', { key: 'note', type: 'long' }),
      ...source,
    ],
  },
  {
    name: 'prices',
    targets: [
      month,
      amount('price_usd_close', 'USD/BTC', [1e8, 100, 2e6]),
      amount('price_usd_avg', 'USD/BTC', [1e8, 100, 2e6]),
      amount('difficulty_avg', '1', [1e20, 1, 1e17]),
      amount('hashrate_eh_s_avg', 'EH/s', [1e6, 0, 1e4]),
      amount('fees_btc', 'BTC', [1e6, 0, 20_000]),
      tie('source_title'),
    ],
  },
];

export function profileOf(name: ProfileName): ImportProfile {
  const found = profiles.find((profile) => profile.name === name);
  if (!found) throw new RangeError(name);
  return found;
}

export function targetOf(profile: ImportProfile, key: string | null): ImportTarget | undefined {
  return profile.targets.find((candidate) => candidate.key === key);
}
