import { useEffect, useRef, type ReactElement } from 'react';
import { paletteText } from '../../../shared/text/paletteText.ts';
import { fill } from '../../../shared/text/screenText.ts';
import { useApp } from '../../store/appStore.ts';
import { useText } from '../../ui/useText.ts';
import { modelRules } from './modelRules.ts';

/** A rule of the model in its own words. */
export function RuleDialog({ rule }: { readonly rule: string }): ReactElement {
  const { language } = useText();
  const t = paletteText[language];
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const found = modelRules().find((one) => one.rule === rule);
  return (
    <dialog
      ref={dialog}
      className="rule"
      aria-labelledby="rule-title"
      onClose={() => useApp.getState().set({ shownRule: null })}
    >
      <h2 id="rule-title">{fill(t.ruleTitle, { rule })}</h2>
      <div className="rule-text" lang="en" role="region" aria-label={rule} tabIndex={0}>
        {(found?.texts ?? []).map((part) => (
          <p key={part}>{part.replaceAll('**', '').replaceAll('`', '')}</p>
        ))}
      </div>
      <p className="note">{t.ruleNote}</p>
      <div className="actions">
        <button type="button" className="btn primary" onClick={() => dialog.current?.close()}>
          {t.close}
        </button>
      </div>
    </dialog>
  );
}
