import { getuid } from 'node:process';

/** The page's address: a secure context that no server answers; every request is routed to files or aborted. */
export const origin = 'https://umbau.localhost';

/** Chromium refuses its sandbox for root, which is who runs on build machines; everyone else gets it. */
export const chromiumSandbox: boolean = getuid?.() !== 0;

/**
 * Nothing of the browser's own may reach out: its services are switched off, and what would still ask for a host is sent
 * to a proxy that is not there (rules for the resolver would say the same, under a warning bar in the window). Features are left to Playwright's list, because a second --disable-features would replace it.
 */
export function browserArguments(): string[] {
  return [
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
    '--disable-domain-reliability',
    '--disable-client-side-phishing-detection',
    '--metrics-recording-only',
    '--no-pings',
    '--proxy-server=http://127.0.0.1:1',
    '--proxy-bypass-list=<-loopback>',
  ];
}
