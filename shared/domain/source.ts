import { z } from 'zod';
import { Attachment, SourceRecord } from './attachment.ts';

/*
 * Documents as records of their own: what was read, where it lies, when it appeared, and what rests on it.
 */

/** As exact as it is known: year, month or day. */
const date = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/)
  .nullable();

/** A source in the list, with what cites it. */
export const SourceRow = SourceRecord.extend({
  /** How many figures and records cite it. */
  uses: z.number().int(),
  /** Pages on which they were read, in the order of the first use. */
  pages: z.array(z.string()),
  files: z.number().int(),
});
export type SourceRow = z.infer<typeof SourceRow>;

/** One figure or record that cites a source. */
export const SourceUse = z.strictObject({
  kind: z.enum(['figure', 'site', 'contract', 'instrument', 'identity', 'fleet', 'production']),
  /** The field of a figure; null for a record. */
  field: z.string().nullable(),
  /** What a record is called; the subject of a figure. */
  name: z.string(),
  page: z.string().nullable(),
});
export type SourceUse = z.infer<typeof SourceUse>;

export const SourceDetail = z.strictObject({
  source: SourceRecord,
  uses: z.array(SourceUse),
  attachments: z.array(Attachment),
});
export type SourceDetail = z.infer<typeof SourceDetail>;

export const SourceEdit = z.strictObject({
  /** Null for a new source. */
  id: z.string().min(1).max(200).nullable(),
  title: z.string().trim().min(1).max(500),
  url: z
    .string()
    .max(2000)
    .regex(/^https?:\/\//)
    .nullable(),
  publishedOn: date,
});
export type SourceEdit = z.infer<typeof SourceEdit>;

/** A title without case, accents, punctuation and doubled spaces: two spellings of one document. */
function plainTitle(title: string): string {
  return title
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** An address without protocol, "www.", fragment and closing slash. */
function plainAddress(url: string): string {
  return url
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/#.*$/, '')
    .replace(/\/+$/, '');
}

/**
 * Sources that may be one document: the same address, or the same title where not both have an address of their own.
 * @returns for each id the ids of the others, in the order of the list
 */
export function likelyDuplicates(
  sources: readonly Pick<SourceRecord, 'id' | 'title' | 'url'>[],
): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  const join = (key: string, id: string) => groups.set(key, [...(groups.get(key) ?? []), id]);
  const addressOf = new Map(sources.map(({ id, url }) => [id, url === null ? '' : plainAddress(url)]));
  for (const { id, title } of sources) {
    const address = addressOf.get(id) ?? '';
    if (address !== '') join(`address ${address}`, id);
    join(`title ${plainTitle(title)}`, id);
  }
  const others = new Map<string, Set<string>>();
  for (const [key, ids] of groups)
    for (const id of ids)
      for (const other of ids) {
        const isElsewhere =
          key.startsWith('title') &&
          addressOf.get(id) !== '' &&
          addressOf.get(other) !== '' &&
          addressOf.get(id) !== addressOf.get(other);
        if (other !== id && !isElsewhere) others.set(id, (others.get(id) ?? new Set()).add(other));
      }
  const order = new Map(sources.map(({ id }, index) => [id, index]));
  const place = (id: string): number => order.get(id) ?? 0;
  return new Map([...others].map(([id, found]) => [id, [...found].toSorted((a, b) => place(a) - place(b))]));
}
