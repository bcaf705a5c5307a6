import { join } from 'node:path';
import { shell } from 'electron/common';
import { app, dialog, type FileFilter } from 'electron/main';
import { resourcesFolder } from '../../resourcesFolder.ts';
import type { FileKind, Host } from '../host.ts';
import { createElectronPrinter } from './printPdf.ts';

const filters: Readonly<Record<FileKind, FileFilter>> = {
  portfolio: { name: 'Umbau', extensions: ['umbau'] },
  pdf: { name: 'PDF', extensions: ['pdf'] },
  xlsx: { name: 'Excel', extensions: ['xlsx'] },
  csv: { name: 'CSV', extensions: ['csv'] },
  json: { name: 'JSON', extensions: ['json'] },
  svg: { name: 'SVG', extensions: ['svg'] },
  png: { name: 'PNG', extensions: ['png'] },
  folder: { name: '*', extensions: ['*'] },
  any: { name: '*', extensions: ['*'] },
};
const tables: FileFilter = { name: 'CSV, XLSX', extensions: ['csv', 'xlsx', 'tsv', 'txt'] };
const platforms = { darwin: 'mac', win32: 'windows' } as const;

export function createElectronHost(preloadFolder: string): Host {
  return {
    name: 'electron',
    platform:
      process.platform === 'darwin' || process.platform === 'win32' ? platforms[process.platform] : 'linux',
    locale: app.getLocale(),
    userDataFolder: app.getPath('userData'),
    resourcesFolder: app.isPackaged ? join(process.resourcesPath, 'app-data') : resourcesFolder(),
    chooseFileToOpen: async (kind = 'portfolio') => {
      const { filePaths } = await dialog.showOpenDialog({
        properties: ['openFile'],
        filters: [
          {
            portfolio: {
              name: 'Umbau',
              extensions: [...filters.portfolio.extensions, ...filters.json.extensions],
            },
            table: tables,
            any: filters.any,
          }[kind],
        ],
      });
      return filePaths[0] ?? null;
    },
    chooseFileToSave: async (suggestedName, kind) => {
      const { filePath } = await dialog.showSaveDialog({
        defaultPath: join(app.getPath('documents'), suggestedName),
        filters: [filters[kind]],
      });
      return filePath === '' ? null : filePath;
    },
    showFolder: async (path) => shell.showItemInFolder(path),
    printBriefing: createElectronPrinter(preloadFolder),
  };
}
