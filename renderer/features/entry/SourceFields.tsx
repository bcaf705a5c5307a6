import type { ReactElement } from 'react';
import type { SourceEntry } from '../../../shared/domain/records.ts';
import { entryText } from '../../../shared/text/entryText.ts';
import { useText } from '../../ui/useText.ts';

/** Whether an address can be stored: none, or one that a browser opens. */
export function isAddress(url: string | null): boolean {
  return url === null || /^https?:\/\/\S+$/.test(url);
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text;
}

/** The document that a value was read in, and where it lies. */
export function SourceFields({
  source,
  onChange,
}: {
  readonly source: SourceEntry;
  readonly onChange: (source: SourceEntry) => void;
}): ReactElement {
  const { language } = useText();
  const t = entryText[language];
  const isWrong = !isAddress(source.url);
  return (
    <>
      <div className="entry-field entry-long">
        <label htmlFor="entry-source">{t.source}</label>
        <input
          id="entry-source"
          value={source.title ?? ''}
          maxLength={500}
          onChange={(event) => onChange({ ...source, title: orNull(event.target.value) })}
        />
      </div>
      <div className="entry-field entry-long">
        <label htmlFor="entry-url">{t.sourceUrl}</label>
        <input
          id="entry-url"
          value={source.url ?? ''}
          maxLength={2000}
          aria-invalid={isWrong}
          aria-describedby="entry-url-hint"
          onChange={(event) => onChange({ ...source, url: orNull(event.target.value) })}
        />
        <span id="entry-url-hint" className="neg" role={isWrong ? 'alert' : undefined}>
          {isWrong ? t.needsUrl : ''}
        </span>
      </div>
    </>
  );
}
