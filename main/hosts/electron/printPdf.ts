import type { BriefingContent } from '../../../shared/briefing/briefingContent.ts';
import { UserFacingError } from '../../../shared/ipc/result.ts';
import { serveBriefing } from './ipcDoor.ts';
import { appOrigin } from './trustedFrame.ts';
import { createBriefingWindow } from './windows.ts';

const longestPrintMs = 60_000;

/** Prints the briefing page of a hidden window: tagged, with outline, by the page's own size. One at a time. */
export function createElectronPrinter(
  preloadFolder: string,
): (content: BriefingContent) => Promise<Uint8Array> {
  let queue: Promise<unknown> = Promise.resolve();
  const print = async (content: BriefingContent): Promise<Uint8Array> => {
    const window = createBriefingWindow(preloadFolder);
    let stop: () => void = () => undefined;
    try {
      const ready = new Promise<void>((resolve, reject) => {
        stop = serveBriefing(window.webContents.id, content, resolve);
        setTimeout(() => reject(new UserFacingError('briefing.printFailed')), longestPrintMs).unref();
      });
      await Promise.all([ready, window.loadURL(`${appOrigin}/briefing.html`)]);
      return await window.webContents.printToPDF({
        generateTaggedPDF: true,
        generateDocumentOutline: true,
        preferCSSPageSize: true,
        printBackground: true,
      });
    } catch {
      throw new UserFacingError('briefing.printFailed');
    } finally {
      stop();
      window.destroy();
    }
  };
  return (content) => {
    const next = queue.then(() => print(content));
    queue = next.catch(() => undefined);
    return next;
  };
}
