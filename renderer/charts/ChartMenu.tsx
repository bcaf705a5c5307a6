import type { ReactElement } from 'react';
import type { ChartSpec } from '../../shared/charts/chartSpec.ts';
import { chartTable } from '../../shared/charts/chartTable.ts';
import { fileNameOf } from '../../shared/exchange/fileName.ts';
import { formatDate } from '../../shared/format/number.ts';
import { exportText } from '../../shared/text/exportText.ts';
import { fill, screenText } from '../../shared/text/screenText.ts';
import { copyPicture, copyTable } from '../flows/copyToClipboard.ts';
import { saveCsv, saveFile, savePng } from '../flows/saveFile.ts';
import { useApp } from '../store/appStore.ts';
import { MenuButton, MoreSign } from '../ui/MenuButton.tsx';
import { useExportSubject } from '../ui/useExportSubject.ts';
import { useText } from '../ui/useText.ts';
import { pngBlob, svgText } from './chartFiles.tsx';

/** The line under a picture by which it is found again: file, versions, date, and the run of a site. */
function useSourceLine(): string {
  const { language } = useText();
  const portfolio = useApp((state) => state.portfolio);
  const run = useApp((state) => (state.screen.name === 'site' ? state.evidence?.runId : undefined));
  if (!portfolio) return '';
  const text = exportText[language];
  return fill(run === undefined ? text.source : text.sourceWithRun, {
    portfolio: portfolio.fileName,
    app: portfolio.appVersion,
    engine: portfolio.engineVersion,
    date: portfolio.dataTo === null ? screenText[language].missing : formatDate(portfolio.dataTo, language),
    run: run ?? '',
  });
}

/** Everything that leaves a chart comes from its one spec. */
export function ChartMenu({ spec }: { readonly spec: ChartSpec }): ReactElement {
  const { language } = useText();
  const source = useSourceLine();
  const subject = useExportSubject();
  const text = exportText[language];
  const picture = { spec, language, source };
  const fileName = (ending: string): string => fileNameOf([subject, spec.title], ending);
  return (
    <MenuButton
      label={fill(text.chartMenu, { name: spec.title })}
      className="more"
      items={[
        { label: text.copyPicture, act: () => void copyPicture(() => pngBlob(picture)) },
        { label: text.copyTable, act: () => void copyTable(chartTable(spec), 'reading') },
        { label: text.copyForSpreadsheet, act: () => void copyTable(chartTable(spec), 'spreadsheet') },
        {
          label: text.savePng,
          act: () => void pngBlob(picture).then((png) => savePng(fileName('png'), png)),
        },
        {
          label: text.saveSvg,
          act: () => void saveFile({ kind: 'svg', fileName: fileName('svg'), text: svgText(picture) }),
        },
        { label: text.saveCsv, act: () => void saveCsv(fileName('csv'), chartTable(spec)) },
      ]}
    >
      <MoreSign />
    </MenuButton>
  );
}
