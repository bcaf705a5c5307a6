import type { Contract } from '../../domain/company.ts';
import type { Figure } from '../../domain/figure.ts';
import type { SiteEvidence } from '../../engine/analysis/evidence.ts';
import { evidenceForTest } from '../../engine/testing/evidenceForTest.ts';
import { defaultStaleAfterDays } from '../../staleness/staleness.ts';
import { checkedSite, type CheckedSite } from '../checkedData.ts';

/** A made-up figure with a source. */
export function figureForTest(field: string, value: number, rest: Partial<Figure> = {}): Figure {
  return {
    id: `${field}.${value}`,
    field,
    state: 'known',
    value,
    unit: 'MW',
    basis: null,
    asOf: '2026-11-01',
    source: 'Report',
    sourceUrl: null,
    confidence: null,
    note: null,
    origin: 'fact',
    enteredBy: null,
    superseded: false,
    ...rest,
  };
}

/** A made-up signed lease of 50 MW for ten years. */
export function contractForTest(id: string, rest: Partial<Contract> = {}): Contract {
  return {
    id,
    companyId: 'c1',
    siteId: 's1',
    siteName: 'Made-up Site',
    counterparty: 'Tenant',
    signedDate: '2026-01-01',
    service: 'colocation',
    itLoadMw: 50,
    grossMw: 70,
    gpus: null,
    termYears: 10,
    totalContractValueUsd: 0.9e9,
    valueWithExtensionsUsd: null,
    capexUsd: null,
    leaseStructure: null,
    support: null,
    statedMargin: null,
    notes: null,
    status: 'signed',
    relation: null,
    countsInSums: true,
    source: null,
    sourceUrl: null,
    confidence: null,
    ...rest,
  };
}

interface Parts {
  readonly figures?: readonly Figure[];
  readonly contracts?: readonly Contract[];
  readonly own?: Readonly<Record<string, number>>;
  readonly evidence?: Partial<SiteEvidence>;
  readonly rest?: Partial<CheckedSite>;
}

const market = (evidence: SiteEvidence) => evidence.facts.filter(({ field }) => field.startsWith('market.'));

/** A made-up mining site; its figures and contracts are its evidence too, as in a portfolio. */
export function siteForTest({ figures, contracts = [], own = {}, evidence = {}, rest = {} }: Parts = {}) {
  const base = evidenceForTest();
  const known = figures ?? [figureForTest('energised_mw', 100)];
  return checkedSite({
    evidence: {
      ...base,
      facts: [
        ...known.flatMap(({ value, superseded, ...figure }) =>
          value === null || superseded ? [] : [{ ...figure, value }],
        ),
        ...market(base),
      ],
      contracts: contracts.filter(({ countsInSums }) => countsInSums),
      ownValues: Object.entries(own).map(([key, value]) => ({
        key,
        value,
        note: null,
        enteredBy: null,
        enteredAt: '2026-11-01',
      })),
      ...evidence,
    },
    figures: known,
    contracts,
    status: 'operating',
    isSourced: true,
    hashrate: null,
    clock: { today: '2026-11-25', staleAfterDays: defaultStaleAfterDays },
    ...rest,
  });
}
