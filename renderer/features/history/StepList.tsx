import type { ReactElement } from 'react';
import { momentText } from '../../../shared/changes/portfolioRows.ts';
import { stepText } from '../../../shared/text/stepText.ts';
import { useApp } from '../../store/appStore.ts';
import { useText } from '../../ui/useText.ts';

export function StepList(): ReactElement {
  const { language, text } = useText();
  const history = useApp((state) => state.history);
  if (history.length === 0) return <p className="pad">{text.noHistory}</p>;
  return (
    <ol className="steps">
      {history.map((step) => (
        <li key={step.id} className={step.undone ? 'muted' : ''}>
          {stepText(step, language)}{' '}
          <span className="t">
            {momentText(step.createdAt, language)}
            {step.undone ? ` · ${text.undoneMark}` : ''}
          </span>
        </li>
      ))}
    </ol>
  );
}
