import type { HistoryStep } from '../domain/portfolio.ts';
import { recordFields, type RecordField, type RecordKind } from '../domain/records.ts';
import { readingText } from '../exchange/readEntry.ts';
import { formatDate, formatPlain, type Language } from '../format/number.ts';
import { dataWord, fieldLabel } from './fieldLabels.ts';
import { unitName } from './inputLabels.ts';
import { fill, screenText } from './screenText.ts';

type Words = readonly [de: string, en: string];

/** Names of the columns that an analyst enters. */
const columns: Readonly<Record<string, Words>> = {
  name: ['Name', 'Name'],
  ticker: ['Börsenkürzel', 'Ticker'],
  exchange: ['Börse', 'Exchange'],
  country_hq: ['Land des Sitzes', 'Country of head office'],
  founded_year: ['Gegründet', 'Founded'],
  former_business: ['Früheres Geschäft', 'Former business'],
  former_names: ['Frühere Namen', 'Former names'],
  fiscal_year_end: ['Ende des Geschäftsjahrs (MM-TT)', 'Fiscal year end (MM-DD)'],
  strategy_note: ['Strategie', 'Strategy'],
  city_region: ['Ort', 'Place'],
  country: ['Land', 'Country'],
  status: ['Status', 'Status'],
  current_use: ['Nutzung heute', 'Use today'],
  grid_operator: ['Netzbetreiber', 'Grid operator'],
  energy_source: ['Energiequelle', 'Energy source'],
  energised_year: ['Unter Spannung seit', 'Energised since'],
  cooling: ['Kühlung', 'Cooling'],
  ownership: ['Eigentum', 'Ownership'],
  latitude: ['Breite', 'Latitude'],
  longitude: ['Länge', 'Longitude'],
  fibre_note: ['Glasfaser', 'Fibre'],
  climate_note: ['Klima', 'Climate'],
  note: ['Notiz', 'Note'],
  notes: ['Notiz', 'Note'],
  confidence: ['Güte', 'Confidence'],
  counterparty: ['Gegenpartei', 'Counterparty'],
  service: ['Leistung', 'Service'],
  signed_date: ['Unterzeichnet', 'Signed'],
  relation: ['Verhältnis zu anderen Verträgen', 'Relation to other contracts'],
  it_load_mw: ['Kritische IT', 'Critical IT'],
  gross_mw: ['Anschluss', 'Grid power'],
  gpus: ['GPUs', 'GPUs'],
  term_years: ['Laufzeit', 'Term'],
  total_contract_value_usd: ['Grundwert ohne Verlängerungen', 'Base value without extensions'],
  value_with_extensions_usd: ['Wert mit Verlängerungen', 'Value with extensions'],
  capex_usd: ['Baukosten', 'Capex'],
  lease_structure: ['Form der Miete', 'Lease structure'],
  support: ['Vorauszahlung oder Absicherung', 'Prepayment or backstop'],
  stated_margin: ['Angekündigte Marge', 'Stated margin'],
  instrument: ['Titel', 'Instrument'],
  instrument_type: ['Art', 'Type'],
  issuer: ['Emittent', 'Issuer'],
  principal_usd: ['Nennwert', 'Principal'],
  coupon_share: ['Coupon', 'Coupon'],
  maturity: ['Fälligkeit', 'Maturity'],
  secured: ['Besichert', 'Secured'],
  level: ['Ebene', 'Level'],
  conversion_price_usd: ['Wandlungspreis', 'Conversion price'],
  as_of: ['Stand', 'As of'],
  source: ['Quelle', 'Source'],
  period: ['Zeitraum', 'Period'],
  revenue_mining_usd: ['Umsatz Mining', 'Revenue from mining'],
  revenue_ai_usd: ['Umsatz KI', 'Revenue from AI'],
  hashrate_eh_s: ['Hashrate', 'Hash rate'],
  ai_mw: ['KI-Leistung, kritische IT', 'AI power, critical IT'],
  model: ['Modell', 'Model'],
  units: ['Maschinen', 'Machines'],
  hashrate_th_s: ['Hashrate je Maschine', 'Hash rate of a machine'],
  efficiency_j_th: ['Effizienz', 'Efficiency'],
  purchased: ['Gekauft (JJJJ-MM)', 'Purchased (YYYY-MM)'],
  book_value_usd: ['Buchwert', 'Book value'],
  operating_note: ['Betrieb (Verfügbarkeit, Drosselung)', 'Operation (uptime, underclocking)'],
};

export function columnLabel(key: string, language: Language): string {
  return columns[key]?.[language === 'de' ? 0 : 1] ?? key;
}

/** Words of choices that the data words do not know. */
const options: Readonly<Record<string, Words>> = {
  yes: ['ja', 'yes'],
  no: ['nein', 'no'],
  unknown: ['unbekannt', 'unknown'],
  signed: ['unterzeichnet', 'signed'],
  'letter of intent': ['Absichtserklärung', 'letter of intent'],
  reported: ['berichtet', 'reported'],
  'jv framework': ['Rahmen eines Gemeinschaftsunternehmens', 'joint-venture framework'],
  superseded: ['überholt', 'superseded'],
  aggregate: ['Sammelzeile', 'aggregate'],
  sold: ['verkauft', 'sold'],
  corporate: ['Unternehmen', 'corporate'],
  project: ['Projekt', 'project'],
  asset: ['Anlage', 'asset'],
};

export function optionWord(option: string, language: Language): string {
  return options[option]?.[language === 'de' ? 0 : 1] ?? dataWord(option, language);
}

const en = {
  newCompany: screenText.en.newCompany,
  newSite: 'New site',
  newContract: 'New contract',
  newInstrument: 'New debt instrument',
  newIdentity: 'New period',
  newFleet: 'New fleet',
  newFigure: 'New figure',
  editCompany: 'Edit company',
  editSite: 'Edit site',
  editContract: 'Edit contract',
  editInstrument: 'Edit debt instrument',
  editIdentity: 'Edit period',
  editFleet: 'Edit fleet',
  editFigure: 'Edit figure',
  edit: 'Edit',
  duplicate: 'Duplicate',
  remove: 'Delete',
  more: 'Edit, duplicate, delete',
  source: 'Source: document',
  sourceUrl: 'Source: address (https://…)',
  sourcePage: 'Source: page or place',
  sourceDate: 'Source: published (YYYY-MM-DD)',
  required: 'Required',
  missing: 'not known',
  site: 'Site',
  noSite: 'no site',
  field: 'Figure',
  unit: 'Unit',
  value: 'Value',
  basis: 'Basis',
  asOf: 'As of (YYYY, YYYY-MM or YYYY-MM-DD)',
  notApplicable: 'does not apply',
  rivals: 'Other values of this figure',
  replaceThem: 'are set aside; they stay visible',
  standBeside: 'stand beside it',
  choose: 'Use this value',
  setAside: 'Set aside',
  rivalNew: 'Another value beside it',
  figureMore: 'Edit, set aside, delete',
  rivalSpan: 'Values of this figure',
  inUse: 'in use',
  spanOf: 'span {low} to {high}',
  impossible: '{field}: cannot be stored. {why}',
  needsText: 'A text is required.',
  needsDate: 'A date as YYYY, YYYY-MM or YYYY-MM-DD.',
  needsNumber: 'A number between {low} and {high}.',
  needsUrl: 'An address that begins with https:// or http://.',
  readAs: 'read as {value}',
  ambiguous: 'This number has two readings: {readings}. Write it without a separator for thousands.',
  stepCreate: '{kind} entered: {name}',
  stepEdit: '{kind} {name}: {what}',
  stepDuplicate: '{kind} duplicated: {name}',
  stepRemove: '{kind} deleted: {name}',
  stepRemoveWith: '{kind} deleted: {name}, with {count} entries that hang on it',
  stepRemoveWithOne: '{kind} deleted: {name}, with 1 entry that hangs on it',
  stepFigure: '{field}, {name}: {before} → {after}',
  stepFigureNew: '{field} entered, {name}: {after}',
  stepFigureChoose: '{field}, {name}: {before} is used',
  stepFigureAside: '{field}, {name}: {before} set aside',
  stepFigureRemove: '{field} deleted, {name}: {before}',
  andMore: '{first} and {count} more',
} as const;

const de: Readonly<Record<keyof typeof en, string>> = {
  newCompany: screenText.de.newCompany,
  newSite: 'Standort anlegen',
  newContract: 'Vertrag anlegen',
  newInstrument: 'Schuldtitel anlegen',
  newIdentity: 'Zeitraum anlegen',
  newFleet: 'Flotte anlegen',
  newFigure: 'Größe anlegen',
  editCompany: 'Unternehmen bearbeiten',
  editSite: 'Standort bearbeiten',
  editContract: 'Vertrag bearbeiten',
  editInstrument: 'Schuldtitel bearbeiten',
  editIdentity: 'Zeitraum bearbeiten',
  editFleet: 'Flotte bearbeiten',
  editFigure: 'Größe bearbeiten',
  edit: 'Bearbeiten',
  duplicate: 'Verdoppeln',
  remove: 'Löschen',
  more: 'Bearbeiten, verdoppeln, löschen',
  source: 'Quelle: Dokument',
  sourceUrl: 'Quelle: Adresse (https://…)',
  sourcePage: 'Quelle: Seite oder Stelle',
  sourceDate: 'Quelle: erschienen (JJJJ-MM-TT)',
  required: 'Pflichtfeld',
  missing: 'nicht bekannt',
  site: 'Standort',
  noSite: 'kein Standort',
  field: 'Größe',
  unit: 'Einheit',
  value: 'Wert',
  basis: 'Basis',
  asOf: 'Stand (JJJJ, JJJJ-MM oder JJJJ-MM-TT)',
  notApplicable: 'entfällt',
  rivals: 'Andere Werte dieser Größe',
  replaceThem: 'werden beiseite gelegt und bleiben sichtbar',
  standBeside: 'stehen daneben',
  choose: 'Diesen Wert verwenden',
  setAside: 'Beiseite legen',
  rivalNew: 'Anderer Wert daneben',
  figureMore: 'Bearbeiten, beiseite legen, löschen',
  rivalSpan: 'Werte dieser Größe',
  inUse: 'in Gebrauch',
  spanOf: 'Spanne {low} bis {high}',
  impossible: '{field}: lässt sich nicht speichern. {why}',
  needsText: 'Ein Text ist nötig.',
  needsDate: 'Ein Datum als JJJJ, JJJJ-MM oder JJJJ-MM-TT.',
  needsNumber: 'Eine Zahl zwischen {low} und {high}.',
  needsUrl: 'Eine Adresse, die mit https:// oder http:// beginnt.',
  readAs: 'gelesen als {value}',
  ambiguous: 'Diese Zahl lässt sich zweifach lesen: {readings}. Bitte ohne Tausenderzeichen schreiben.',
  stepCreate: '{kind} angelegt: {name}',
  stepEdit: '{kind} {name}: {what}',
  stepDuplicate: '{kind} verdoppelt: {name}',
  stepRemove: '{kind} gelöscht: {name}',
  stepRemoveWith: '{kind} gelöscht: {name}, mit {count} Einträgen, die daran hängen',
  stepRemoveWithOne: '{kind} gelöscht: {name}, mit 1 Eintrag, der daran hängt',
  stepFigure: '{field}, {name}: {before} → {after}',
  stepFigureNew: '{field} angelegt, {name}: {after}',
  stepFigureChoose: '{field}, {name}: {before} wird verwendet',
  stepFigureAside: '{field}, {name}: {before} beiseite gelegt',
  stepFigureRemove: '{field} gelöscht, {name}: {before}',
  andMore: '{first} und {count} weitere',
};

export const entryText: Readonly<Record<Language, Readonly<Record<keyof typeof en, string>>>> = { de, en };

const kinds: Readonly<Record<Language, Readonly<Record<RecordKind, string>>>> = {
  en: {
    company: 'Company',
    site: 'Site',
    contract: 'Contract',
    instrument: 'Debt instrument',
    identity: 'Period',
    fleet: 'Fleet',
  },
  de: {
    company: 'Unternehmen',
    site: 'Standort',
    contract: 'Vertrag',
    instrument: 'Schuldtitel',
    identity: 'Zeitraum',
    fleet: 'Flotte',
  },
};

/** A value of a change as it is shown: dates, years and words of choices in their own way, a gap as a word. */
export function shownValue(key: string, value: string, language: Language): string {
  if (value === '') return entryText[language].missing;
  if (/_(date|of)$/.test(key)) return formatDate(value, language);
  const number = Number(value);
  return Number.isFinite(number) && !key.endsWith('year')
    ? formatPlain(number, language)
    : optionWord(value, language) || value;
}

/** A value of a record as its form reads it: a number with its unit, a share in percent, a text of digits as it is. */
export function recordValue(field: RecordField | undefined, value: string, language: Language): string {
  if (value !== '' && field?.type === 'number') return readingText(field, Number(value), language);
  if (value === '' || field?.type === 'date') return shownValue(field?.key ?? '', value, language);
  return optionWord(value, language) || value;
}

function changeText(values: HistoryStep['values'], language: Language): string {
  const { kind = '', field: key = '', before = '', after = '', count = '0' } = values;
  const field = recordFields[kind as RecordKind]?.find((one) => one.key === key);
  // Of a source only that it changed is told; titles are long.
  if (key === 'source') return columnLabel(key, language);
  const first = `${columnLabel(key, language)} ${recordValue(field, before, language)} → ${recordValue(field, after, language)}`;
  const more = Number(count) - 1;
  return more > 0 ? fill(entryText[language].andMore, { first, count: more }) : first;
}

function figureValue(value: string, unit: string, language: Language): string {
  if (value === '') return entryText[language].notApplicable;
  const number = Number(value);
  const name = unitName(unit, language);
  return `${Number.isFinite(number) ? formatPlain(number, language) : value}${name === '' ? '' : `\u00a0${name}`}`;
}

/** A step of entered data in words. */
export function entryStepText({ label, values }: HistoryStep, language: Language): string {
  const t = entryText[language];
  const { unit = '1', before = '', after = '', count = '0' } = values;
  if (label.startsWith('figure.')) {
    const sentences: Readonly<Record<string, string>> = {
      'figure.create': t.stepFigureNew,
      'figure.choose': t.stepFigureChoose,
      'figure.setAside': t.stepFigureAside,
      'figure.remove': t.stepFigureRemove,
    };
    return fill(sentences[label] ?? t.stepFigure, {
      field: fieldLabel(values['field'] ?? '', language),
      name: values['name'] ?? '',
      before: figureValue(before, unit, language),
      after: figureValue(after, unit, language),
    });
  }
  const named = { kind: kinds[language][values['kind'] as RecordKind] ?? '', name: values['name'] ?? '' };
  if (label === 'record.edit') return fill(t.stepEdit, { ...named, what: changeText(values, language) });
  if (label === 'record.remove')
    return fill(count === '0' ? t.stepRemove : count === '1' ? t.stepRemoveWithOne : t.stepRemoveWith, {
      ...named,
      count,
    });
  return fill(label === 'record.duplicate' ? t.stepDuplicate : t.stepCreate, named);
}
