import { useEffect, useMemo, useRef, type ReactElement } from 'react';
import { calculationText } from '../../../shared/text/calculationText.ts';
import { questionOf } from '../../flows/loadCalculation.ts';
import { useApp, type CalculationRequest } from '../../store/appStore.ts';
import { useText } from '../../ui/useText.ts';
import { CalculationTreeView } from './CalculationTreeView.tsx';
import { useCalculationTree } from './useCalculationTree.ts';

/** How a number came about, beside the screen it stands on. Not modal; Esc closes it and gives the focus back. */
export function CalculationPanel({ request }: { readonly request: CalculationRequest }): ReactElement {
  const { language, text } = useText();
  const t = calculationText[language];
  const set = useApp((state) => state.set);
  const evidence = useApp((state) => state.evidence);
  const companyEvidence = useApp((state) => state.companyEvidence);
  const question = useMemo(
    () => questionOf(request, evidence, companyEvidence),
    [request, evidence, companyEvidence],
  );
  const tree = useCalculationTree(question);
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    panel.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  const close = () => set({ calculation: null });
  return (
    <aside
      className="calculation"
      ref={panel}
      tabIndex={-1}
      aria-label={`${t.title}: ${request.title}`}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <div className="calc-top">
        <h2>
          {t.title}: {request.title}
        </h2>
        <button type="button" className="btn quiet" onClick={close}>
          {t.back} <kbd>Esc</kbd>
        </button>
      </div>
      {tree.rows ? (
        <>
          <p className="calc-keys">{t.keys}</p>
          <CalculationTreeView tree={tree} rows={tree.rows} title={request.title} />
        </>
      ) : (
        <p role="status">{tree.rows === null ? t.none : text.computing}</p>
      )}
    </aside>
  );
}
