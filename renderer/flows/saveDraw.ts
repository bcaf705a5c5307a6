import type { OpenedDraw } from '../../shared/engine/montecarlo/openDraw.ts';
import { useApp } from '../store/appStore.ts';
import { saveFile } from './saveFile.ts';

/** P36 Writes a draw as a file: every plan's full case, ready for `umbau model siteCase`, with what the run says of it. */
export async function saveDraw(draw: OpenedDraw): Promise<void> {
  const siteId = useApp.getState().evidence?.siteId ?? 'site';
  await saveFile({
    kind: 'json',
    fileName: `${siteId}-draw-${draw.path}.json`,
    text: `${JSON.stringify(draw, null, 2)}\n`,
  });
}
