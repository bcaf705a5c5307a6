import { existsSync, writeFileSync } from 'node:fs';
import { engineVersion } from '../../shared/engine/version.ts';
import { changedUnderOneVersion, goldenCalls, pinnedFile, pinnedHashes } from './equalBits/goldenCalls.ts';
import { hashesOf } from './equalBits/resultHash.ts';

/* Pins the hashes of the golden results. Results may change only together with the engine's version, which names runs. */

const hashes = hashesOf(goldenCalls());
const changed = existsSync(pinnedFile) ? changedUnderOneVersion(pinnedHashes(), hashes) : [];
if (changed.length > 0) {
  process.exitCode = 1;
  process.stderr.write(
    `Other results than before: ${changed.join(', ')}. If that is meant, first raise engineVersion (${engineVersion}) in shared/engine/version.ts.\n`,
  );
} else {
  writeFileSync(pinnedFile, `${JSON.stringify({ engineVersion, hashes }, null, 2)}\n`);
  process.stdout.write(`Pinned for engine ${engineVersion}: ${hashes['all']}\n`);
}
