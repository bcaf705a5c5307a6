import { formatDate, formatPercent, type Language } from '../format/number.ts';
import { optionWord } from './entryText.ts';
import { partyText } from './fieldLabels.ts';

const words: Readonly<Record<string, readonly [de: string, en: string]>> = {
  averageHashrateEhS: ['mittlere Hashrate', 'average hash rate'],
  btcProduced: ['gemeldete BTC', 'reported BTC'],
  feeShareOfRevenue: ['Gebührenanteil', 'fee share'],
  difficulty: ['Difficulty', 'difficulty'],
  subsidyBtcPerBlock: ['Blocksubvention', 'block subsidy'],
  btcPriceUsd: ['BTC-Preis', 'BTC price'],
  totalContractValueUsd: ['Grundwert', 'base value'],
  termYears: ['Laufzeit', 'term'],
  itLoadMw: ['MW kritische IT', 'critical IT MW'],
  noiMarginShare: ['angekündigte Marge', 'announced margin'],
  capexUsd: ['Baukosten', 'build cost'],
  escalatorPerYear: ['Mietsteigerung', 'rent escalator'],
  kwPerGpu: ['kW je GPU', 'kW per GPU'],
};

/** What a comparison lacks, in words: a path like `network[2026-02].feeShareOfRevenue` names its month. */
export function missingWord(path: string, language: Language): string {
  const month = /\[(\d{4}-\d{2})\]/.exec(path)?.[1];
  const key = path.split('.').at(-1) ?? path;
  const word = words[key]?.[language === 'de' ? 0 : 1] ?? key;
  return month === undefined ? word : `${word} ${formatDate(month, language)}`;
}

/** The tenant, and what became of the lease where it no longer holds. */
export function leaseParty(
  { counterparty, status }: { readonly counterparty: string; readonly status: string },
  language: Language,
): string {
  const party = partyText(counterparty, language);
  return status === 'signed' ? party : `${party} (${optionWord(status, language)})`;
}

/** One share where both ends read the same, else both; undefined where it is not known. */
export function shareRangeText(
  low: number | null,
  high: number | null,
  language: Language,
): string | undefined {
  if (low === null || high === null) return undefined;
  const [from, to] = [formatPercent(low, language, 1), formatPercent(high, language, 1)];
  return from === to ? from : `${from} – ${to}`;
}
