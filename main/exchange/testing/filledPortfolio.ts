import { join } from 'node:path';
import fc from 'fast-check';
import type { WritableDb } from '../../db/access.ts';
import { quotedName, tableNames } from '../../db/tables.ts';
import { portfolioForTest, temporaryFolder } from '../../db/testing/portfolioForTest.ts';
import { exportPortfolio, type ExportForm } from '../exportPortfolio.ts';

export const at = { language: 'en', now: '2026-11-25T10:00:00.000Z' } as const;

/** Texts that were trouble somewhere: formulas, apostrophes, breaks, other directions, signs of four bytes. */
const odd = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom(
      '=cmd|"/c calc"!A1',
      '+1',
      '-1',
      '@SUM(A1)',
      "'=1",
      "''",
      "'",
      '',
      ' ',
      ' =1',
      '007',
      '1e5',
      'true',
      'NULL',
      'a,b;c"d"\r\ne\tf\n',
      '\u202Eeman\u202C',
      'שלום עולם',
      '🏭⚡️👩‍🏭',
      '_x0041_',
      '\u0001\u001F\uFFFE',
      '＝1',
      '<script>alert(1)</script>',
      'ß\u0301',
    ),
  )
  .map((text) => text.replaceAll('\u0000', '').replaceAll(/[\uD800-\uDFFF]/gu, ''));

const real = fc.oneof(
  fc.double({ noNaN: true }),
  fc.constantFrom(0, -0, 0.1 + 0.2, 1e21, 5e-324, 1.7976931348623157e308, Infinity, -Infinity, 2 ** 53 + 2),
);
const nullable = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { freq: 3 });
const integer = fc.oneof(fc.integer(), fc.constantFrom(9007199254740993n, -9223372036854775808n));

export const rows = fc.record({
  names: fc.uniqueArray(odd, { minLength: 1, maxLength: 8 }),
  founded: nullable(integer),
  texts: fc.array(nullable(odd), { minLength: 4, maxLength: 4 }),
  reals: fc.array(nullable(real), { minLength: 4, maxLength: 4 }),
});

interface Rows {
  readonly names: readonly string[];
  readonly founded: number | bigint | null;
  readonly texts: readonly (string | null)[];
  readonly reals: readonly (number | null)[];
}

export function filled(path: string, { names, founded, texts, reals }: Rows): WritableDb {
  const db = portfolioForTest(path);
  const company = db.prepare(
    'INSERT INTO company (id, name, former_names, founded_year) VALUES (?, ?, ?, ?)',
  );
  const site = db.prepare(
    'INSERT INTO site (id, company_id, name, note, latitude, longitude) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const own = db.prepare('INSERT INTO own_value VALUES (?, ?, ?, ?, ?, ?)');
  for (const [index, name] of names.entries()) {
    company.run(`made-up ${name}`, name, texts[0], founded);
    site.run(name, `made-up ${name}`, name, texts[1], reals[index % 4], reals[3]);
    own.run(name, 'uptime', reals.find((value) => value !== null) ?? 0, texts[2], texts[3], at.now);
  }
  return db;
}

export function allRows(db: WritableDb): Record<string, unknown[]> {
  return Object.fromEntries(
    tableNames(db).map((name) => [
      name,
      db
        .prepare(`SELECT * FROM ${quotedName(name)}`)
        .raw()
        .safeIntegers()
        .all(),
    ]),
  );
}

export async function exported(db: WritableDb, form: ExportForm): Promise<string> {
  const target = join(temporaryFolder(), form === 'csv' ? 'out' : `out.${form}`);
  await exportPortfolio({ path: '/made-up/a.umbau', db }, form, target, at);
  return target;
}
