import { useEffect, useState, type ReactElement } from 'react';
import type { z } from 'zod';
import type { RecentFile } from '../../../shared/domain/portfolio.ts';
import { ask, openPortfolio } from '../../flows/navigation.ts';
import { useText } from '../../ui/useText.ts';

/** Three doors while no portfolio is open. */
export function StartScreen(): ReactElement {
  const { text } = useText();
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
                <button
                  type="button"
                  className="link"
                  disabled={!exists}
                  onClick={() => void openPortfolio('file', path)}
                >
                  {fileName}
                </button>{' '}
                <span className="t">{path}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
