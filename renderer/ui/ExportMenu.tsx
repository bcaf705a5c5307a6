import type { ReactElement } from 'react';
import { exportText } from '../../shared/text/exportText.ts';
import { exportCashFlow, exportJson, exportStrategies, exportWorkbook } from '../flows/exportAnalysis.ts';
import { MenuButton } from './MenuButton.tsx';
import { useText } from './useText.ts';

/** The ways out of the analysis of the site or company on screen. */
export function ExportMenu(): ReactElement {
  const { language } = useText();
  const text = exportText[language];
  return (
    <MenuButton
      className="btn"
      items={[
        { label: text.saveWorkbook, act: () => void exportWorkbook() },
        { label: text.saveStrategies, act: () => void exportStrategies() },
        { label: text.saveCashFlow, act: () => void exportCashFlow() },
        { label: text.saveJson, act: () => void exportJson() },
      ]}
    >
      {text.exports}
    </MenuButton>
  );
}
