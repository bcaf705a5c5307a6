import type { SavedFile } from '../../../shared/ipc/savedFile.ts';
import type { Session } from '../../session.ts';
import { writeWhole } from '../../exchange/writeWhole.ts';
import type { Handlers } from '../serve.ts';

function bytesOf(file: SavedFile): Uint8Array {
  return file.kind === 'png' ? Buffer.from(file.base64, 'base64') : Buffer.from(file.text, 'utf8');
}

export function fileHandlers({ host }: Session): Pick<Handlers, 'file.save'> {
  return {
    'file.save': async (file) => {
      const path = await host.chooseFileToSave(file.fileName, file.kind);
      if (path === null) return null;
      const bytes = bytesOf(file);
      writeWhole(path, bytes);
      return { path, bytes: bytes.byteLength };
    },
  };
}
