import type { HistoryStep } from '../domain/portfolio.ts';
import type { BlockUse, ServiceLine } from '../engine/analysis/ownPlans/ownPlan.ts';
import { inputTable, isInputKey } from '../engine/analysis/inputTable.ts';
import { formatPlain, type Language } from '../format/number.ts';
import { inputLabel } from './inputLabels.ts';
import { inputText } from './inputText.ts';
import { fill } from './screenText.ts';

/** Texts of own plans: the editor, the comparison, and the steps of their history. */
const en = {
  plans: 'Plans',
  plan: 'Plan',
  ownPlan: 'Own plan',
  newPlan: 'New plan',
  startFrom: 'Start from',
  noPlans: 'There is no plan of your own for this site yet.',
  noPlansHint:
    'Take a strategy as it is computed, and change its blocks, power, dates, service, loans and tax. It then stands beside the others on the same horizon and market.',
  planName: 'Name of the plan',
  rename: 'Rename',
  duplicate: 'Duplicate',
  copyTo: 'Copy to site',
  remove: 'Delete',
  blocks: 'Blocks',
  addBlock: 'Add block',
  split: 'Split in two',
  removeBlock: 'Delete block',
  timeline: 'Time line',
  timelineHelp:
    'Arrow keys move a block by a month, with Shift by a year; with Alt they move its end. Dragging does the same.',
  use: 'Use of power',
  power: 'Power',
  gridMw: 'MW grid',
  start: 'Start',
  signed: 'Signature',
  sold: 'Sale',
  end: 'First month without',
  untilReplaced: 'while it pays, or until replaced',
  toHorizon: 'to the horizon',
  replaces: 'Replaces',
  replacesNone: 'nothing: stands beside',
  someBlock: 'a block',
  service: 'Service',
  terms: 'Terms of this block',
  termsShort: 'terms',
  afterTaxNote: 'NPV after tax is of the site’s whole flow at one rate: {rates}.',
  atRate: '{label}, at {rate}',
  termsHint: 'Each is the site’s input until it is replaced here.',
  addTerm: 'Replace an input',
  backToSite: 'As at the site',
  siteValue: 'site',
  loans: 'Loans',
  loan: 'Loan',
  addLoan: 'Add loan',
  removeLoan: 'Delete loan',
  onBlock: 'on',
  repayment: 'Repayment',
  annuity: 'annuity',
  sculpted: 'sculpted by DSCR',
  tax: 'Income tax',
  taxOn: 'Taxed',
  taxOff: 'Before tax',
  taxHint: 'Losses are carried forward; halls are written off in equal parts, machines and GPUs by MACRS.',
  results: 'Result of the plan',
  notRanked: 'Own plans stand beside the strategies; the verdict (R5.16) does not rank them.',
  toKeep: 'Against keep mining',
  afterTax: 'NPV after tax',
  equityNpv: 'Equity NPV',
  equityIrr: 'Equity IRR',
  commitment: 'Loans',
  debtCapacity: 'Debt capacity',
  minDscr: 'Lowest DSCR',
  averageDscr: 'Mean DSCR',
  lockUp: 'Lock-up from',
  breach: 'Breach from',
  never: 'never',
  powerOver: 'The blocks need {needed} MW in {month}, the site has {available} MW.',
  conversionGap: 'Conversion gap',
  gapMonths: '{months} months',
  build: 'Build',
  billing: 'Billing',
  lead: 'Before the build',
  month: 'month {month}',
  barAt: '{name}, {mw} MW, from {from} to {to}',
  barGap: ', conversion gap {months} months',
  compare: 'Compare',
  planA: 'Plan A',
  planB: 'minus plan B',
  difference: 'Difference',
  differenceOfNpv: '{a} is worth {amount} {more} than {b}.',
  more: 'more',
  less: 'less',
  sameValue: '{a} and {b} are worth the same.',
  presentValue: 'Present value',
  whyDifferent: 'What the difference is made of',
  byYear: 'Net flow by year',
  chooseTwo: 'Choose two plans that can be computed.',
  stepCreate: 'New plan “{plan}”, {site}',
  stepRemove: 'Plan “{plan}” deleted, {site}',
  stepCopy: 'Plan “{plan}” copied to {site}',
  stepEdit: 'Plan “{plan}”, {site}: {what}',
  changeName: 'renamed from “{before}”',
  changeBlockAdded: 'block {use} added',
  changeBlockRemoved: 'block {use} deleted',
  changeField: '{use}, {field} {before} → {after}',
  changeTerm: '{label} {before} → {after}',
  changeLoanAdded: 'loan added',
  changeLoanRemoved: 'loan deleted',
  changeLoan: 'loan changed',
  changeTaxOn: 'with income tax',
  changeTaxOff: 'without income tax',
  changeOrder: 'order changed',
  fieldTo: 'first month without',
  none: 'none',
  horizon: 'the horizon',
  flexible: 'Flexible load kept',
  partnerShare: 'Partner’s part',
  presentValueUnit: 'present value',
  millionUsd: '$m',
} as const;

const de: Readonly<Record<keyof typeof en, string>> = {
  plans: 'Pläne',
  plan: 'Plan',
  ownPlan: 'Eigener Plan',
  newPlan: 'Plan anlegen',
  startFrom: 'Ausgehen von',
  noPlans: 'Für diesen Standort gibt es noch keinen eigenen Plan.',
  noPlansHint:
    'Eine Strategie übernehmen, wie sie gerechnet ist, und ihre Blöcke, Leistung, Daten, Leistungsart, Kredite und Steuer ändern. Sie steht dann neben den anderen, auf demselben Horizont und Markt.',
  planName: 'Name des Plans',
  rename: 'Umbenennen',
  duplicate: 'Verdoppeln',
  copyTo: 'Auf Standort kopieren',
  remove: 'Löschen',
  blocks: 'Blöcke',
  addBlock: 'Block anlegen',
  split: 'In zwei teilen',
  removeBlock: 'Block löschen',
  timeline: 'Zeitachse',
  timelineHelp:
    'Pfeiltasten verschieben einen Block um einen Monat, mit Umschalt um ein Jahr; mit Alt bewegen sie sein Ende. Ziehen bewirkt dasselbe.',
  use: 'Nutzung der Leistung',
  power: 'Leistung',
  gridMw: 'MW Anschluss',
  start: 'Beginn',
  signed: 'Unterschrift',
  sold: 'Verkauf',
  end: 'Erster Monat ohne',
  untilReplaced: 'solange es sich trägt oder bis ersetzt',
  toHorizon: 'bis zum Horizont',
  replaces: 'Ersetzt',
  replacesNone: 'nichts: steht daneben',
  someBlock: 'ein Block',
  service: 'Leistungsart',
  terms: 'Bedingungen dieses Blocks',
  termsShort: 'Bedingungen',
  afterTaxNote: 'Der Kapitalwert nach Steuer ist der des ganzen Zahlungsstroms zu einem Zins: {rates}.',
  atRate: '{label}, zu {rate}',
  termsHint: 'Jede gilt wie am Standort, bis sie hier ersetzt wird.',
  addTerm: 'Eingabe ersetzen',
  backToSite: 'Wie am Standort',
  siteValue: 'Standort',
  loans: 'Kredite',
  loan: 'Kredit',
  addLoan: 'Kredit anlegen',
  removeLoan: 'Kredit löschen',
  onBlock: 'auf',
  repayment: 'Tilgung',
  annuity: 'Annuität',
  sculpted: 'nach DSCR geformt',
  tax: 'Ertragsteuer',
  taxOn: 'Mit Steuer',
  taxOff: 'Vor Steuer',
  taxHint:
    'Verluste werden vorgetragen; Hallen werden in gleichen Teilen abgeschrieben, Maschinen und GPUs nach MACRS.',
  results: 'Ergebnis des Plans',
  notRanked: 'Eigene Pläne stehen neben den Strategien; das Urteil (R5.16) reiht sie nicht ein.',
  toKeep: 'Gegen Weiter Mining',
  afterTax: 'Kapitalwert nach Steuer',
  equityNpv: 'Kapitalwert Eigenkapital',
  equityIrr: 'Interner Zins Eigenkapital',
  commitment: 'Kredite',
  debtCapacity: 'Schuldentragfähigkeit',
  minDscr: 'Niedrigster DSCR',
  averageDscr: 'Mittlerer DSCR',
  lockUp: 'Ausschüttungssperre ab',
  breach: 'Bruch der Auflage ab',
  never: 'nie',
  powerOver: 'Die Blöcke brauchen im {month} {needed} MW, der Standort hat {available} MW.',
  conversionGap: 'Umbaulücke',
  gapMonths: '{months} Monate',
  build: 'Bau',
  billing: 'In Abrechnung',
  lead: 'Vor dem Bau',
  month: 'Monat {month}',
  barAt: '{name}, {mw} MW, von {from} bis {to}',
  barGap: ', Umbaulücke {months} Monate',
  compare: 'Vergleich',
  planA: 'Plan A',
  planB: 'minus Plan B',
  difference: 'Unterschied',
  differenceOfNpv: '{a} ist {amount} {more} wert als {b}.',
  more: 'mehr',
  less: 'weniger',
  sameValue: '{a} und {b} sind gleich viel wert.',
  presentValue: 'Barwert',
  whyDifferent: 'Woraus der Unterschied besteht',
  byYear: 'Zahlungsstrom nach Jahr',
  chooseTwo: 'Bitte zwei Pläne wählen, die sich rechnen lassen.',
  stepCreate: 'Neuer Plan „{plan}“, {site}',
  stepRemove: 'Plan „{plan}“ gelöscht, {site}',
  stepCopy: 'Plan „{plan}“ auf {site} kopiert',
  stepEdit: 'Plan „{plan}“, {site}: {what}',
  changeName: 'umbenannt, bisher „{before}“',
  changeBlockAdded: 'Block {use} angelegt',
  changeBlockRemoved: 'Block {use} gelöscht',
  changeField: '{use}, {field} {before} → {after}',
  changeTerm: '{label} {before} → {after}',
  changeLoanAdded: 'Kredit angelegt',
  changeLoanRemoved: 'Kredit gelöscht',
  changeLoan: 'Kredit geändert',
  changeTaxOn: 'mit Ertragsteuer',
  changeTaxOff: 'ohne Ertragsteuer',
  changeOrder: 'Reihenfolge geändert',
  fieldTo: 'erster Monat ohne',
  none: 'keine',
  horizon: 'zum Horizont',
  flexible: 'Bleibende flexible Last',
  partnerShare: 'Teil des Partners',
  presentValueUnit: 'Barwert',
  millionUsd: 'Mio. $',
};

export const planText: Readonly<Record<Language, Readonly<Record<keyof typeof en, string>>>> = { de, en };

export const blockUseNames: Readonly<Record<Language, Readonly<Record<BlockUse, string>>>> = {
  en: {
    mining: 'Mining, today’s machines',
    newMining: 'Mining, new machines',
    colocation: 'Colocation',
    gpuCloud: 'GPU cloud',
    siteSale: 'Sale of the powered site',
  },
  de: {
    mining: 'Mining, heutige Maschinen',
    newMining: 'Mining, neue Maschinen',
    colocation: 'Colocation',
    gpuCloud: 'GPU-Cloud',
    siteSale: 'Verkauf des Standorts',
  },
};

export const serviceNames: Readonly<Record<Language, Readonly<Record<ServiceLine, string>>>> = {
  en: {
    modifiedGross: 'modified gross lease (power passed through)',
    tripleNet: 'triple net lease (power and opex passed through)',
    gross: 'gross lease (nothing passed through)',
    managedHosting: 'managed hosting (tenant’s GPUs run for a fee)',
    reserved: 'training, reserved',
    onDemand: 'inference, on demand',
  },
  de: {
    modifiedGross: 'Miete, Strom durchgereicht (modified gross)',
    tripleNet: 'Miete, Strom und Betrieb durchgereicht (triple net)',
    gross: 'Miete, nichts durchgereicht (gross)',
    managedHosting: 'betreutes Hosting (GPUs des Mieters gegen Entgelt)',
    reserved: 'Training, reserviert',
    onDemand: 'Inferenz, auf Abruf',
  },
};

function termValue(key: string, value: string, language: Language): string {
  const t = planText[language];
  if (value === '') return t.backToSite;
  return isInputKey(key) ? inputText(key, Number(value), inputTable[key].unit, language) : value;
}

function fieldValue(field: string, value: string, language: Language): string {
  const t = planText[language];
  if (field === 'service') return serviceNames[language][value as ServiceLine] ?? t.none;
  if (field === 'use') return blockUseNames[language][value as BlockUse] ?? value;
  // A step of an older file holds the id of the block, which says nothing.
  if (field === 'replaces')
    return value === '' ? t.replacesNone : (blockUseNames[language][value as BlockUse] ?? t.someBlock);
  if (value === '') return t.none;
  if (field === 'gridMw') return `${formatPlain(Number(value), language)}\u00a0MW`;
  return fill(t.month, { month: value });
}

function changeText(values: HistoryStep['values'], language: Language): string {
  const t = planText[language];
  const { change = '', use = '', key = '', before = '', after = '' } = values;
  const fields: Readonly<Record<string, string>> = {
    gridMw: t.power,
    fromMonth: t.start,
    toMonth: t.fieldTo,
    service: t.service,
    replaces: t.replaces,
    use: t.use,
  };
  const field = fields[change];
  const named = blockUseNames[language][use as BlockUse] ?? use;
  if (field)
    return fill(t.changeField, {
      use: named,
      field,
      before: fieldValue(change, before, language),
      after: fieldValue(change, after, language),
    });
  if (change === 'term')
    return fill(t.changeTerm, {
      label: inputLabel(key, language),
      before: termValue(key, before, language),
      after: termValue(key, after, language),
    });
  const sentences: Readonly<Record<string, string>> = {
    name: t.changeName,
    blockAdded: t.changeBlockAdded,
    blockRemoved: t.changeBlockRemoved,
    loanAdded: t.changeLoanAdded,
    loanRemoved: t.changeLoanRemoved,
    loan: t.changeLoan,
    taxOn: t.changeTaxOn,
    taxOff: t.changeTaxOff,
  };
  return fill(sentences[change] ?? t.changeOrder, { use: named, before });
}

/** A step of a plan's history in words. */
export function planStepText({ label, values }: HistoryStep, language: Language): string {
  const t = planText[language];
  const sentences: Readonly<Record<string, string>> = {
    'plan.create': t.stepCreate,
    'plan.remove': t.stepRemove,
    'plan.copy': t.stepCopy,
  };
  const what = label === 'plan.edit' ? changeText(values, language) : '';
  return fill(sentences[label] ?? t.stepEdit, { ...values, what });
}
