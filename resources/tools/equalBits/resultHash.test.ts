import { expect, test } from 'vitest';
import { engineVersion } from '../../../shared/engine/version.ts';
import { changedUnderOneVersion, goldenCalls, pinnedHashes } from './goldenCalls.ts';
import { hashesOf, resultHash } from './resultHash.ts';

const advice =
  'The engine gives other bits than before. If that is meant, raise engineVersion in shared/engine/version.ts, run `npm run results` and commit resources/tools/equalBits/resultHashes.json.';

test('the golden results have the pinned bits', () => {
  expect(pinnedHashes(), advice).toEqual({ engineVersion, hashes: hashesOf(goldenCalls()) });
});

test('FNV-1a: no byte leaves the offset basis, eight bytes of 0 multiply it by the prime eight times', () => {
  const basis = 0xcbf29ce484222325n;
  expect(resultHash({ a: 'no number' })).toBe(basis.toString(16));
  expect(BigInt(`0x${resultHash([0])}`)).toBe(BigInt.asUintN(64, basis * 0x100000001b3n ** 8n));
});

test('one last bit, a sign of zero, the order of results: each gives another hash', () => {
  const hashes = [[1, 2], [2, 1], [1, 2 + 2 ** -51], [0], [-0], { a: [1], b: null }].map(resultHash);
  expect(new Set(hashes).size).toBe(hashes.length);
  expect(resultHash({ a: [1, 2] })).toBe(resultHash([1, 2]));
});

test('changed results need a new version, new golden cases do not', () => {
  const before = { engineVersion, hashes: { a: '1', all: '2' } };
  expect(changedUnderOneVersion(before, { a: '1', b: '3', all: '4' })).toEqual([]);
  expect(changedUnderOneVersion(before, { a: '5', all: '6' })).toEqual(['a']);
  expect(changedUnderOneVersion({ ...before, engineVersion: '0.0.1' }, { a: '5', all: '6' })).toEqual([]);
});
