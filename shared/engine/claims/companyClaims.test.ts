import { expect, test } from 'vitest';
import { aiEvidence, diversifiedClaim, type NamedCompany } from './diversifiedClaim.ts';
import { serviceClaim } from './serviceClaim.ts';

const silent: NamedCompany = {
  id: 'silent',
  isHeld: true,
  signedContracts: 0,
  aiContractedItMw: null,
  aiBillingItMw: null,
  aiRevenueShare: null,
};

test('R5.18b: a known 0 says no, silence says nothing, and any figure above 0 says yes', () => {
  expect(aiEvidence(silent)).toBe('unknown');
  expect(aiEvidence({ ...silent, aiBillingItMw: 0 })).toBe('none');
  expect(aiEvidence({ ...silent, aiBillingItMw: 0, aiContractedItMw: 949 })).toBe('ai');
  expect(aiEvidence({ ...silent, aiRevenueShare: 0.01 })).toBe('ai');
  expect(aiEvidence({ ...silent, signedContracts: 1 })).toBe('ai');
  expect(aiEvidence({ ...silent, isHeld: false, signedContracts: 1 })).toBe('notHeld');
});

test('R5.18b: companies that the portfolio does not hold are cases that nobody judged', () => {
  const seller = { ...silent, signedContracts: 2 };
  const absent = { ...silent, isHeld: false };
  expect(diversifiedClaim([seller, seller, seller, absent, absent])).toMatchObject({
    word: 'supported',
    companies: { met: 3, judged: 3, all: 5 },
  });
  expect(diversifiedClaim([seller, seller, absent, absent, absent]).word).toBe('open');
  expect(diversifiedClaim([{ ...silent, aiContractedItMw: 0 }]).word).toBe('contradicted');
});

test('R5.18c: a GPU cloud shows neither training nor inference, so the claim is at most partly shown', () => {
  const claim = serviceClaim([
    { service: 'colocation', itLoadMw: 100 },
    { service: 'colocation', itLoadMw: null },
    { service: 'gpu_cloud', itLoadMw: null },
    { service: 'jv', itLoadMw: 5 },
  ]);
  expect(claim.word).toBe('partly');
  expect(claim.unknown).toEqual(['training', 'inference']);
  expect(claim.lines).toEqual([
    { line: 'hosting', contracts: 2, withMw: 1, criticalItMw: 100 },
    { line: 'gpuCloud', contracts: 1, withMw: 0, criticalItMw: 0 },
    { line: 'other', contracts: 1, withMw: 1, criticalItMw: 5 },
  ]);
});

test('R5.18c: no contract is no contradiction', () => {
  expect(serviceClaim([]).word).toBe('open');
  expect(serviceClaim([{ service: 'jv', itLoadMw: 5 }]).word).toBe('open');
  expect(serviceClaim([{ service: 'gpu_cloud', itLoadMw: 5 }]).word).toBe('partly');
  const all = ['colocation', 'training', 'inference'].map((service) => ({ service, itLoadMw: 1 }));
  expect(serviceClaim(all).word).toBe('supported');
});
