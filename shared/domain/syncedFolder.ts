/** A service that keeps a folder alike on several machines, and may do so in the middle of a write. */
export type SyncService = 'iCloud Drive' | 'OneDrive' | 'Dropbox' | 'Google Drive' | 'Nextcloud';

/** How the services name their folders on macOS, Windows and Linux. */
const folders: readonly (readonly [service: SyncService, name: RegExp])[] = [
  ['iCloud Drive', /^(?:Mobile Documents|com~apple~CloudDocs|iCloud ?Drive|iCloudDrive)$/i],
  ['OneDrive', /^OneDrive(?: ?- ?.+)?$/i],
  ['Dropbox', /^Dropbox(?: \(.+\)|-.+)?$/i],
  [
    'Google Drive',
    /^(?:Google ?Drive(?:-.+| File Stream)?|google-drive(?::.+)?|My Drive|Meine Ablage|Shared drives|Geteilte Ablagen)$/i,
  ],
  ['Nextcloud', /^(?:Nextcloud|ownCloud)\d*$/i],
];

/**
 * The service in whose folder a file lies, by the names of the folders above it. A folder that a service mirrors under
 * its own name, such as the Mac's desktop, cannot be told by its path.
 */
export function syncedFolder(path: string): SyncService | null {
  const above = path.split(/[/\\]/).slice(0, -1);
  for (const folder of above) {
    const found = folders.find(([, name]) => name.test(folder));
    if (found) return found[0];
  }
  return null;
}
