import { useEffect, useState, type ReactElement } from 'react';
import type { z } from 'zod';
import type { RecentFile } from '../../../shared/domain/portfolio.ts';
import { paletteText } from '../../../shared/text/paletteText.ts';
import { fill } from '../../../shared/text/screenText.ts';
import { ask, openPortfolio } from '../../flows/navigation.ts';
import { useText } from '../../ui/useText.ts';

/** Three doors while no portfolio is open. */
export function StartScreen(): ReactElement {
  const { language, text } = useText();
  const words = paletteText[language];
  const [recent, setRecent] = useState<readonly z.infer<typeof RecentFile>[]>([]);
  useEffect(() => void ask('portfolio.recent', {}).then((files) => setRecent(files ?? [])), []);
  return (
    <div className="start">
      <h1>{text.firstStart}</h1>
      <p>{text.firstStartSub}</p>
      <div className="actions">
        <button type="button" className="btn primary" onClick={() => void openPortfolio('sample')}>
          {text.openSample}
        </button>
        <button type="button" className="btn" onClick={() => void openPortfolio('file')}>
          {text.openFile}
        </button>
        <button type="button" className="btn" onClick={() => void openPortfolio('new')}>
          {text.newFile}
        </button>
      </div>
      {recent.length === 0 ? null : (
        <>
          <h2>{text.recent}</h2>
          <ul>
            {recent.map(({ path, fileName, exists }) => (
              <li key={path}>
                <button type="button" className="link" onClick={() => void openPortfolio('file', path)}>
                  {fileName}
                </button>{' '}
                <span className="t">
                  {path}
                  {exists ? '' : ` · ${words.goneWord}`}
                </span>
                {exists ? null : (
                  <button
                    type="button"
                    className="link"
                    aria-label={fill(words.forgetOf, { file: fileName })}
                    onClick={() =>
                      void ask('portfolio.forget', { path }).then((files) => setRecent(files ?? recent))
                    }
                  >
                    {words.forget}
                  </button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
