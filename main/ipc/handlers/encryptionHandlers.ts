import { basename, dirname } from 'node:path';
import { recoverySheet } from '../../../shared/briefing/recoverySheet.ts';
import type { Encrypted } from '../../../shared/domain/encryption.ts';
import { backupsOf } from '../../backups/backupPlace.ts';
import { exchangeKey, writeCopyWithKey } from '../../db/encryption/encryptFile.ts';
import { encryptedSalt, type FileKey } from '../../db/encryption/keyring.ts';
import { newKey, recoveryKey, unlock } from '../../db/encryption/keys.ts';
import { metaValue } from '../../db/repositories/evidenceRepository.ts';
import { writeWhole } from '../../exchange/writeWhole.ts';
import type { Session } from '../../session.ts';
import type { Handlers } from '../serve.ts';

type Own = Pick<
  Handlers,
  | 'encryption.state'
  | 'encryption.unlock'
  | 'encryption.switchOn'
  | 'encryption.switchOff'
  | 'encryption.saveCopy'
  | 'encryption.saveSheet'
  | 'encryption.lock'
  | 'encryption.waiting'
>;

export function encryptionHandlers(session: Session): Own {
  const { host } = session;
  const backups = () => {
    const { db, path } = session.open();
    return backupsOf(host.userDataFolder, metaValue(db, 'portfolio_id'), path);
  };
  /** Backups that can be read are written anew with the key of the file; others keep what they are. */
  const encryptBackups = (key: FileKey): number => {
    const readable = backups().filter(({ inside }) => inside !== null);
    for (const { path } of readable) exchangeKey(path, key);
    return readable.length;
  };
  const told = (path: string, key: FileKey, count: number): Encrypted => ({
    path,
    recoveryKey: recoveryKey(key),
    backups: count,
  });
  return {
    'encryption.state': () => {
      const { path } = session.open();
      return {
        isEncrypted: encryptedSalt(path) !== undefined,
        plainBackups: backups().filter((backup) => !backup.isEncrypted).length,
      };
    },
    'encryption.unlock': async ({ path, secret }) => {
      await unlock(path, secret);
      return {};
    },
    'encryption.switchOn': async ({ password }) => {
      const { path } = session.openForChange();
      const key = await newKey(password);
      session.exchangeFile(path, () => exchangeKey(path, key));
      return told(path, key, encryptBackups(key));
    },
    'encryption.switchOff': () => {
      const { path } = session.openForChange();
      session.exchangeFile(path, () => exchangeKey(path, null));
      return {};
    },
    'encryption.saveCopy': async ({ password }) => {
      const open = session.open();
      const name = `${basename(open.path, '.umbau')}-encrypted.umbau`;
      const path = await host.chooseFileToSave(name, 'portfolio');
      if (path === null) return null;
      const key = await newKey(password);
      session.openForCopy();
      session.refuseOpen(path);
      writeCopyWithKey(open.db, path, key);
      return told(path, key, 0);
    },
    'encryption.saveSheet': async ({ path: file, recoveryKey: key }) => {
      const { language } = session.user.settings;
      const fileName = basename(file);
      const name = `${basename(file, '.umbau')}-recovery.pdf`;
      const path = await host.chooseFileToSave(name, 'pdf');
      if (path === null) return null;
      const day = session.now().slice(0, 'YYYY-MM-DD'.length);
      const pdf = await host.printBriefing(
        recoverySheet({ fileName, folder: dirname(file), day, recoveryKey: key, language }),
      );
      writeWhole(path, pdf);
      return { path, bytes: pdf.byteLength };
    },
    'encryption.lock': () => {
      session.lock();
      return {};
    },
    'encryption.waiting': () => ({ path: session.waiting() }),
  };
}
