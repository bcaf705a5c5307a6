/** The part of Electron's frame that the check needs; null after a navigation. */
export interface FrameLike {
  readonly url: string;
  readonly parent: FrameLike | null;
}

export const appOrigin = 'app://umbau';

/** Only the application's own page: top frame, protocol and host (Node gives "null" as origin of app: addresses). */
export function isTrustedFrame(frame: FrameLike | null): boolean {
  if (frame === null || frame.parent !== null) return false;
  return isAppAddress(frame.url) && URL.parse(frame.url)?.pathname === '/index.html';
}

export function isAppAddress(address: string): boolean {
  const url = URL.parse(address);
  return url?.protocol === 'app:' && url.host === 'umbau';
}
