import { safeFileName } from '../../../shared/exchange/fileName.ts';
import { attachedBytes, attachFile, readToAttach, removeAttachment } from '../../analysis/attachments.ts';
import { provenanceOf } from '../../analysis/provenance.ts';
import { writeWhole } from '../../exchange/writeWhole.ts';
import type { Session } from '../../session.ts';
import type { Handlers } from '../serve.ts';

type Own = Pick<Handlers, 'provenance.read' | 'attachment.add' | 'attachment.save' | 'attachment.remove'>;

export function attachmentHandlers(session: Session): Own {
  return {
    'provenance.read': ({ id, siteId }) => provenanceOf(session.open().db, id, siteId),
    'attachment.add': async (owner) => {
      session.openForChange();
      const path = await session.host.chooseFileToOpen('any');
      if (path === null) return null;
      const author = session.user.settings.author.trim();
      const entry = { enteredBy: author === '' ? null : author, now: session.now() };
      return attachFile(session.openForChange().db, owner, readToAttach(path), entry);
    },
    'attachment.save': async ({ id }) => {
      // Damaged bytes are refused before anyone is asked where they should go.
      const { fileName, bytes } = attachedBytes(session.open().db, id);
      const path = await session.host.chooseFileToSave(safeFileName(fileName), 'any');
      if (path === null) return null;
      writeWhole(path, bytes);
      return { path, bytes: bytes.byteLength };
    },
    'attachment.remove': ({ id }) => removeAttachment(session.openForChange().db, id, session.now()),
  };
}
