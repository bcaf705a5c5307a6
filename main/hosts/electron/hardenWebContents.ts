import type { App, WebContents } from 'electron/main';
import { isAppAddress } from './trustedFrame.ts';

type Rule = (contents: WebContents) => void;

const denyNavigation: Rule = (contents) => {
  contents.on('will-navigate', (event) => {
    if (!isAppAddress(event.url)) event.preventDefault();
  });
};
const denyRedirect: Rule = (contents) => {
  contents.on('will-redirect', (event) => {
    if (!isAppAddress(event.url)) event.preventDefault();
  });
};
const denyNewWindow: Rule = (contents) => contents.setWindowOpenHandler(() => ({ action: 'deny' }));
const denyWebview: Rule = (contents) => {
  contents.on('will-attach-webview', (event) => event.preventDefault());
};

const rules: readonly Rule[] = [denyNavigation, denyRedirect, denyNewWindow, denyWebview];

/** Every rule for every page the application ever opens. */
export function hardenEveryWebContents(app: Pick<App, 'on'>): void {
  app.on('web-contents-created', (_event, contents) => {
    for (const rule of rules) rule(contents);
  });
}
