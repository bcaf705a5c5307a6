import type { ReactElement } from 'react';
import type { ExportTable } from '../../shared/exchange/exportTable.ts';
import { fileNameOf } from '../../shared/exchange/fileName.ts';
import { exportText } from '../../shared/text/exportText.ts';
import { fill } from '../../shared/text/screenText.ts';
import { copyTable } from '../flows/copyToClipboard.ts';
import { saveCsv } from '../flows/saveFile.ts';
import { MenuButton, MoreSign } from './MenuButton.tsx';
import { useExportSubject } from './useExportSubject.ts';
import { useText } from './useText.ts';

/** Copies and saves a table as it is shown: its rows in their order, its values as they are computed. */
export function TableMenu({
  name,
  table,
}: {
  readonly name: string;
  /** Made when it is asked for. */
  readonly table: () => ExportTable;
}): ReactElement {
  const { language } = useText();
  const subject = useExportSubject();
  const text = exportText[language];
  return (
    <MenuButton
      label={fill(text.tableMenu, { name })}
      className="more"
      items={[
        { label: text.copyTable, act: () => void copyTable(table(), 'reading') },
        { label: text.copyForSpreadsheet, act: () => void copyTable(table(), 'spreadsheet') },
        { label: text.saveCsv, act: () => void saveCsv(fileNameOf([subject, name], 'csv'), table()) },
      ]}
    >
      <MoreSign />
    </MenuButton>
  );
}
