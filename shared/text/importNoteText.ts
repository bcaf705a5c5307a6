import type { ImportNote } from '../domain/tableImport.ts';
import { profiles } from '../exchange/import/profiles.ts';
import { formatPlain, type Language } from '../format/number.ts';
import { shownValue } from './entryText.ts';
import { basisWord, importText, targetLabel, unitWord } from './importText.ts';
import { fill } from './screenText.ts';

type Words = readonly [de: string, en: string];

/** Sentences by the code of a note. */
const notes: Readonly<Record<string, Words>> = {
  change: ['{key}: {before} → {after}{unit}.', '{key}: {before} → {after}{unit}.'],
  needsText: ['{key} fehlt.', '{key} is missing.'],
  needsDate: ['{key}: „{cell}“ ist kein Datum.', '{key}: “{cell}” is no date.'],
  needsMonth: ['{key}: „{cell}“ nennt keinen Monat.', '{key}: “{cell}” names no month.'],
  openDate: [
    '{key}: „{cell}“ lässt sich zweifach lesen. Bitte die Reihenfolge der Spalte wählen.',
    '{key}: “{cell}” has two readings. Choose the order of the column.',
  ],
  notANumber: ['{key}: „{cell}“ ist keine Zahl.', '{key}: “{cell}” is no number.'],
  wrongUnit: [
    '{key}: die Einheit von „{cell}“ passt nicht.',
    '{key}: the unit of “{cell}” does not belong here.',
  ],
  openNumber: [
    '{key}: „{cell}“ lässt sich zweifach lesen. Bitte das Dezimalzeichen der Spalte wählen.',
    '{key}: “{cell}” has two readings. Choose the decimal sign of the column.',
  ],
  outOfBounds: [
    '{key}: „{cell}“ kann nicht sein. Bitte die Einheit prüfen.',
    '{key}: “{cell}” cannot be. Check the unit.',
  ],
  tooLong: ['{key}: der Text ist zu lang.', '{key}: the text is too long.'],
  noChoice: ['{key}: „{cell}“ ist keines der Worte dafür.', '{key}: “{cell}” is none of its words.'],
  needsUrl: [
    '{key}: „{cell}“ beginnt nicht mit https:// oder http://.',
    '{key}: “{cell}” does not begin with https:// or http://.',
  ],
  unusual: [
    '{key}: {value} liegt außerhalb des Üblichen ({low} bis {high}).',
    '{key}: {value} is outside the usual range ({low} to {high}).',
  ],
  meant: ['Gemeint {unitWord}: {value}{unit}?', 'Meant {unitWord}: {value}{unit}?'],
  needsCompany: ['Das Unternehmen fehlt.', 'The company is missing.'],
  unknownCompany: [
    'Ein Unternehmen „{name}“ gibt es im Portfolio nicht.',
    'There is no company “{name}” in the portfolio.',
  ],
  severalCompanies: [
    '„{name}“ heißen mehrere Unternehmen im Portfolio.',
    'Several companies of the portfolio are called “{name}”.',
  ],
  severalSites: [
    '„{name}“ heißen mehrere Standorte dieses Unternehmens.',
    'Several sites of this company are called “{name}”.',
  ],
  severalContracts: [
    'Mit „{name}“ gibt es mehrere solche Verträge.',
    'There are several such contracts with “{name}”.',
  ],
  severalPeriods: [
    'Den Zeitraum „{name}“ gibt es bei diesem Unternehmen mehrfach.',
    'This company has the period “{name}” several times.',
  ],
  besidePlaceless: [
    'Ein Vertrag mit „{name}“ ohne Standort ist im Portfolio; die Datei nennt mehrere, also tritt dieser daneben.',
    'The portfolio holds a contract with “{name}” without a site; the file names several, so this one stands beside it.',
  ],
  unforeseen: [
    'Zeile {row} würde etwas anderes tun, als die Vorschau zeigt. Bitte die Vorschau neu öffnen oder diese Zeile weglassen',
    'row {row} would do something else than the preview shows. Open the preview again, or leave this row out',
  ],
  unknownSite: [
    'Einen Standort „{name}“ gibt es dort nicht, der Name bleibt als Text.',
    'There is no site “{name}” there; the name stays as text.',
  ],
  newCompany: ['Legt das Unternehmen „{name}“ an.', 'Creates the company “{name}”.'],
  noFigures: ['Die Zeile enthält keinen Wert.', 'The row holds no value.'],
  repeated: ['Dieselbe Zeile steht weiter oben in der Datei.', 'The same row stands further up in the file.'],
  needsColumn: ['Keine Spalte ist „{key}“ zugeordnet', 'No column is assigned to “{key}”'],
  needsCompanyColumn: [
    'Das Unternehmen fehlt: bitte eine Spalte zuordnen oder eines für alle Zeilen nennen',
    'The company is missing: assign a column, or name one for all rows',
  ],
  twice: ['„{key}“ ist zwei Spalten zugeordnet', '“{key}” is assigned to two columns'],
  openUnit: [
    'Spalte „{head}“: die Einheit ist nicht bekannt, bitte eine wählen oder die Spalte weglassen',
    'Column “{head}”: its unit is not known; choose one, or leave the column out',
  ],
  openColumn: [
    'Spalte „{head}“: bitte das Dezimalzeichen wählen',
    'Column “{head}”: choose the decimal sign',
  ],
  openDates: [
    'Spalte „{head}“: bitte die Reihenfolge im Datum wählen',
    'Column “{head}”: choose the order of its dates',
  ],
  contradictory: [
    'Spalte „{head}“ ist widersprüchlich: Komma als Dezimalzeichen in Zeile {comma}, Punkt in Zeile {point}',
    'Column “{head}” contradicts itself: decimal comma in row {comma}, decimal point in row {point}',
  ],
};

const shownNumbers = ['value', 'low', 'high'];

const targets = new Map(profiles.flatMap((profile) => profile.targets).map((target) => [target.key, target]));

/** A value of a change; a text stays as it is, though it look like a number. */
function changedValue(key: string, value: string, language: Language): string {
  if (value === '') return importText[language].missing;
  const type = targets.get(key)?.field.type;
  return type === 'number' || type === 'choice' || type === 'date' ? shownValue(key, value, language) : value;
}

/** Unit and basis behind a changed number. */
function unitBehind(key: string, language: Language): string {
  const { field, basis = null } = targets.get(key) ?? {};
  const unit = field?.type === 'number' ? unitWord(field.unit ?? '1', language) : '1';
  const parts = [unit === '1' ? '' : unit, basisWord(basis, language)].filter((part) => part !== '');
  return parts.length === 0 ? '' : `\u00a0${parts.join(', ')}`;
}

/** A note as a sentence. */
export function importNoteText({ code, values }: ImportNote, language: Language): string {
  const { key = '' } = values;
  const shown = Object.entries(values).map(([name, value]) => {
    if (name === 'key') return [name, targetLabel(value, language)];
    if (name === 'before' || name === 'after') return [name, changedValue(key, value, language)];
    return [name, shownNumbers.includes(name) ? formatPlain(Number(value), language) : value];
  });
  const told = {
    ...Object.fromEntries(shown),
    unitWord: unitWord(values['unit'] ?? '', language),
    unit: unitBehind(key, language),
  };
  return fill(notes[code]?.[language === 'de' ? 0 : 1] ?? code, told);
}
