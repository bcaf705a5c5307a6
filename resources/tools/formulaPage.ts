import type { EngineDocs, EngineFunction, Field } from './engineDocs.ts';

/*
 * FORMULAS.md: what the docstrings of the engine say, one function after the other. The same sources give the same bytes.
 */

/** Units by the end of a name, as the conventions spell them; the longest ends stand first. */
const unitOfEnd: readonly (readonly [string, string])[] = [
  ['UsdPerPhDay', 'USD/PH/day'],
  ['UsdPerKwMonth', 'USD/kW-month'],
  ['UsdPerMwItMonth', 'USD/MW-month of critical IT'],
  ['UsdPerMwMonth', 'USD/MW-month'],
  ['UsdPerMwhIt', 'USD/MWh of IT'],
  ['UsdPerMwIt', 'USD/MW of critical IT'],
  ['UsdPerGridMwh', 'USD/grid MWh'],
  ['UsdPerGridMw', 'USD/grid MW'],
  ['UsdPerMwh', 'USD/MWh'],
  ['UsdPerKwh', 'USD/kWh'],
  ['UsdPerMw', 'USD/MW'],
  ['UsdPerHour', 'USD/h'],
  ['UsdPerGpuHour', 'USD/GPU-h'],
  ['UsdPerGpuMonth', 'USD/GPU-month'],
  ['UsdPerTh', 'USD per TH/s'],
  ['UsdPerUnit', 'USD/unit'],
  ['BtcPerBlock', 'BTC/block'],
  ['PerYear', '1/yr'],
  ['perYear', '1/yr'],
  ['PerMonth', '1/month'],
  ['PerPeriod', '1/period'],
  ['BlocksPerDay', '1/day'],
  ['JPerTh', 'J/TH'],
  ['kwPerGpu', 'kW/GPU'],
  ['hashesPerS', 'H/s'],
  ['EhS', 'EH/s'],
  ['ThS', 'TH/s'],
  ['Usd', 'USD'],
  ['Btc', 'BTC'],
  ['Sat', 'sat'],
  ['Mwh', 'MWh'],
  ['Mw', 'MW'],
  ['Kw', 'kW'],
  ['kw', 'kW'],
  ['IntervalS', 's'],
  ['timespanS', 's'],
  ['AtS', 's'],
  ['etaS', 's'],
  ['seconds', 's'],
  ['Hours', 'h'],
  ['hoursToRetarget', 'h'],
  ['Months', 'months'],
  ['months', 'months'],
  ['Years', 'yr'],
  ['years', 'yr'],
  ['Share', 'fraction'],
  ['share', 'fraction'],
];

/** A unit in square brackets; "cf[0]" is an element and "[low, high]" a range. */
const bracketed = /(?:^|[\s(])\[([^\],]+)\]/g;

/** The unit in square brackets in a note, or the one that a name ends in, or else the type. */
export function unitOf(name: string, type: string, note: string): string {
  const written = [...note.matchAll(bracketed)].at(-1)?.[1];
  return written ?? unitOfEnd.find(([end]) => name.endsWith(end))?.[1] ?? `\`${type}\``;
}

/** Rules named at the head of a docstring. */
const headRules = /^R\d+(?:\.\d+[a-z]?)?(?:(?:, | – )R\d+(?:\.\d+[a-z]?)?)*/;

/** A function of the page: one that carries out a rule, or whose example is worth showing. */
function isShown({ lines, examples }: EngineFunction): boolean {
  return headRules.test(lines[0] ?? '') || examples.length > 0;
}

const cell = (text: string): string => text.replaceAll('|', '\\|');
const row = (name: string, unit: string, note: string): string =>
  `| ${cell(name)} | ${cell(unit)} | ${cell(note)} |`;

/** Sentences as paragraphs, formulas (indented lines of the docstring) as code. */
function prose(lines: readonly string[]): string[] {
  const [head = '', ...rest] = lines;
  const out: string[] = [];
  let paragraph = head.replace(headRules, '').trim();
  for (const line of rest) {
    if (!line.startsWith('  ')) {
      paragraph = `${paragraph} ${line}`.trim();
      continue;
    }
    out.push(...(paragraph === '' ? [] : [paragraph, '']), `    ${line.trim()}`, '');
    paragraph = '';
  }
  return paragraph === '' ? out : [...out, paragraph, ''];
}

const mostFields = 16;

/** The fields of an interface, for the parameter or result that has its type. */
function fieldsOf(docs: EngineDocs, type: string): string {
  const name = /^(?:readonly )?(\w+)(?:\[\])?(?: \| (?:undefined|null))?$/.exec(type)?.[1] ?? '';
  const fields: readonly Field[] = docs.interfaces.get(name) ?? [];
  const isData = fields.length <= mostFields && fields.some((field) => field.type.startsWith('number'));
  if (!isData) return '';
  const listed = fields.map((field) => `\`${field.name}\` ${unitOf(field.name, field.type, field.note)}`);
  return `{ ${listed.join(', ')} }`;
}

function tableOf(docs: EngineDocs, shown: EngineFunction): string[] {
  const noteWithFields = (note: string, type: string): string =>
    `${note.replace(bracketed, '').trim()} ${fieldsOf(docs, type)}`.trim();
  const parameters = shown.parameters.map(({ name, type }) => {
    const note = shown.notes.get(name) ?? '';
    return row(`\`${name}\``, unitOf(name, type, note), noteWithFields(note, type));
  });
  const returns = shown.returns ?? '';
  const unit = unitOf(shown.name, shown.resultType, returns === '' ? shown.lines.join(' ') : returns);
  const result =
    shown.resultType === 'void'
      ? row('**result**', '—', returns || 'none; the lines are written to the sheet')
      : row('**result**', unit, noteWithFields(returns, shown.resultType));
  return ['| | unit or type | |', '|---|---|---|', ...parameters, result, ''];
}

function sectionOf(docs: EngineDocs, shown: EngineFunction): string[] {
  const rules = headRules.exec(shown.lines[0] ?? '')?.[0];
  const place = `\`${shown.file}\``;
  return [
    `### ${shown.name}`,
    '',
    rules ? `**${rules}** · ${place}` : place,
    '',
    ...prose(shown.lines),
    ...tableOf(docs, shown),
    `Errors: ${shown.throws ?? 'none for inputs as described.'}`,
    '',
    ...shown.examples.flatMap(({ call, value }) => [`    ${call}`, `    → ${value}`, '']),
  ];
}

/** The page as Markdown: a heading for each folder of the engine, in the order of the paths. */
export function formulaPage(docs: EngineDocs): string {
  const shown = docs.functions.filter(isShown);
  const folders = [...new Set(shown.map(({ file }) => file.replace(/\/.*/, '')))];
  const lines = [
    '# Formulas',
    '',
    'The functions of the engine that carry out a rule of [MODEL.md](MODEL.md), as their docstrings describe them.',
    'Written by `npm run formulas`; a change belongs into the docstring. Every example is executed by the tests.',
    '',
  ];
  for (const folder of folders) {
    lines.push(`## ${folder}`, '');
    for (const one of shown.filter(({ file }) => file.startsWith(`${folder}/`))) {
      lines.push(...sectionOf(docs, one));
    }
  }
  return `${lines.join('\n').trimEnd()}\n`;
}
