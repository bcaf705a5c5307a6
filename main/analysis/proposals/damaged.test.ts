import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { UserFacingError } from '../../../shared/ipc/result.ts';
import { allRows } from '../../exchange/testing/filledPortfolio.ts';
import { comparedWith, exportedFile } from './testing/editedExport.ts';
import { smallPortfolio } from './testing/smallPortfolio.ts';

/** A file with some of its bytes changed, or cut. */
const damage = fc.record({
  changes: fc.array(
    fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.integer({ min: 0, max: 255 })),
    {
      maxLength: 6,
    },
  ),
  kept: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: 1, freq: 2 }),
});

function damaged(bytes: Buffer, { changes, kept }: { changes: [number, number][]; kept: number }): Buffer {
  const copy = Buffer.from(bytes.subarray(0, Math.ceil(bytes.length * kept)));
  for (const [place, value] of changes) copy[Math.floor(place * copy.length)] = value;
  return copy;
}

test('P47 a damaged export is refused with a sentence or compared, and the portfolio stays as it is', async () => {
  const db = smallPortfolio();
  const before = allRows(db);
  const xlsx = await exportedFile(db, 'xlsx');
  const folder = await exportedFile(db, 'csv');
  const files = [xlsx, ...readdirSync(folder).map((name) => join(folder, name))];
  const whole = new Map(files.map((path) => [path, readFileSync(path)]));
  const codes = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(xlsx, ...files), damage, async (path, how) => {
      writeFileSync(path, damaged(whole.get(path) ?? Buffer.alloc(0), how));
      try {
        await comparedWith(db, path === xlsx ? xlsx : folder);
      } catch (error) {
        // A workbook that no longer says it is an export is a table like any other.
        if (error instanceof Error && error.message === 'no export') return;
        if (!(error instanceof UserFacingError)) throw error;
        codes.add(error.code);
      } finally {
        writeFileSync(path, whole.get(path) ?? '');
      }
    }),
    { numRuns: 250 },
  );
  expect(codes.size).toBeGreaterThan(1);
  expect(allRows(db)).toEqual(before);
  db.close();
});
