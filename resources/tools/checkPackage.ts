import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';

/*
 * What would be delivered, without Electron's binary and without a network: electron-builder packs the built
 * application around a placeholder, and the archive and the fuses are read back from the result.
 */

const root = join(import.meta.dirname, '../..');
const place = join(root, 'out/package-check');
const placeholder = join(place, 'electron');
const packed = join(place, 'packed/linux-unpacked');

const fuseSentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const fuseCount = 9;

/** A folder that looks like Electron to the packer: an executable with a fuse wire, and the files around it. */
function writePlaceholder(): void {
  mkdirSync(join(placeholder, 'locales'), { recursive: true });
  mkdirSync(join(placeholder, 'resources'));
  const wire = Buffer.concat([
    Buffer.from(`placeholder ${fuseSentinel}`),
    Buffer.from([1, fuseCount]),
    Buffer.from('0'.repeat(fuseCount)),
  ]);
  writeFileSync(join(placeholder, 'electron'), wire, { mode: 0o755 });
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8')) as {
    version: string;
  };
  writeFileSync(join(placeholder, 'version'), version);
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'locales/de.pak', 'locales/en-US.pak'])
    writeFileSync(join(placeholder, name), 'placeholder');
}

function pack(): void {
  const options = [
    'dir',
    '--x64',
    `-c.electronDist=${placeholder}`,
    `-c.directories.output=${join(place, 'packed')}`,
  ];
  const run = spawnSync(
    process.execPath,
    [join(root, 'node_modules/electron-builder/cli.js'), '--linux', ...options, '--publish', 'never'],
    { cwd: root, encoding: 'utf8', env: { ...process.env, ELECTRON_SKIP_BINARY_DOWNLOAD: '1' } },
  );
  if (run.status !== 0) throw new Error(`electron-builder failed:\n${run.stdout}\n${run.stderr}`);
}

const problems: string[] = [];
function expect(holds: boolean, problem: string): void {
  if (!holds) problems.push(problem);
}

/** @returns number of files in the archive */
function checkArchive(): number {
  const lines = listPackage(join(packed, 'resources/app.asar'), { isPack: true });
  const entries = lines.map((line) => {
    const [, state = '', path = ''] = /^(pack|unpack)\s*:\s*(.*)$/.exec(line.trim()) ?? [];
    return { state, path: path.replaceAll('\\', '/') };
  });
  const paths = entries.map(({ path }) => path);
  for (const needed of [
    '/package.json',
    '/out/main/index.js',
    '/out/preload/appPreload.cjs',
    '/out/preload/briefingPreload.cjs',
    '/out/renderer/index.html',
    '/out/renderer/briefing.html',
    '/node_modules/better-sqlite3/lib/index.js',
  ])
    expect(paths.includes(needed), `missing: ${needed}`);
  const native = entries.filter(({ path }) => path.endsWith('.node'));
  expect(
    native.length === 1 && native[0]?.path.endsWith('/prebuilds/linux-x64.node') === true,
    `native modules: ${native.map(({ path }) => path).join(', ') || 'none'}`,
  );
  expect(
    native.every(
      ({ state, path }) =>
        state === 'unpack' && existsSync(join(packed, 'resources/app.asar.unpacked', path)),
    ),
    'the native module is not unpacked',
  );
  const unwanted = paths.filter(
    (path) =>
      /\.(ts|tsx|map|md|umbau)$/.test(path) ||
      /^\/(main|shared|renderer|resources|e2e|docs)(\/|$)/.test(path) ||
      /^\/node_modules\/(?!better-sqlite3(\/|$))[^/]+/.test(path) ||
      /exceljs|sparticuz|playwright/.test(path),
  );
  expect(unwanted.length === 0, `not to be shipped: ${unwanted.slice(0, 5).join(', ')}`);
  expect(
    existsSync(join(packed, 'resources/app-data/sample/sample.umbau')),
    'the sample portfolio is missing beside the archive',
  );
  return paths.length;
}

const wantedFuses: readonly (readonly [FuseV1Options, boolean])[] = [
  [FuseV1Options.RunAsNode, false],
  [FuseV1Options.EnableCookieEncryption, true],
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable, false],
  [FuseV1Options.EnableNodeCliInspectArguments, false],
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation, true],
  [FuseV1Options.OnlyLoadAppFromAsar, true],
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot, false],
  [FuseV1Options.GrantFileProtocolExtraPrivileges, false],
];

async function checkFuses(): Promise<void> {
  const wire = await getCurrentFuseWire(join(packed, 'umbau'));
  for (const [fuse, isOn] of wantedFuses)
    expect(
      wire[fuse] === (isOn ? FuseState.ENABLE : FuseState.DISABLE),
      `fuse ${FuseV1Options[fuse]} is not ${isOn ? 'on' : 'off'}`,
    );
}

/** The program must find its built parts where the packer looks, or it packs an empty application without a word. */
function checkBuilt(): void {
  for (const part of [
    'out/main/index.js',
    'out/preload/appPreload.cjs',
    'out/renderer/index.html',
    'out/app',
  ])
    if (!existsSync(join(root, part))) throw new Error(`${part} is missing; run "npm run build" first`);
}

checkBuilt();
rmSync(place, { recursive: true, force: true });
mkdirSync(place, { recursive: true });
writePlaceholder();
pack();
const files = checkArchive();
await checkFuses();
for (const problem of problems) process.stderr.write(`${problem}\n`);
process.stdout.write(
  problems.length === 0
    ? `Package: ${files} entries in the archive, one native module beside it, ${wantedFuses.length} fuses as set.\n`
    : `Package: ${problems.length} problems.\n`,
);
process.exitCode = problems.length === 0 ? 0 : 1;
