import { useCallback, useEffect, useMemo, useState, type ReactElement } from 'react';
import type { Backup, BackupList, Inside } from '../../../shared/domain/backup.ts';
import { syncedFolder } from '../../../shared/domain/syncedFolder.ts';
import { formatNumber, type Language } from '../../../shared/format/number.ts';
import { encryptionText } from '../../../shared/text/encryptionText.ts';
import { keepingText } from '../../../shared/text/keepingText.ts';
import { fill } from '../../../shared/text/screenText.ts';
import { backUpNow, restoreBackup } from '../../flows/keeping.ts';
import { unlockFile } from '../../flows/encryption.ts';
import { ask } from '../../flows/navigation.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import type { Column } from '../../ui/tableColumns.ts';
import { useText } from '../../ui/useText.ts';
import { reasonWord, timeText } from './backupWords.ts';
import { RestoreDialog } from './RestoreDialog.tsx';

const bytesPerKilobyte = 1000;

/** Why nothing is told of a backup. */
function unread(isEncrypted: boolean, language: Language): string {
  return isEncrypted ? encryptionText[language].isEncrypted : keepingText[language].unreadable;
}

function useColumns(
  onRestore: (backup: Backup) => void,
  onUnlock: (backup: Backup) => void,
): readonly Column<Backup>[] {
  const { language } = useText();
  return useMemo(() => {
    const text = keepingText[language];
    const count = (id: string, head: string, of: (inside: Inside) => number): Column<Backup> => ({
      id,
      head,
      numeric: true,
      sortBy: ({ inside }) => (inside === null ? null : of(inside)),
      cell: ({ inside, isEncrypted }) =>
        inside === null ? (
          <span className="miss">{unread(isEncrypted, language)}</span>
        ) : (
          formatNumber(of(inside), language)
        ),
    });
    return [
      {
        id: 'written',
        head: text.written,
        sortBy: (row) => row.writtenAt,
        cell: (row) => timeText(row.writtenAt, language),
      },
      {
        id: 'reason',
        head: text.reason,
        sortBy: (row) => reasonWord(row.reason, language),
        cell: (row) => reasonWord(row.reason, language),
      },
      {
        id: 'size',
        head: text.size,
        unit: text.kilobytes,
        numeric: true,
        sortBy: (row) => row.bytes / bytesPerKilobyte,
        cell: (row) => formatNumber(row.bytes / bytesPerKilobyte, language),
      },
      count('companies', text.companies, (inside) => inside.companyCount),
      count('sites', text.sites, (inside) => inside.siteCount),
      count('contracts', text.contracts, (inside) => inside.contractCount),
      {
        id: 'lastEdit',
        head: text.lastEdit,
        numeric: true,
        sortBy: ({ inside }) => inside?.lastChangeAt ?? null,
        cell: ({ inside, isEncrypted }) =>
          inside?.lastChangeAt == null ? (
            <span className="miss">{inside === null ? unread(isEncrypted, language) : text.noEdit}</span>
          ) : (
            timeText(inside.lastChangeAt, language)
          ),
      },
      {
        id: 'act',
        head: text.act,
        cell: (row) =>
          row.isEncrypted && row.inside === null ? (
            <button
              type="button"
              className="btn"
              aria-label={fill(encryptionText[language].unlockBackupOf, {
                time: timeText(row.writtenAt, language),
              })}
              onClick={() => onUnlock(row)}
            >
              {encryptionText[language].unlockBackup}
            </button>
          ) : (
            <button
              type="button"
              className="btn"
              disabled={row.inside === null}
              aria-label={fill(text.restoreOf, { time: timeText(row.writtenAt, language) })}
              onClick={() => onRestore(row)}
            >
              {text.restore}
            </button>
          ),
      },
    ];
  }, [language, onRestore, onUnlock]);
}

/** The backups of the open portfolio, or of a file that cannot be opened any more. */
export function BackupsScreen({ path }: { readonly path: string | null }): ReactElement {
  const { language } = useText();
  const text = keepingText[language];
  const [list, setList] = useState<BackupList | null>(null);
  const [chosen, setChosen] = useState<Backup | null>(null);
  const load = useCallback(
    () => ask('backup.list', { path }).then((found) => setList(found ?? null)),
    [path],
  );
  useEffect(() => void load(), [load]);
  const open = useCallback(
    ({ path: locked }: Backup) => void unlockFile(locked).then((isOpen) => (isOpen ? load() : undefined)),
    [load],
  );
  const columns = useColumns(setChosen, open);
  const restore = async ({ id }: Backup) => {
    setChosen(null);
    if (await restoreBackup(path, id)) return;
    await load();
  };
  const service = list === null ? null : syncedFolder(list.path);
  return (
    <>
      <div className="head">
        <h1>{text.backups}</h1>
        <span className="sub">{list?.path}</span>
        <span className="grow" />
        {path === null ? (
          <button type="button" className="btn" onClick={() => void backUpNow().then(load)}>
            {text.backUpNow}
          </button>
        ) : null}
      </div>
      <div className="keeping-notes">
        {service === null ? null : (
          <p className="synced" role="note">
            {fill(text.syncedHint, { service })}
          </p>
        )}
        <p>{text.rule}</p>
        {list === null ? null : (
          <p>
            {fill(text.folder, { folder: list.folder })}{' '}
            {list.backups[0] ? (
              <button
                type="button"
                className="link"
                onClick={() =>
                  void ask('portfolio.showFolder', { path: list.backups[0]?.path ?? list.folder })
                }
              >
                {text.showFolder}
              </button>
            ) : null}
          </p>
        )}
      </div>
      {list === null ? null : list.backups.length === 0 ? (
        <p className="pad">{text.none}</p>
      ) : (
        <DataTable
          label={fill(text.backupsOf, { file: list.fileName })}
          rows={list.backups}
          rowKey={(row) => row.id}
          onOpen={(row) => (row.inside === null ? undefined : setChosen(row))}
          columns={columns}
        />
      )}
      {chosen ? (
        <RestoreDialog
          backup={chosen}
          present={list?.inside ?? null}
          onRestore={() => void restore(chosen)}
          onClose={() => setChosen(null)}
        />
      ) : null}
    </>
  );
}
