import { useEffect, useRef, type ReactElement } from 'react';
import type { Backup, Inside } from '../../../shared/domain/backup.ts';
import { formatNumber } from '../../../shared/format/number.ts';
import { keepingText } from '../../../shared/text/keepingText.ts';
import { fill } from '../../../shared/text/screenText.ts';
import { useText } from '../../ui/useText.ts';
import { timeText } from './backupWords.ts';

interface Props {
  readonly backup: Backup;
  readonly present: Inside | null;
  readonly onRestore: () => void;
  readonly onClose: () => void;
}

/** What is in the backup beside what is there now, before one takes the other's place. */
export function RestoreDialog({ backup, present, onRestore, onClose }: Props): ReactElement {
  const { language } = useText();
  const text = keepingText[language];
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const row = (label: string, of: (inside: Inside) => string) => (
    <tr>
      <th scope="row">{label}</th>
      {[backup.inside, present].map((inside, index) => (
        <td key={index === 0 ? 'backup' : 'now'} className="n">
          {inside === null ? <span className="miss">{text.unreadable}</span> : of(inside)}
        </td>
      ))}
    </tr>
  );
  return (
    <dialog ref={dialog} onClose={onClose} aria-labelledby="restore-title">
      <h2 id="restore-title">{fill(text.restoreTitle, { time: timeText(backup.writtenAt, language) })}</h2>
      <table className="compared" aria-label={text.compared}>
        <thead>
          <tr>
            <td />
            <th scope="col" className="n">
              {text.backup}
            </th>
            <th scope="col" className="n">
              {text.now}
            </th>
          </tr>
        </thead>
        <tbody>
          {row(text.companies, ({ companyCount }) => formatNumber(companyCount, language))}
          {row(text.sites, ({ siteCount }) => formatNumber(siteCount, language))}
          {row(text.contracts, ({ contractCount }) => formatNumber(contractCount, language))}
          {row(text.lastEdit, ({ lastChangeAt }) =>
            lastChangeAt === null ? text.noEdit : timeText(lastChangeAt, language),
          )}
        </tbody>
      </table>
      <p className="note">{text.restoreKeeps}</p>
      <div className="actions">
        <button type="button" className="btn quiet" onClick={() => dialog.current?.close()}>
          {text.cancel}
        </button>
        <button type="button" className="btn primary" onClick={onRestore}>
          {text.restoreThis}
        </button>
      </div>
    </dialog>
  );
}
