import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/* Runs on any Node, so it uses nothing young. */

const oldestNode = 22;

/** The folder of the checkout. */
export const root = join(fileURLToPath(new URL('.', import.meta.url)), '../..');

export const isGerman = Intl.DateTimeFormat().resolvedOptions().locale.toLowerCase().startsWith('de');

/** @param {string} version as in process.versions.node */
export function isNewEnough(version) {
  return Number(version.split('.')[0]) >= oldestNode;
}

/**
 * The database module ends an older Node without a word, so the version is checked before anything is loaded. An older
 * one hands over to the Node that `npm ci` brings along, and without that ends with a sentence.
 * @param {string} program path of the calling program
 * @returns {boolean} whether the caller may go on in this process
 */
export function mayGoOn(program) {
  if (isNewEnough(process.versions.node)) return true;
  const ownNode = join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(ownNode)) {
    const run = spawnSync(ownNode, [program, ...process.argv.slice(2)], { stdio: 'inherit' });
    process.exitCode = run.status === null ? 1 : run.status;
    return false;
  }
  process.stderr.write(
    isGerman
      ? `Umbau braucht Node ${oldestNode} oder neuer; führen Sie in seinem Ordner zuerst „npm ci“ aus, das es mitbringt.\n`
      : `Umbau needs Node ${oldestNode} or newer; run "npm ci" in its folder first, which brings it along.\n`,
  );
  process.exitCode = 1;
  return false;
}
