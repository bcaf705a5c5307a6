import type { ReactElement } from 'react';
import type { Figure } from '../../../shared/domain/figure.ts';
import type { TotalledFigure } from '../../../shared/engine/explain/totalCalculation.ts';
import { formatNumber } from '../../../shared/format/number.ts';
import { fill } from '../../../shared/text/screenText.ts';
import { coverageText } from '../../../shared/text/stalenessText.ts';
import { ComputedButton } from '../../ui/ComputedButton.tsx';
import { useClock } from '../../ui/useClock.ts';
import { useText } from '../../ui/useText.ts';

interface Part {
  readonly ownerId: string;
  readonly owner: string;
  readonly figure: Figure | null;
}

function totalled({ ownerId, owner, figure }: Part): TotalledFigure {
  if (!figure || figure.value === null) return { ownerId, owner, fact: null };
  const { id: _id, state: _state, superseded: _superseded, ...fact } = figure;
  return { ownerId, owner, fact: { ...fact, value: figure.value } };
}

/** R5.22 A total of what is known, with how many that are and how many of them are old; it unfolds into its parts. */
export function Total({
  field,
  title,
  unit,
  parts,
}: {
  readonly field: string;
  readonly title: string;
  readonly unit: string;
  readonly parts: readonly Part[];
}): ReactElement {
  const { language, text } = useText();
  const clock = useClock();
  const figures = parts.map(({ figure }) => figure);
  const known = figures.flatMap((figure) => (figure && figure.value !== null ? [figure] : []));
  const [first] = known;
  if (!first) return <span className="miss">{text.missing}</span>;
  const sum = known.reduce((total, { value }) => total + (value ?? 0), 0);
  const coverage = fill(text.coversCompanies, {
    known: known.length,
    all: parts.length,
  });
  const dates = known.flatMap(({ asOf }) => asOf ?? []).toSorted();
  return (
    <>
      <ComputedButton
        value={sum}
        title={title}
        display={formatNumber(sum, language, field === 'hashrateEhS' ? 1 : 0)}
        unit={unit}
        rule="R5.22"
        basis={first.basis}
        restsOn={coverage}
        asOf={dates[0] ?? null}
        source={text.portfolio}
        calculation={{
          of: 'total',
          subject: { field, label: title, unit: first.unit, figures: parts.map(totalled) },
          title,
        }}
      />
      <small className="coverage">{coverageText(figures, clock, language)}</small>
    </>
  );
}
