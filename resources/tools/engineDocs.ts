import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/*
 * The engine's functions as their docstrings describe them. Read from the source's text, whose layout the formatter
 * fixes; nothing is compiled.
 */

const engine = join(import.meta.dirname, '../../shared/engine');

export interface Parameter {
  readonly name: string;
  readonly type: string;
}

/** A call and what it gives, both as expressions. */
export interface Example {
  readonly call: string;
  readonly value: string;
}

export interface EngineFunction {
  /** Path below shared/engine, with "/". */
  readonly file: string;
  readonly name: string;
  /** What it computes, line by line; an indented line is a formula. */
  readonly lines: readonly string[];
  readonly parameters: readonly Parameter[];
  readonly resultType: string;
  /** Text of a tag by its first word, such as `param ratePerYear`. */
  readonly notes: ReadonlyMap<string, string>;
  readonly throws: string | undefined;
  readonly returns: string | undefined;
  readonly examples: readonly Example[];
}

/** Field of an interface, with the sentence above it. */
export interface Field extends Parameter {
  readonly note: string;
}

const opening = '([{<';
const closing = ')]}>';

/** End of the bracket that opens at a place of a text; an arrow "=>" closes nothing. */
function closingOf(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (opening.includes(sign)) depth += 1;
    if (closing.includes(sign) && !text.startsWith('=>', at - 1)) depth -= 1;
    if (depth === 0) return at;
  }
  return text.length;
}

/** Splits a list at its own commas, not at those inside brackets. */
function splitList(list: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at <= list.length; at += 1) {
    if (opening.includes(list.charAt(at)) && at < list.length) at = closingOf(list, at);
    if (at < list.length && list.charAt(at) !== ',') continue;
    parts.push(list.slice(from, at).trim());
    from = at + 1;
  }
  return parts.filter((part) => part !== '');
}

const onOneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

function parametersOf(text: string): Parameter[] {
  const afterPattern = text.startsWith('{') ? closingOf(text, 0) : 0;
  const colon = text.indexOf(':', afterPattern);
  const name = text.slice(0, colon).replace('?', '');
  const type = onOneLine(text.slice(colon + 1).split(' = ')[0] ?? '');
  if (type.startsWith('{')) return type.slice(1, -1).split(';').flatMap(parametersOf);
  // A parameter that is taken apart at once goes by the name of its type.
  return [
    { name: name.startsWith('{') ? type.replace(/^./, (first) => first.toLowerCase()) : name.trim(), type },
  ];
}

function signatureAt(source: string, from: number): Pick<EngineFunction, 'parameters' | 'resultType'> {
  const open = source.indexOf('(', from);
  const close = closingOf(source, open);
  const typeFrom = close + 2 + source.slice(close + 2).search(/\S/);
  const braced = source.charAt(typeFrom) === '{' ? closingOf(source, typeFrom) : typeFrom;
  const resultType = onOneLine(source.slice(typeFrom, source.indexOf(' {\n', braced)));
  return {
    parameters: splitList(source.slice(open + 1, close)).flatMap(parametersOf),
    resultType: / is /.test(resultType) ? 'boolean' : resultType,
  };
}

/** Lines of a docstring without its frame; deeper indentation is kept. */
function docLines(doc: string): string[] {
  return doc
    .slice(3, -2)
    .split('\n')
    .map((line) => line.replace(/^\s*\*? ?/, '').trimEnd())
    .filter((line, index, all) => line !== '' || (index > 0 && index < all.length - 1));
}

function exampleOf(text: string): Example {
  const [call = '', value = ''] = onOneLine(text).split(' // → ');
  return { call, value };
}

type Described = Pick<EngineFunction, 'lines' | 'notes' | 'throws' | 'returns' | 'examples'>;

function descriptionOf(doc: string): Described {
  const [text = '', ...tags] = docLines(doc)
    .join('\n')
    .split(/(?:^|\s)@(?=param |returns |throws |example )/);
  const textOf = (tag: string): string[] =>
    tags.filter((entry) => entry.startsWith(`${tag} `)).map((entry) => entry.slice(tag.length + 1));
  const parameters = textOf('param').map((entry): [string, string] => {
    const [name = '', ...words] = onOneLine(entry).split(' ');
    return [name, words.join(' ')];
  });
  return {
    lines: text.split('\n'),
    notes: new Map(parameters),
    throws: textOf('throws').map(onOneLine)[0],
    returns: textOf('returns').map(onOneLine)[0],
    examples: textOf('example').map(exampleOf),
  };
}

/** The comment that ends directly above a place of a source; empty where there is none. */
function docAbove(source: string, at: number): string {
  const before = source.slice(0, at);
  return before.endsWith('*/\n') ? before.slice(before.lastIndexOf('/**')).trim() : '/** */';
}

export function functionsIn(file: string, source: string): EngineFunction[] {
  return [...source.matchAll(/^export function (\w+)/gm)].map((found) => ({
    file,
    name: found[1] ?? '',
    ...descriptionOf(docAbove(source, found.index)),
    ...signatureAt(source, found.index + found[0].length),
  }));
}

function fieldsIn(body: string): Field[] {
  const field = /(?:\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*)?readonly (\w+)\??: ([^;]+);/g;
  return [...body.matchAll(field)].map(([, note = '', name = '', type = '']) => ({
    name,
    type: onOneLine(type),
    note: onOneLine(note.replaceAll(/\n\s*\*/g, ' ')),
  }));
}

/** Interfaces of a source by name. */
export function interfacesIn(source: string): Map<string, Field[]> {
  const found = source.matchAll(/^export interface (\w+) (?:extends .*)?\{\n([\s\S]*?)^\}/gm);
  return new Map([...found].map(([, name = '', body = '']) => [name, fieldsIn(body)]));
}

export interface EngineDocs {
  readonly functions: readonly EngineFunction[];
  readonly interfaces: ReadonlyMap<string, readonly Field[]>;
}

/** All exported functions and interfaces of the engine, by path. */
export function readEngineDocs(): EngineDocs {
  const files = globSync('**/*.ts', { cwd: engine })
    .map((path) => path.replaceAll('\\', '/'))
    // The kernel is no TypeScript, and its twin is described.
    .filter((path) => !path.endsWith('.test.ts') && !/^(testing|kernel\/assembly)\//.test(path))
    .toSorted();
  const sources = files.map((file): [string, string] => [file, readFileSync(join(engine, file), 'utf8')]);
  return {
    functions: sources.flatMap(([file, source]) => functionsIn(file, source)),
    interfaces: new Map(sources.flatMap(([, source]) => [...interfacesIn(source)])),
  };
}
