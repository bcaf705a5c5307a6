import type { ReactElement } from 'react';
import { keepingText } from '../../../shared/text/keepingText.ts';
import { ask, show } from '../../flows/navigation.ts';
import { useApp, type SettingsValue } from '../../store/appStore.ts';
import { useText } from '../../ui/useText.ts';
import { EncryptionSettings } from './EncryptionSettings.tsx';
import { AgeSettings } from './AgeSettings.tsx';

export function SettingsScreen(): ReactElement {
  const { language, text } = useText();
  const hasPortfolio = useApp((state) => state.portfolio !== null);
  const settings = useApp((state) => state.settings);
  const portfolio = useApp((state) => state.portfolio);
  const set = useApp((state) => state.set);
  const change = async (part: Partial<SettingsValue>) => {
    const next = { ...settings, ...part };
    set({ settings: next });
    await ask('settings.write', next);
  };
  return (
    <>
      <div className="head">
        <h1>{text.settings}</h1>
      </div>
      <div className="scroll" role="region" aria-label={text.settings} tabIndex={0}>
        <div className="form">
          <label>
            {text.language}
            <select
              value={settings.language}
              onChange={(event) => void change({ language: event.target.value === 'de' ? 'de' : 'en' })}
            >
              <option value="de">Deutsch</option>
              <option value="en">English</option>
            </select>
          </label>
          <label>
            {text.theme}
            <select
              value={settings.theme}
              onChange={(event) =>
                void change({
                  theme:
                    event.target.value === 'dark'
                      ? 'dark'
                      : event.target.value === 'light'
                        ? 'light'
                        : 'system',
                })
              }
            >
              <option value="system">{text.system}</option>
              <option value="light">{text.light}</option>
              <option value="dark">{text.dark}</option>
            </select>
          </label>
          <label>
            {text.density}
            <select
              value={settings.density}
              onChange={(event) =>
                void change({ density: event.target.value === 'compact' ? 'compact' : 'normal' })
              }
            >
              <option value="normal">{text.normal}</option>
              <option value="compact">{text.compact}</option>
            </select>
          </label>
          <label>
            {text.letterKeys}
            <select
              value={settings.letterKeys ? 'on' : 'off'}
              onChange={(event) => void change({ letterKeys: event.target.value === 'on' })}
            >
              <option value="on">{text.on}</option>
              <option value="off">{text.off}</option>
            </select>
          </label>
          <label>
            {text.author}
            <input
              value={settings.author}
              onChange={(event) => void change({ author: event.target.value })}
            />
          </label>
        </div>
        {portfolio ? <AgeSettings portfolio={portfolio} /> : null}
        {portfolio ? (
          <EncryptionSettings
            key={portfolio.path}
            onLockAfter={(minutes) => void change({ lockAfterMinutes: minutes })}
          />
        ) : null}
      </div>
      {hasPortfolio ? (
        <div className="settings-acts">
          <button type="button" className="btn" onClick={() => void show({ name: 'backups', path: null })}>
            {keepingText[language].backups}
          </button>
        </div>
      ) : null}
    </>
  );
}
