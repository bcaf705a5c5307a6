import { useEffect, useRef, type ReactElement } from 'react';
import type { SiteHeadline, UpgradeReport } from '../../../shared/domain/backup.ts';
import { formatMillions, formatNumber } from '../../../shared/format/number.ts';
import { isVerdict, verdictWords } from '../../../shared/text/commonRateText.ts';
import { keepingText } from '../../../shared/text/keepingText.ts';
import { fill, screenText } from '../../../shared/text/screenText.ts';
import { useApp } from '../../store/appStore.ts';
import { useText } from '../../ui/useText.ts';

const perMillion = ' m$';

/** P23 What an upgrade did to an older file: results that differ, and the rows of every table. */
export function UpgradeDialog({ report }: { readonly report: UpgradeReport }): ReactElement {
  const { language } = useText();
  const text = keepingText[language];
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const { comparedSites, siteCount, changedSites } = report;
  const sentence =
    siteCount > 0 && comparedSites === 0
      ? text.upgradeNotCompared
      : changedSites.length === 0
        ? text.upgradeSame
        : text.upgradeResults;
  const headline = ({ verdict, bestNpvUsd }: SiteHeadline) =>
    `${isVerdict(verdict) ? verdictWords[language][verdict] : verdict}, ${
      bestNpvUsd === null
        ? screenText[language].missing
        : formatMillions(bestNpvUsd, language, 1) + perMillion
    }`;
  const rows = (count: number | null) =>
    count === null ? <span className="miss">{text.absent}</span> : formatNumber(count, language);
  return (
    <dialog
      ref={dialog}
      className="upgrade"
      aria-labelledby="upgrade-title"
      onClose={() => useApp.getState().set({ upgrade: null })}
    >
      <h2 id="upgrade-title">{text.upgradeTitle}</h2>
      <p>{fill(text.upgradeDone, { from: report.fromSchema, to: report.toSchema, copy: report.keptCopy })}</p>
      <p>{fill(sentence, { compared: comparedSites, all: siteCount, changed: changedSites.length })}</p>
      <div className="tables" role="region" aria-label={text.upgradeTitle} tabIndex={0}>
        {changedSites.length === 0 ? null : (
          <table className="compared">
            <thead>
              <tr>
                <th scope="col">{text.site}</th>
                <th scope="col">{text.before}</th>
                <th scope="col">{text.after}</th>
              </tr>
            </thead>
            <tbody>
              {changedSites.map(({ id, name, before, after }) => (
                <tr key={id}>
                  <th scope="row">{name}</th>
                  <td>{headline(before)}</td>
                  <td>{headline(after)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <table className="compared">
          <thead>
            <tr>
              <th scope="col">{text.table}</th>
              <th scope="col" className="n">
                {text.before}, {text.rows}
              </th>
              <th scope="col" className="n">
                {text.after}, {text.rows}
              </th>
            </tr>
          </thead>
          <tbody>
            {report.tables.map(({ name, before, after }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td className="n">{rows(before)}</td>
                <td className="n">{rows(after)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="actions">
        <button type="button" className="btn primary" onClick={() => dialog.current?.close()}>
          {text.understood}
        </button>
      </div>
    </dialog>
  );
}
