import type { ReactElement } from 'react';
import { formatDate } from '../../shared/format/number.ts';
import { fill } from '../../shared/text/screenText.ts';
import { openPortfolio, saveCopy } from '../flows/navigation.ts';
import { useApp } from '../store/appStore.ts';
import { useText } from '../ui/useText.ts';
import { ScenarioChoice } from './ScenarioChoice.tsx';
import { commandKey } from './commandKey.ts';

export function TitleBar({ onSearch }: { readonly onSearch: () => void }): ReactElement {
  const { language, text } = useText();
  const portfolio = useApp((state) => state.portfolio);
  const kind =
    portfolio?.kind === 'sampleCopy' && portfolio.sampleAsOf !== null
      ? fill(text.sample, { date: formatDate(portfolio.sampleAsOf, language) })
      : text.ownFile;
  return (
    <header className="bar">
      <span className="doc">
        {portfolio ? (
          <>
            {portfolio.fileName} <span>· {kind}</span>
          </>
        ) : (
          'Umbau'
        )}
      </span>
      <span className="grow" />
      <button type="button" className="search" onClick={onSearch}>
        <span>{text.palette}</span>
        <kbd aria-hidden="true">{`${commandKey}K`}</kbd>
      </button>
      <span className="grow" />
      <ScenarioChoice />
      <button type="button" className="btn quiet" onClick={() => void openPortfolio('file')}>
        {text.openFile}
      </button>
      <button type="button" className="btn quiet" onClick={() => void openPortfolio('new')}>
        {text.newFile}
      </button>
      {portfolio ? (
        <button type="button" className="btn quiet" onClick={() => void saveCopy()}>
          {text.saveCopy}
        </button>
      ) : null}
    </header>
  );
}
