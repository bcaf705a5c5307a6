import type { ReactElement } from 'react';
import { encryptionText } from '../../../shared/text/encryptionText.ts';
import { keepingText } from '../../../shared/text/keepingText.ts';
import { askForCleanCopy, exportWhole } from '../../flows/keeping.ts';
import { askForPassword } from '../../flows/encryption.ts';
import { MenuButton } from '../../ui/MenuButton.tsx';
import { useText } from '../../ui/useText.ts';

/** The ways out for the portfolio as a whole. */
export function PortfolioMenu(): ReactElement {
  const { language } = useText();
  const text = keepingText[language];
  return (
    <MenuButton
      className="btn"
      items={[
        { label: text.exportJson, act: () => void exportWhole('json') },
        { label: text.exportCsv, act: () => void exportWhole('csv') },
        { label: text.exportXlsx, act: () => void exportWhole('xlsx') },
        { label: text.cleanCopy, act: askForCleanCopy },
        { label: encryptionText[language].saveCopy, act: () => askForPassword('copy') },
      ]}
    >
      {text.exportAll}
    </MenuButton>
  );
}
