import type { Session } from 'electron/main';
import { isAppAddress } from './trustedFrame.ts';

type HardenedSession = Pick<
  Session,
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'webRequest'
  | 'on'
>;

/** What a page may do: the clipboard is written to when the analyst copies, and never read. */
function isGranted(permission: string, address: string): boolean {
  return permission === 'clipboard-sanitized-write' && isAppAddress(address);
}

/**
 * No permission but that of copying is granted, and every request that is not the application's own is cancelled: the
 * product has no network.
 */
export function hardenSession(session: HardenedSession): void {
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl }) =>
    answer(isGranted(permission, requestingUrl)),
  );
  session.setPermissionCheckHandler((_contents, permission, origin) => isGranted(permission, origin));
  session.setDevicePermissionHandler(() => false);
  // What a briefing or a copy writes goes through main and its dialogs, never through a download.
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((details, answer) => {
    const isOwn =
      isAppAddress(details.url) ||
      details.url.startsWith('blob:app://umbau/') ||
      details.url.startsWith('devtools:');
    answer({ cancel: !isOwn });
  });
}
