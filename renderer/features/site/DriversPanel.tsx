import type { ReactElement } from 'react';
import type { InputKey } from '../../../shared/engine/analysis/inputTable.ts';
import type { SiteFigures } from '../../../shared/engine/analysis/siteAnalysis.ts';
import { formatDate } from '../../../shared/format/number.ts';
import { inputLabel } from '../../../shared/text/inputLabels.ts';
import { InputButton } from '../../ui/InputButton.tsx';
import { useText } from '../../ui/useText.ts';

/** The inputs that an analyst asks for first. */
const drivers: readonly InputKey[] = [
  'rentYear1UsdPerKwMonth',
  'shellCapexUsdPerMwIt',
  'grossToItRatio',
  'powerPriceUsdPerMwh',
  'miningPowerPriceUsdPerMwh',
  'btcPriceUsd',
  'networkHashrateEhS',
  'fleetEfficiencyJPerTh',
  'gpuPriceUsdPerGpuHour',
  'discountRateColocation',
  'buildMonths',
];

/** What the result rests on most, each with its origin; all of them stand under Inputs. */
export function DriversPanel({
  analysis,
  onShowInputs,
}: {
  readonly analysis: SiteFigures;
  readonly onShowInputs: () => void;
}): ReactElement {
  const { language, text } = useText();
  const inputs = drivers.flatMap((key) => analysis.inputs.find((input) => input.key === key) ?? []);
  return (
    <section className="drivers" aria-label={text.drivers}>
      <h2>{text.drivers}</h2>
      <dl className="rows">
        {inputs.map((input) => (
          <div key={input.key}>
            <dt>{inputLabel(input.key, language)}</dt>
            <dd>
              <InputButton input={input} />
              <span className="u">
                {input.asOf === null
                  ? input.origin === 'preset'
                    ? text.preset
                    : ''
                  : formatDate(input.asOf, language)}
              </span>
            </dd>
          </div>
        ))}
      </dl>
      <button type="button" className="link" onClick={onShowInputs}>
        {`${text.inputs} (${analysis.inputs.length})`}
      </button>
    </section>
  );
}
