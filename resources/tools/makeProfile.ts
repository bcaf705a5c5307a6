import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { createApplication } from '../../main/application.ts';
import { migrations } from '../../main/db/migrations/index.ts';
import { createChromiumHost } from '../../main/hosts/chromium/chromiumHost.ts';

/*
 * Writes the file that this version leaves behind after an analyst's first steps, so that later versions can show that
 * they open it: npm run profile, once for every schema that is released.
 */

const root = join(import.meta.dirname, '../..');
const trusted = { trusted: true };

async function editedSample(): Promise<Buffer> {
  process.env['UMBAU_RESOURCES'] = join(root, 'out/app');
  const userDataFolder = mkdtempSync(join(tmpdir(), 'umbau-profile-'));
  const { door, close } = await createApplication({ ...createChromiumHost(), userDataFolder });
  await door('portfolio.openSample', trusted, {});
  const edits = [
    { siteId: 'riot-corsicana', key: 'rentYear1UsdPerKwMonth', value: 120, note: null },
    { siteId: 'riot-rockdale', key: 'uptime', value: 0.9, note: 'an analyst’s own value' },
    { siteId: 'riot-rockdale', key: 'miningPue', value: 1.2, note: null },
  ];
  for (const edit of edits) await door('input.set', trusted, edit);
  await door('history.undo', trusted, {});
  close();
  return readFileSync(join(userDataFolder, 'Sample.umbau'));
}

const version = migrations.at(-1)?.version ?? 0;
const path = join(root, `e2e/profiles/releases/schema-${version}.umbau.gz`);
writeFileSync(path, gzipSync(await editedSample(), { level: 9 }));
process.stdout.write(`${path}\n`);
