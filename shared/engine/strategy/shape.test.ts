import { expect, test } from 'vitest';
import {
  inspect,
  listOf,
  month,
  object,
  oneOf,
  optional,
  positive,
  share,
  type Findings,
  type Shape,
} from './shape.ts';

function findingsOf(shape: Shape, value: unknown): Findings {
  const findings: Findings = { missing: [], invalid: [] };
  inspect(shape, value, '', findings);
  return findings;
}

const lease = object({
  rent: positive,
  kind: oneOf('net', 'gross'),
  steps: listOf(share),
  start: optional(month),
});

test('R1.7 absent and null are missing, zero is a value, optional parts may be absent', () => {
  expect(findingsOf(lease, { rent: null, steps: [0, undefined] })).toEqual({
    missing: ['rent', 'kind', 'steps[1]'],
    invalid: [],
  });
});

test('R1.7 what no formula can take is named apart from what is missing', () => {
  const value = { rent: 0, kind: 'other', steps: [], start: 1.5 };
  expect(findingsOf(lease, value)).toEqual({ missing: [], invalid: ['rent', 'kind', 'steps', 'start'] });
  expect(findingsOf(lease, [])).toEqual({ missing: [], invalid: [''] });
  expect(findingsOf(object({ rent: positive }), { rent: NaN }).invalid).toEqual(['rent']);
});
