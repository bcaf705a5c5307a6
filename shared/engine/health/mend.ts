import type { EvidenceContract, EvidenceFact, SiteEvidence } from '../analysis/evidence.ts';

/** R5.20 One way in which a fault in a site's data may be mended, as a change of its evidence. */
export type Mend =
  /** The analyst's own value of an input; null takes it away. */
  | { readonly kind: 'ownValue'; readonly key: string; readonly value: number | null }
  /** Another value for a fact in force. */
  | { readonly kind: 'fact'; readonly field: string; readonly value: number }
  | { readonly kind: 'contractLoad'; readonly id: string; readonly itLoadMw: number }
  | { readonly kind: 'withoutContract'; readonly id: string };

function ownValues(
  { ownValues: before }: SiteEvidence,
  { key, value }: Extract<Mend, { kind: 'ownValue' }>,
): SiteEvidence['ownValues'] {
  const others = before.filter((own) => own.key !== key);
  return value === null ? others : [...others, { key, value, note: null, enteredBy: null, enteredAt: '' }];
}

/** The first fact of a field is the one in force. */
function factsWith(facts: readonly EvidenceFact[], field: string, value: number): EvidenceFact[] {
  const index = facts.findIndex((fact) => fact.field === field);
  return facts.map((fact, at) => (at === index ? { ...fact, value } : fact));
}

function contractsWith(
  contracts: readonly EvidenceContract[],
  mend: Extract<Mend, { kind: 'contractLoad' | 'withoutContract' }>,
): EvidenceContract[] {
  if (mend.kind === 'withoutContract') return contracts.filter(({ id }) => id !== mend.id);
  return contracts.map((one) => (one.id === mend.id ? { ...one, itLoadMw: mend.itLoadMw } : one));
}

/** R5.20 The evidence as it would be without the fault. */
export function mended(evidence: SiteEvidence, mend: Mend): SiteEvidence {
  switch (mend.kind) {
    case 'ownValue':
      return { ...evidence, ownValues: ownValues(evidence, mend) };
    case 'fact':
      return { ...evidence, facts: factsWith(evidence.facts, mend.field, mend.value) };
    case 'contractLoad':
    case 'withoutContract':
      return { ...evidence, contracts: contractsWith(evidence.contracts, mend) };
  }
}
