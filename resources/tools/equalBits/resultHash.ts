import { callModel } from '../../../main/analysis/modelFunctions.ts';

/*
 * Equal inputs give equal bits: shown by one number over every number of every golden result. Runs in Node and in a
 * page's worker alike, and so uses nothing of either.
 */

/** A golden file or function and the inputs that it works out. */
export interface GoldenCall {
  readonly name: string;
  readonly modelFunction: string;
  readonly inputs: readonly unknown[];
}

const offset = 0xcbf29ce484222325n;
const prime = 0x100000001b3n;

const bytes = new DataView(new ArrayBuffer(8));

/** FNV-1a over the eight bytes of a number as IEEE 754 stores it, so 0 and −0 differ. */
function addNumber(hash: bigint, value: number): bigint {
  bytes.setFloat64(0, value);
  let added = hash;
  for (let at = 0; at < 8; at += 1) added = BigInt.asUintN(64, (added ^ BigInt(bytes.getUint8(at))) * prime);
  return added;
}

function addAll(hash: bigint, value: unknown): bigint {
  if (typeof value === 'number') return addNumber(hash, value);
  if (typeof value !== 'object' || value === null) return hash;
  return Object.values(value).reduce<bigint>(addAll, hash);
}

/** Hash over all numbers of a result, however deep, in the order in which they stand. */
export function resultHash(result: unknown): string {
  return addAll(offset, result).toString(16).padStart(16, '0');
}

/** Hashes by golden file or function, and one over all of them under `all`. */
export function hashesOf(calls: readonly GoldenCall[]): Record<string, string> {
  const answers = calls.map(({ modelFunction, inputs }) => callModel(modelFunction, inputs));
  const hashes = calls.map(({ name }, index): [string, string] => [name, resultHash(answers[index])]);
  return { ...Object.fromEntries(hashes), all: resultHash(answers) };
}
