import { expect, test } from 'vitest';
import type { Contract, MwLadder } from './company.ts';
import { deliveredRungs } from './deliveredRungs.ts';
import type { Figure } from './figure.ts';

function figure(value: number | null): Figure {
  return {
    id: 'f',
    field: 'f',
    state: value === null ? 'missing' : 'known',
    value,
    unit: 'MW',
    basis: null,
    asOf: null,
    source: null,
    sourceUrl: null,
    confidence: null,
    note: null,
    origin: 'fact',
    enteredBy: null,
    superseded: false,
  };
}

function ladder(change: Partial<MwLadder>): MwLadder {
  return {
    pipelineMw: null,
    securedMw: null,
    energisedMw: null,
    contractedItMw: null,
    billingItMw: null,
    ...change,
  };
}

function contract(itLoadMw: number | null, countsInSums = true): Contract {
  return { itLoadMw, countsInSums } as unknown as Contract;
}

function shareOf(id: string, of: ReturnType<typeof deliveredRungs>): number | null | undefined {
  return of.rungs.find((rung) => rung.id === id)?.shareOfAnnounced;
}

test('delivered is a share of what was announced on the same basis', () => {
  const known = ladder({
    securedMw: figure(1000),
    energisedMw: figure(400),
    contractedItMw: figure(500),
    billingItMw: figure(0),
  });
  const rungs = deliveredRungs(known, [contract(200), contract(100), contract(50, false)]);
  expect(shareOf('energised', rungs)).toBe(0.4);
  expect(shareOf('signed', rungs)).toBe(0.6);
  expect(shareOf('billing', rungs)).toBe(0);
});

test('what is not known is no share, and nothing announced is none either', () => {
  const rungs = deliveredRungs(ladder({ securedMw: figure(0), energisedMw: figure(10) }), [contract(null)]);
  expect(shareOf('energised', rungs)).toBeNull();
  expect(shareOf('signed', rungs)).toBeNull();
  expect(shareOf('billing', rungs)).toBeNull();
  expect(rungs).toMatchObject({ signedContracts: 1, withMw: 0 });
});

test('without a company’s own figure the signed contracts are what was announced', () => {
  const rungs = deliveredRungs(ladder({ billingItMw: figure(50) }), [contract(200)]);
  expect(shareOf('billing', rungs)).toBe(0.25);
});
