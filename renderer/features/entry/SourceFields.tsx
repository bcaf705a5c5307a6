import type { ReactElement } from 'react';
import { dateShape, type SourceEntry } from '../../../shared/domain/records.ts';
import { entryText } from '../../../shared/text/entryText.ts';
import { ask } from '../../flows/ask.ts';
import { useAnswer } from '../../ui/useAnswer.ts';
import { useText } from '../../ui/useText.ts';

/** Whether an address can be stored: none, or one that a browser opens. */
export function isAddress(url: string | null): boolean {
  return url === null || /^https?:\/\/\S+$/.test(url);
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text;
}

/** Where a document lies; an address that no browser opens is refused as soon as it is typed. */
export function AddressField({
  url,
  onChange,
}: {
  readonly url: string | null;
  readonly onChange: (url: string | null) => void;
}): ReactElement {
  const { language } = useText();
  const t = entryText[language];
  const isWrong = !isAddress(url);
  return (
    <div className="entry-field entry-long">
      <label htmlFor="entry-url">{t.sourceUrl}</label>
      <input
        id="entry-url"
        value={url ?? ''}
        maxLength={2000}
        aria-invalid={isWrong}
        aria-describedby="entry-url-hint"
        onChange={(event) => onChange(orNull(event.target.value))}
      />
      <span id="entry-url-hint" className="neg" role={isWrong ? 'alert' : undefined}>
        {isWrong ? t.needsUrl : ''}
      </span>
    </div>
  );
}

/** Whether a source can be stored as it is typed. */
export function isSource({ url, publishedOn }: SourceEntry): boolean {
  return isAddress(url) && (publishedOn == null || dateShape.test(publishedOn));
}

/** The document that a value was read in, where it lies, the page, and when it appeared. Known ones are proposed. */
export function SourceFields({
  source,
  onChange,
}: {
  readonly source: SourceEntry;
  readonly onChange: (source: SourceEntry) => void;
}): ReactElement {
  const { language } = useText();
  const t = entryText[language];
  const known = useAnswer('sources', () => ask('source.list', {})) ?? [];
  const published = source.publishedOn ?? '';
  const isDate = published === '' || dateShape.test(published);
  const takeTitle = (title: string) => {
    const same = known.filter((other) => other.title === title);
    // One document of that title is meant; of several the address has to tell.
    const [only] = same.length === 1 ? same : [];
    const rest = only ? { url: only.url, publishedOn: only.publishedOn } : { publishedOn: null };
    onChange({ ...source, ...rest, title: orNull(title) });
  };
  return (
    <>
      <div className="entry-field entry-long">
        <label htmlFor="entry-source">{t.source}</label>
        <input
          id="entry-source"
          list="entry-sources"
          value={source.title ?? ''}
          maxLength={500}
          onChange={(event) => takeTitle(event.target.value)}
        />
        <datalist id="entry-sources">
          {[...new Set(known.map(({ title }) => title))].map((title) => (
            <option key={title} value={title} />
          ))}
        </datalist>
      </div>
      <AddressField url={source.url} onChange={(url) => onChange({ ...source, url })} />
      <div className="entry-field">
        <label htmlFor="entry-page">{t.sourcePage}</label>
        <input
          id="entry-page"
          value={source.page ?? ''}
          maxLength={100}
          onChange={(event) => onChange({ ...source, page: orNull(event.target.value) })}
        />
      </div>
      <div className="entry-field">
        <label htmlFor="entry-published">{t.sourceDate}</label>
        <input
          id="entry-published"
          value={published}
          maxLength={10}
          aria-invalid={!isDate}
          aria-describedby="entry-published-hint"
          onChange={(event) => onChange({ ...source, publishedOn: orNull(event.target.value.trim()) })}
        />
        <span id="entry-published-hint" className="neg" role={isDate ? undefined : 'alert'}>
          {isDate ? '' : t.needsDate}
        </span>
      </div>
    </>
  );
}
