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

/** No permission is granted, and every request that is not the application's own is cancelled: the product has no network. */
export function hardenSession(session: HardenedSession): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
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
