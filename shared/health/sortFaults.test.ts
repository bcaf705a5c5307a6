import { expect, test } from 'vitest';
import type { Fault } from '../domain/fault.ts';
import type { FaultCode } from './fault.ts';
import { sortedFaults } from './sortFaults.ts';

function fault(id: string, code: FaultCode, blockedMw: number | null = null): Fault {
  return {
    id,
    code,
    detail: '',
    values: {},
    mends: [],
    fix: null,
    blockedMw,
    subject: { kind: 'site', id: 's1', name: 'Site', companyName: 'Company' },
    effectSiteId: 's1',
    hash: '',
    isDismissed: false,
  };
}

test('P31 the greatest effect first, then what blocks the most MW, then the rest in the order of the checks', () => {
  const faults = [
    fault('source', 'withoutSource'),
    fault('rival', 'rivalValues'),
    fault('zero', 'staleFigures'),
    fault('small', 'missingInputs', 50),
    fault('large', 'missingInputs', 900),
    fault('two', 'pueBelowOne'),
    fault('nine', 'staleFigures'),
  ];
  const known = (usdPerGridMw: number | null) => ({ usdPerGridMw, turnsVerdict: false });
  const effects = new Map([
    ['two', known(2e6)],
    ['nine', known(9e6)],
    ['zero', known(0)],
    ['rival', known(null)],
  ]);
  expect(sortedFaults(faults, effects).map(({ id }) => id)).toEqual([
    'nine',
    'two',
    'zero',
    'large',
    'small',
    'rival',
    'source',
  ]);
});
