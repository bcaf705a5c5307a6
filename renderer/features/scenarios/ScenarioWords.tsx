import { useState, type ReactElement } from 'react';
import type { ScenarioBody } from '../../../shared/domain/scenario.ts';
import { scenarioScreenText } from '../../../shared/text/scenario/scenarioScreenText.ts';
import { useText } from '../../ui/useText.ts';

/** Name, note and source of an analyst's own scenario; they are stored together. */
export function ScenarioWords({
  body,
  onSave,
}: {
  readonly body: ScenarioBody;
  readonly onSave: (words: Pick<ScenarioBody, 'name' | 'note' | 'source'>) => void;
}): ReactElement {
  const { language } = useText();
  const t = scenarioScreenText[language];
  const stored = { name: body.name, note: body.note, source: body.source };
  const [words, setWords] = useState(stored);
  const isEmpty = words.name.trim() === '';
  const isChanged = JSON.stringify(words) !== JSON.stringify(stored);
  return (
    <form
      className="scenario-words"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isEmpty && isChanged) onSave(words);
      }}
    >
      <label>
        <span>{t.name}</span>
        <input
          value={words.name}
          maxLength={80}
          aria-invalid={isEmpty}
          onChange={({ target }) => setWords({ ...words, name: target.value })}
        />
      </label>
      <label>
        <span>{t.note}</span>
        <textarea
          rows={2}
          value={words.note}
          maxLength={2000}
          onChange={({ target }) => setWords({ ...words, note: target.value })}
        />
      </label>
      <label>
        <span>{t.source}</span>
        <input
          value={words.source}
          maxLength={500}
          onChange={({ target }) => setWords({ ...words, source: target.value })}
        />
      </label>
      <button type="submit" className="btn" disabled={isEmpty || !isChanged}>
        {t.store}
      </button>
    </form>
  );
}
