import type { Session } from '../../session.ts';
import { writeWhole } from '../../exchange/writeWhole.ts';
import type { Handlers } from '../serve.ts';

export function workbookHandlers({ host, now }: Session): Pick<Handlers, 'workbook.save'> {
  return {
    'workbook.save': async (spec) => {
      const path = await host.chooseFileToSave(spec.fileName, 'xlsx');
      if (path === null) return null;
      // The writer is large and seldom needed: it is loaded when a workbook is.
      const { workbookBytes } = await import('../../exchange/writeWorkbook.ts');
      const bytes = await workbookBytes(spec, now());
      writeWhole(path, bytes);
      return { path, bytes: bytes.byteLength };
    },
  };
}
