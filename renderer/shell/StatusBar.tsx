import type { ReactElement } from 'react';
import { syncedFolder } from '../../shared/domain/syncedFolder.ts';
import { formatDate } from '../../shared/format/number.ts';
import { keepingText } from '../../shared/text/keepingText.ts';
import { fill } from '../../shared/text/screenText.ts';
import { show } from '../flows/navigation.ts';
import { FaultCount } from './FaultCount.tsx';
import { useApp } from '../store/appStore.ts';
import { useText } from '../ui/useText.ts';
import { commandKey } from './commandKey.ts';

export function StatusBar(): ReactElement {
  const { language, text } = useText();
  const portfolio = useApp((state) => state.portfolio);
  const time =
    portfolio?.lastChangeAt == null
      ? ''
      : new Intl.DateTimeFormat(language === 'de' ? 'de-DE' : 'en-GB', { timeStyle: 'short' }).format(
          new Date(portfolio.lastChangeAt),
        );
  const service = portfolio === null ? null : syncedFolder(portfolio.path);
  return (
    <footer className="status" tabIndex={-1}>
      {portfolio ? (
        <>
          <span>
            {text.saved} <b>{time}</b>
          </span>
          <span>
            {text.dataTo}{' '}
            <b>{portfolio.dataTo === null ? text.missing : formatDate(portfolio.dataTo, language)}</b>
          </span>
          <span>
            {text.model} <b>{portfolio.engineVersion}</b>
          </span>
          {service === null ? null : (
            <button
              type="button"
              className="link"
              title={fill(keepingText[language].syncedHint, { service })}
              onClick={() => void show({ name: 'backups', path: null })}
            >
              {fill(keepingText[language].synced, { service })}
            </button>
          )}
          <FaultCount />
          <span className="grow" />
          <span className="hints" aria-hidden="true">
            <kbd>↑↓</kbd> {text.hintRow} <kbd>Enter</kbd> {text.open.toLowerCase()} <kbd>{text.spaceKey}</kbd>{' '}
            {text.preview} <kbd>{`${commandKey}E`}</kbd> {text.hintSource}
          </span>
        </>
      ) : null}
    </footer>
  );
}
