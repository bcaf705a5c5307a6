import type { Comparison } from '../changes/comparison.ts';
import { engineVersion } from '../engine/version.ts';

/** Unit and rule of what is compared, so that a reader of the JSON needs no second document. */
const fields = {
  advantageUsdPerGridMw: { unit: 'USD/MW', rule: 'R5.19' },
  bestUsdPerGridMw: { unit: 'USD/MW', rule: 'R5.16' },
  changeUsdPerGridMw: { unit: 'USD/MW', rule: 'R5.19' },
  togetherUsdPerGridMw: { unit: 'USD/MW', rule: 'R5.19' },
  explainsUsdPerGridMw: { unit: 'USD/MW', rule: 'R5.19' },
  aloneUsdPerGridMw: { unit: 'USD/MW', rule: 'R5.19' },
  share: { unit: '1', rule: 'R5.19' },
  joined: { rule: 'R5.19b' },
  inputs: { rule: 'R1.9, R5.19a' },
} as const;

/** P44 A comparison as data; `since` is null where no briefing of the subject was issued. */
export function changesDocument(
  subject: { readonly kind: 'company' | 'site'; readonly id: string },
  since: Comparison | undefined,
): unknown {
  const head = { format: 'umbau-changes-1', engineVersion, subject };
  if (!since) return { ...head, since: null };
  const { briefingId, issuedAt } = since;
  return {
    ...head,
    since: { briefingId, issuedAt },
    fields,
    ...(since.kind === 'site' ? { site: since.changes } : { sites: since.sites }),
  };
}
