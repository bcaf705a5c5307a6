import { expect, test } from 'vitest';
import { syncedFolder } from './syncedFolder.ts';

test.each([
  ['/Users/a/Library/Mobile Documents/com~apple~CloudDocs/P.umbau', 'iCloud Drive'],
  ['C:\\Users\\a\\iCloudDrive\\P.umbau', 'iCloud Drive'],
  ['/Users/a/Library/CloudStorage/OneDrive-Personal/P.umbau', 'OneDrive'],
  ['C:\\Users\\a\\OneDrive - Muster AG\\Dokumente\\P.umbau', 'OneDrive'],
  ['C:/Users/a/OneDrive/P.umbau', 'OneDrive'],
  ['/home/a/OneDrive/P.umbau', 'OneDrive'],
  ['/Users/a/Dropbox (Personal)/P.umbau', 'Dropbox'],
  ['/Users/a/Library/CloudStorage/Dropbox/P.umbau', 'Dropbox'],
  ['/home/a/Dropbox/x/P.umbau', 'Dropbox'],
  ['G:\\My Drive\\P.umbau', 'Google Drive'],
  ['G:\\Meine Ablage\\P.umbau', 'Google Drive'],
  ['/Users/a/Library/CloudStorage/GoogleDrive-a@example.com/My Drive/P.umbau', 'Google Drive'],
  ['/run/user/1000/gvfs/google-drive:host=example.com,user=a/P.umbau', 'Google Drive'],
  ['/home/a/Nextcloud/P.umbau', 'Nextcloud'],
])('%s lies in %s', (path, service) => {
  expect(syncedFolder(path)).toBe(service);
});

test.each([
  '/Users/a/Documents/P.umbau',
  'C:\\Users\\a\\Documents\\Dropbox.umbau',
  '/home/a/OneDriveNotes/P.umbau',
  '/home/a/My Drives/P.umbau',
  'D:\\Portfolios\\P.umbau',
  'Dropbox',
])('%s lies in none', (path) => {
  expect(syncedFolder(path)).toBeNull();
});
