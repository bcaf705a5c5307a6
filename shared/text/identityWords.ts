import type { Identity } from '../domain/company.ts';
import { formatPercent, type Language } from '../format/number.ts';

const classWords = {
  de: { miner: 'Miner', hybrid: 'Hybrid', aiFirst: 'überwiegend KI', formerMiner: 'ehemaliger Miner' },
  en: { miner: 'miner', hybrid: 'hybrid', aiFirst: 'AI-first', formerMiner: 'former miner' },
} as const;
const measureWords = {
  de: { power: 'Leistung', revenue: 'Umsatz', signedMw: 'unterzeichnete MW', backlog: 'Auftragsbestand' },
  en: { power: 'power', revenue: 'revenue', signedMw: 'signed MW', backlog: 'backlog' },
} as const;

/** One share for a small bar: the mean of today's known measures, else what is signed; with the measures it rests on. */
export function shownShare(
  identity: Identity,
  language: Language,
): { readonly aiShare: number; readonly measures: string } | undefined {
  const known = identity.measures.flatMap(({ measure, aiShare }) =>
    aiShare === null ? [] : [{ measure, aiShare }],
  );
  const today = known.filter(({ measure }) => measure === 'power' || measure === 'revenue');
  const taken = today.length > 0 ? today : known.slice(0, 1);
  if (taken.length === 0) return undefined;
  return {
    aiShare: taken.reduce((sum, { aiShare }) => sum + aiShare, 0) / taken.length,
    measures: taken.map(({ measure }) => measureWords[language][measure]).join(', '),
  };
}

/** R9 Identity in words: the class where two measures of today are known, and each known measure with its share. */
export function identitySentence(identity: Identity, language: Language): string {
  const de = language === 'de';
  const known = identity.measures.flatMap(({ measure, aiShare }) =>
    aiShare === null
      ? []
      : [`${measureWords[language][measure]} ${formatPercent(aiShare, language, 0)}\u00a0%`],
  );
  const name =
    identity.class === null
      ? de
        ? 'unbekannt (von Leistung und Umsatz sind nicht beide bekannt)'
        : 'unknown (power and revenue are not both known)'
      : classWords[language][identity.class];
  const shares = known.length === 0 ? '' : `; ${de ? 'Anteil KI' : 'AI share'}: ${known.join(', ')}`;
  return `${de ? 'Identität nach R9' : 'Identity by R9'}: ${name}${shares}.`;
}
