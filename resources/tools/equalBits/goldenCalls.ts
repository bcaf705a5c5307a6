import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { engineVersion } from '../../../shared/engine/version.ts';
import type { GoldenCall } from './resultHash.ts';

const golden = join(import.meta.dirname, '../../../shared/engine/golden');

function read(file: string): unknown {
  return JSON.parse(readFileSync(join(golden, file), 'utf8'));
}

/** Every golden input: the site cases by file, the small functions of `umbau model` by name. */
export function goldenCalls(): GoldenCall[] {
  const functions = read('model.json') as Record<string, { cases: { input: unknown }[] }>;
  const files = readdirSync(golden).filter((file) => /^\d.*\.json$/.test(file));
  return [
    ...files.toSorted().map((file) => ({
      name: file.replace('.json', ''),
      modelFunction: file.includes('-verdict-') ? 'siteVerdict' : 'siteCase',
      inputs: [(read(file) as { input: unknown }).input],
    })),
    ...Object.entries(functions).map(([name, { cases }]) => ({
      name,
      modelFunction: name,
      inputs: cases.map(({ input }) => input),
    })),
  ];
}

/** What was committed: the hashes, and the engine version that gave them. */
export interface PinnedHashes {
  readonly engineVersion: string;
  readonly hashes: Readonly<Record<string, string>>;
}

export const pinnedFile: string = join(import.meta.dirname, 'resultHashes.json');

export function pinnedHashes(): PinnedHashes {
  return JSON.parse(readFileSync(pinnedFile, 'utf8')) as PinnedHashes;
}

/** What stands in the way of new hashes: results that changed under a version that did not. */
export function changedUnderOneVersion(
  pinned: PinnedHashes,
  now: Readonly<Record<string, string>>,
): string[] {
  if (pinned.engineVersion !== engineVersion) return [];
  return Object.keys(now).filter((name) => {
    const before = pinned.hashes[name];
    return name !== 'all' && before !== undefined && before !== now[name];
  });
}
