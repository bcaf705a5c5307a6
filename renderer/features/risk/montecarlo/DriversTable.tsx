import { type ReactElement } from 'react';
import type { SiteFigures } from '../../../../shared/engine/analysis/siteAnalysis.ts';
import { inputOfRange } from '../../../../shared/engine/montecarlo/defaultSettings.ts';
import {
  drivers,
  rangeDrivers,
  type Driver,
  type RangeDriver,
} from '../../../../shared/engine/montecarlo/drivers.ts';
import type { Parameter } from '../../../../shared/engine/montecarlo/parameters.ts';
import type { MonteCarloSettings } from '../../../../shared/engine/montecarlo/settings.ts';
import { formatPlain, type Language } from '../../../../shared/format/number.ts';
import { isPercent } from '../../../../shared/text/inputLabels.ts';
import { inputText } from '../../../../shared/text/inputText.ts';
import { monteCarloText } from '../../../../shared/text/monteCarloText.ts';
import { driverName } from '../../../../shared/text/monteCarloWords.ts';
import { fill } from '../../../../shared/text/screenText.ts';
import { resetSettings } from '../../../flows/runMonteCarlo.ts';
import { useMonteCarlo } from '../../../store/monteCarloStore.ts';
import { useText } from '../../../ui/useText.ts';
import { jumpFields, processFields, rangeField, usualJumps, type DriverField } from './driverFields.ts';
import { NumberField } from './NumberField.tsx';

interface Props {
  readonly settings: MonteCarloSettings;
  readonly analysis: SiteFigures;
}

function isRange(driver: Driver): driver is RangeDriver {
  return rangeDrivers.some((range) => range === driver);
}

function change(settings: MonteCarloSettings): void {
  useMonteCarlo.getState().set({ settings });
}

function Field({
  field,
  driver,
  settings,
  isWrong = false,
}: {
  readonly field: DriverField;
  readonly driver: Driver;
  readonly settings: MonteCarloSettings;
  readonly isWrong?: boolean;
}): ReactElement {
  const { language } = useText();
  const t = monteCarloText[language];
  const version = useMonteCarlo((state) => state.settingsVersion);
  return (
    <span className="mc-param">
      {t[field.label]}{' '}
      <NumberField
        // Set back to its default, the field is written anew.
        key={`${version} ${language}`}
        label={`${driverName(driver, language)}: ${t[field.label]}`}
        value={field.of(settings.drivers)}
        isPercent={field.isPercent}
        isWrong={isWrong}
        onRead={(value) => {
          if (value === null || value < field.min || value > field.max) return;
          change({ ...settings, drivers: field.with(settings.drivers, value) });
        }}
      />
    </span>
  );
}

/** Where a parameter comes from, and how well it is known. */
function sourceText(parameter: Parameter, language: Language): string {
  const t = monteCarloText[language];
  if (parameter.calibration === null) return t.assumption;
  const error =
    parameter.standardError === null
      ? ''
      : `, ${fill(t.withError, { error: formatPlain(parameter.standardError, language) })}`;
  return `${fill(t.calibrated, { span: parameter.span ?? '' })}${error}`;
}

function Processes({
  driver,
  settings,
}: {
  readonly driver: Exclude<Driver, RangeDriver>;
  readonly settings: MonteCarloSettings;
}): ReactElement {
  const { language } = useText();
  const t = monteCarloText[language];
  const { jumps } = settings.drivers.btcPrice;
  const hasJumps = driver === 'btcPrice' && jumps !== null;
  return (
    <>
      {processFields[driver].map((field) => (
        <Field key={field.label} field={field} driver={driver} settings={settings} />
      ))}
      {driver === 'btcPrice' ? (
        <label className="inline">
          <input
            type="checkbox"
            checked={hasJumps}
            onChange={({ target }) => {
              const btcPrice = {
                ...settings.drivers.btcPrice,
                jumps: target.checked ? usualJumps : null,
              };
              change({ ...settings, drivers: { ...settings.drivers, btcPrice } });
            }}
          />{' '}
          {t.jumps}
        </label>
      ) : null}
      {hasJumps
        ? jumpFields.map((field) => (
            <Field key={field.label} field={field} driver={driver} settings={settings} />
          ))
        : null}
    </>
  );
}

/** R7.2f Low, base and high of an input. */
function Range({ driver, settings, analysis }: Props & { readonly driver: RangeDriver }): ReactElement {
  const { language } = useText();
  const t = monteCarloText[language];
  const key = inputOfRange[driver];
  const unit = analysis.inputs.find((input) => input.key === key)?.unit ?? '1';
  const { low, base, high } = settings.drivers[driver];
  const isWrong = low > base || base > high;
  return (
    <>
      <Field
        field={rangeField(driver, 'low', isPercent(key, unit))}
        driver={driver}
        settings={settings}
        isWrong={isWrong}
      />
      <span className="mc-param">
        {t.base} <b>{inputText(key, base, unit, language)}</b>
      </span>
      <Field
        field={rangeField(driver, 'high', isPercent(key, unit))}
        driver={driver}
        settings={settings}
        isWrong={isWrong}
      />
      {isWrong ? <span className="neg">{t.badRange}</span> : null}
    </>
  );
}

function distributionOf(driver: Driver, settings: MonteCarloSettings, language: Language): string {
  const t = monteCarloText[language];
  if (isRange(driver)) return t.triangular;
  if (driver === 'tenantDefault') return t.hazard;
  if (driver === 'networkHashrate') return t.responsive;
  if (driver === 'btcPrice') return settings.drivers.btcPrice.reversionPerYear === 0 ? t.gbm : t.reverting;
  return driver === 'gpuPrice' ? t.gbm : t.reverting;
}

/** Sources of a driver's numbers, each once. */
function sourcesOf(
  driver: Driver,
  { settings, analysis }: Props,
  defaults: MonteCarloSettings | null,
  language: Language,
): string {
  const t = monteCarloText[language];
  if (isRange(driver)) {
    const { low, high } = settings.drivers[driver];
    const usual = defaults?.drivers[driver];
    const origin = analysis.inputs.find(({ key }) => key === inputOfRange[driver])?.origin;
    if (driver === 'marketRent' && (origin === 'derived' || origin === 'fact')) return t.rentSigned;
    if (usual && (low !== usual.low || high !== usual.high)) return t.rangeOwn;
    return low === high ? t.noRange : t.rangeOfPreset;
  }
  if (driver === 'tenantDefault') {
    const input = analysis.inputs.find(({ key }) => key === 'tenantDefaultProbabilityPerYear');
    return input?.origin === 'preset' ? t.assumption : (input?.source ?? '');
  }
  const texts = processFields[driver].map(({ label, parameter }) =>
    parameter ? `${t[label]}: ${sourceText(parameter, language)}` : '',
  );
  return texts.filter((text) => text !== '').join('; ');
}

/** R7.2b – R7.2g What is drawn: each driver's distribution, numbers and where they come from. */
export function DriversTable({ settings, analysis }: Props): ReactElement {
  const { language } = useText();
  const t = monteCarloText[language];
  const defaults = useMonteCarlo((state) => state.defaults);
  return (
    <>
      <div className="strip">
        <h3>{t.settings}</h3>
        <button type="button" className="btn" onClick={resetSettings}>
          {t.reset}
        </button>
      </div>
      <div className="table-scroll mc-drivers" role="region" aria-label={t.settings} tabIndex={0}>
        <table aria-label={t.settings}>
          <thead>
            <tr>
              <th scope="col">{t.driver}</th>
              <th scope="col">{t.distribution}</th>
              <th scope="col">{t.parameters}</th>
              <th scope="col">{t.source}</th>
            </tr>
          </thead>
          <tbody>
            {drivers.map((driver) => (
              <tr key={driver}>
                <th scope="row">
                  <label className="inline">
                    <input
                      type="checkbox"
                      checked={settings.isOn[driver]}
                      onChange={({ target }) =>
                        change({ ...settings, isOn: { ...settings.isOn, [driver]: target.checked } })
                      }
                    />{' '}
                    {driverName(driver, language)}
                  </label>
                </th>
                <td>{distributionOf(driver, settings, language)}</td>
                <td>
                  <div className="mc-params">
                    {isRange(driver) ? (
                      <Range driver={driver} settings={settings} analysis={analysis} />
                    ) : (
                      <Processes driver={driver} settings={settings} />
                    )}
                  </div>
                </td>
                <td className="mc-source">{sourcesOf(driver, { settings, analysis }, defaults, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
