import type { ReactElement } from 'react';
import { stepText } from '../../../shared/text/stepText.ts';
import { redo, undo } from '../../flows/editInput.ts';
import { useApp } from '../../store/appStore.ts';
import { useText } from '../../ui/useText.ts';

export function HistoryScreen(): ReactElement {
  const { language, text } = useText();
  const history = useApp((state) => state.history);
  const time = new Intl.DateTimeFormat(language === 'de' ? 'de-DE' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  return (
    <>
      <div className="head">
        <h1>{text.history}</h1>
        <span className="grow" />
        <button type="button" className="btn" onClick={() => void undo()}>
          {text.undo}
        </button>
        <button type="button" className="btn" onClick={() => void redo()}>
          {text.redo}
        </button>
      </div>
      {history.length === 0 ? (
        <p className="pad">{text.noHistory}</p>
      ) : (
        <ol className="steps">
          {history.map((step) => (
            <li key={step.id} className={step.undone ? 'muted' : ''}>
              {stepText(step, language)}{' '}
              <span className="t">
                {time.format(new Date(step.createdAt))}
                {step.undone ? ` · ${text.undoneMark}` : ''}
              </span>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
