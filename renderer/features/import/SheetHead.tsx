import type { ReactElement } from 'react';
import type { ProposedSheet } from '../../../shared/domain/sheetProposals.ts';
import { formatDate } from '../../../shared/format/number.ts';
import { proposalText } from '../../../shared/text/proposalText.ts';
import { fill } from '../../../shared/text/screenText.ts';
import { useText } from '../../ui/useText.ts';

/** Which export came back, and what is listed. */
export function SheetHead({ sheet }: { readonly sheet: ProposedSheet }): ReactElement {
  const { language } = useText();
  const day = formatDate(sheet.exportedAt.slice(0, 10), language);
  return (
    <div className="head">
      <h1>{sheet.name}</h1>
      <span className="sub">{fill(proposalText[language].about, { at: day })}</span>
    </div>
  );
}
