import type { ReactElement } from 'react';
import type { Fault } from '../../../shared/domain/fault.ts';
import type { FaultEffect } from '../../../shared/engine/health/faultEffect.ts';
import { effectText, faultText, faultWords, fixText } from '../../../shared/text/faultText.ts';
import { fixFault, putAside, showPlace } from '../../flows/visitFaults.ts';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { useText } from '../../ui/useText.ts';

/** One fault: what is wrong, what it does, why it matters, what to do, and the repair where there is a safe one. */
export function FaultPanel({
  fault,
  effect,
  onClose,
}: {
  readonly fault: Fault;
  readonly effect: FaultEffect | undefined;
  readonly onClose: () => void;
}): ReactElement {
  const { language } = useText();
  const text = faultText[language];
  const { title, what, why, act } = faultWords(fault, language);
  const { subject, fix, isDismissed } = fault;
  const isNumber = effect?.usdPerGridMw != null && fault.code !== 'missingInputs';
  return (
    <SidePanel
      title={title}
      note={subject.kind === 'market' ? text.market : subject.name}
      onClose={onClose}
      onOpen={() => void showPlace(fault)}
    >
      <p className="fault-text">{what}</p>
      <p className="fault-text">
        {text.effect}: <b>{effectText(fault, effect, language)}</b>
        {isNumber ? <span className="u"> {text.effectUnit}</span> : null}
      </p>
      <h3>{text.why}</h3>
      <p className="fault-text">{why}</p>
      <h3>{text.act}</h3>
      <p className="fault-text">{act}</p>
      <div className="actions">
        {fix ? (
          <button type="button" className="btn" onClick={() => void fixFault(fault)}>
            {fixText(fix, language)}
          </button>
        ) : null}
        <button type="button" className="btn" onClick={() => void putAside(fault)}>
          {isDismissed ? text.reopen : text.dismiss}
        </button>
      </div>
      <p className="note">{text.dismissNote}</p>
    </SidePanel>
  );
}
