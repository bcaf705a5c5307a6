import { getuid } from 'node:process';

/** The page's address: a secure context that no server answers; every request is routed to files or aborted. */
export const origin = 'https://umbau.localhost';

/** Nothing of the browser's own may reach out. */
const quietArguments = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--disable-domain-reliability',
  '--disable-client-side-phishing-detection',
  '--metrics-recording-only',
  '--disable-features=OptimizationHints,MediaRouter,Translate,AutofillServerCommunication',
];

export function browserArguments(): string[] {
  // Chromium refuses its sandbox for root, which is who runs on build machines.
  return getuid?.() === 0 ? [...quietArguments, '--no-sandbox'] : quietArguments;
}
