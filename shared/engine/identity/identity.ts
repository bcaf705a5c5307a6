/** R9 Class by the AI share of one measure. */
export type IdentityClass = 'miner' | 'hybrid' | 'aiFirst';

/**
 * R9 < 0.10 miner, ≤ 0.60 hybrid, above AI-first; the bounds are presets.
 * @example identityClass(0.6) // → 'hybrid'
 */
export function identityClass(aiShare: number): IdentityClass {
  if (aiShare < 0.1) return 'miner';
  return aiShare <= 0.6 ? 'hybrid' : 'aiFirst';
}

/**
 * R9 Share of AI in AI plus mining; null where a part is unknown or both are 0.
 * @example aiShareOf(30, 70) // → 0.3
 */
export function aiShareOf(ai: number | null, mining: number | null): number | null {
  if (ai === null || mining === null || ai + mining <= 0) return null;
  return ai / (ai + mining);
}

/**
 * R9 Class of a company today: mean of the known shares of power and revenue; none with fewer than two known.
 * A former miner is one whose own hash rate is a known 0.
 * @example companyClass([0.9, 0.7], 12) // → 'aiFirst'
 */
export function companyClass(
  todayShares: readonly (number | null)[],
  ownHashrateEhS: number | null,
): IdentityClass | 'formerMiner' | null {
  if (ownHashrateEhS === 0) return 'formerMiner';
  const known = todayShares.filter((share) => share !== null);
  if (known.length < 2) return null;
  return identityClass(known.reduce((sum, share) => sum + share, 0) / known.length);
}
