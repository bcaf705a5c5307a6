import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from '../fixtures.ts';

interface Node {
  readonly role?: string;
  readonly alt?: string;
  readonly children?: readonly Node[];
}

function flat(node: Node | null): Node[] {
  return node ? [node, ...(node.children ?? []).flatMap((child) => flat(child))] : [];
}

const root = join(import.meta.dirname, '../..');

for (const [language, page, draft, claims] of [
  ['de', 'Seite', 'Entwurf, nicht herausgegeben', 'Thesen auf dem Prüfstand'],
  ['en', 'Page', 'Draft, not issued', 'Claims on trial'],
] as const) {
  test(`the command line writes a tagged, bookmarked briefing in ${language}`, async ({ folder }) => {
    const file = join(folder, 'briefing.pdf');
    const said = execFileSync(
      process.execPath,
      [
        'resources/bin/umbau.js',
        'briefing',
        '--portfolio',
        'sample',
        '--site',
        'riot-rockdale',
        '--lang',
        language,
        '--out',
        file,
        '--as-of',
        '2026-11-25',
      ],
      { cwd: root, encoding: 'utf8' },
    );
    expect(said.split('\n')[0]).toBe(file);
    const bytes = readFileSync(file);
    expect(bytes.length).toBeLessThan(1_000_000);
    const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
    const { info } = await pdf.getMetadata();
    expect(info).toMatchObject({ Language: language, Title: expect.stringContaining('Rockdale') });
    expect((await pdf.getOutline())?.length).toBeGreaterThan(0);
    let figures = 0;
    let whole = '';
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const sheet = await pdf.getPage(number);
      const { items } = await sheet.getTextContent();
      const text = items
        .map((item) => ('str' in item ? item.str : ''))
        .join(' ')
        .replaceAll(/\s+/g, ' ');
      expect(text).toContain(draft);
      whole += text;
      expect(text).toMatch(new RegExp(`${page} ${number} \\w+ ${pdf.numPages}`));
      expect(text).not.toMatch(/undefined|NaN|Infinity|\[object/);
      const nodes = flat((await sheet.getStructTree()) as Node | null);
      const leaves = nodes.filter(
        ({ role, children }) =>
          role === 'Figure' && !(children ?? []).some((child) => child.role === 'Figure'),
      );
      figures += leaves.length;
      for (const { alt } of leaves) expect(alt ?? '').not.toBe('');
    }
    // P61: the claims of this site, and the one that says nothing of a site is left out with a word.
    expect(whole).toContain(claims);
    expect(whole).toMatch(/C1 .*C4 .*C5 .*C7 .*: C3\. .*C12 /);
    expect(figures).toBeGreaterThanOrEqual(2);
    expect(bytes.includes('/Type3')).toBe(false);
  });
}

test('the same data, engine and seed name the same run; another seed another', async ({ folder }) => {
  const run = (seed: string): string => {
    const answer = execFileSync(
      process.execPath,
      [
        'resources/bin/umbau.js',
        'analyse',
        '--portfolio',
        'sample',
        '--site',
        'riot-rockdale',
        '--seed',
        seed,
        '--as-of',
        '2026-11-25',
        '--json',
      ],
      { cwd: root, encoding: 'utf8', env: { ...process.env, TMPDIR: folder } },
    );
    const { sites } = JSON.parse(answer) as { sites: { run: { id: string } }[] };
    return sites[0]?.run.id ?? '';
  };
  expect(run('1')).toBe(run('1'));
  expect(run('1')).not.toBe(run('2'));
});

test('the built command line back-casts the sample and converts at a rate', () => {
  const answer = (...args: readonly string[]) =>
    JSON.parse(
      execFileSync(process.execPath, ['resources/bin/umbau.js', ...args, '--portfolio', 'sample', '--json'], {
        cwd: root,
        encoding: 'utf8',
        maxBuffer: 64 * 1024 * 1024,
      }),
    ) as {
      coverage: { production: { computable: number } };
      sites: { strategies: { figures?: { npvUsd: number }; converted?: { npv: { amount: number } } }[] }[];
    };
  expect(answer('backcast', '--company', 'riot').coverage.production.computable).toBe(3);
  const rate = ['--currency', 'EUR', '--rate', '0.91', '--rate-date', '2026-10-01'];
  const [strategy] = answer('analyse', '--site', 'riot-rockdale', ...rate).sites[0]?.strategies ?? [];
  expect(strategy?.converted?.npv.amount).toBeCloseTo(0.91 * (strategy?.figures?.npvUsd ?? 0), 3);
});

test('a wrong argument gives one sentence, a code other than 0 and no file', async ({ folder }) => {
  const out = join(folder, 'x.pdf');
  for (const args of [
    ['briefing', '--site', 'riot-rockdale'],
    ['briefing', '--portfolio', 'sample', '--site', 'nowhere', '--lang', 'de', '--out', out],
    ['analyse', '--portfolio', 'sample', '--site', 'riot-rockdale', '--seed', '-1', '--json'],
    ['analyse', '--portfolio', 'sample', '--site', 'riot-rockdale', '--currency', 'EUR', '--json'],
    ['backcast', '--portfolio', 'sample', '--company', 'nobody', '--json'],
    ['model', 'nothing'],
    ['verify', join(folder, 'none.umbau'), '--json'],
    ['dance'],
  ]) {
    let said = '';
    try {
      execFileSync(process.execPath, ['resources/bin/umbau.js', ...args], {
        cwd: root,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      said = 'exit 0';
    } catch (error) {
      said = String((error as { stderr?: string }).stderr);
    }
    expect(said.trim().split('\n'), args.join(' ')).toHaveLength(1);
    expect(said, args.join(' ')).not.toMatch(/exit 0|\bat \w+ \(|undefined/);
  }
});
