import { readFileSync } from 'node:fs';
import type { EvidenceFact, EvidencePreset, SiteEvidence } from '../analysis/evidence.ts';

const folder = new URL('../../../resources/app/data/', import.meta.url);

function presetsOf(file: string): EvidencePreset[] {
  const [, ...rows] = readFileSync(new URL(file, folder), 'utf8').trim().split('\n');
  return rows.map((row) => {
    const [key = '', low, base, high, unit = ''] = row.split(',');
    const numbers = { low: Number(low), base: Number(base), high: Number(high) };
    return { key, ...numbers, unit, basis: null, source: null, confidence: null };
  });
}

function fact(field: string, value: number, unit: string): EvidenceFact {
  const unsourced = { basis: null, asOf: null, source: null, sourceUrl: null, confidence: null, note: null };
  return { ...unsourced, field, value, unit };
}

/** A made-up site of 100 MW that mines, with the shipped assumptions. */
export function evidenceForTest(): SiteEvidence {
  return {
    siteId: 's1',
    siteName: 'Made-up Site',
    companyId: 'c1',
    companyName: 'Made-up Mining',
    currentUse: 'mining',
    valuationMonth: '2026-11',
    facts: [
      fact('energised_mw', 100, 'MW'),
      fact('market.btcPriceUsd', 90_000, 'USD/BTC'),
      fact('market.networkHashrateEhS', 1_000, 'EH/s'),
      fact('market.subsidyBtcPerBlock', 3.125, 'BTC/block'),
    ],
    contracts: [],
    ownValues: [],
    presets: [...presetsOf('presets.csv'), ...presetsOf('presets_structure.csv')],
    presetsVersion: 'test',
    halvings: [{ date: '2028-04-13', subsidyBtcPerBlockAfter: 1.5625 }],
    seed: 1,
    dataHash: 'test',
    runId: 'test',
  };
}
