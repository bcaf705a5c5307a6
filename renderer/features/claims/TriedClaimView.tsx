import type { ReactElement } from 'react';
import type { ClaimFigure, ClaimLink, TriedClaim } from '../../../shared/claims/claimsPage.ts';
import { claimText } from '../../../shared/text/claimText.ts';
import { show } from '../../flows/navigation.ts';
import type { Screen } from '../../store/appStore.ts';
import { useText } from '../../ui/useText.ts';
import { WordMark } from './WordMark.tsx';

function screenOf({ kind, id }: ClaimLink): Screen {
  return kind === 'company' || kind === 'site' ? { name: kind, id } : { name: kind };
}

function FigureRow({ figure }: { readonly figure: ClaimFigure }): ReactElement {
  const { label, value, unit, basis, coverage, asOf, isMissing } = figure;
  return (
    <tr>
      <th scope="row">{label}</th>
      <td className="n">{isMissing ? <span className="miss">{value}</span> : value}</td>
      <td>{unit}</td>
      <td className="claim-basis">{basis}</td>
      <td className="claim-basis">{coverage}</td>
      <td>{asOf}</td>
    </tr>
  );
}

function Figures({ claim }: { readonly claim: TriedClaim }): ReactElement | null {
  const { language, text } = useText();
  if (claim.figures.length === 0) return null;
  const label = `${claim.id}: ${claimText[language].figuresHeading}`;
  return (
    <div className="table-scroll" role="region" aria-label={label} tabIndex={0}>
      <table className="claim-figures" aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{text.figure}</th>
            <th scope="col" className="n">
              {text.value}
            </th>
            <th scope="col">{text.unit}</th>
            <th scope="col">{text.basis}</th>
            <th scope="col">{claimText[language].coverage}</th>
            <th scope="col">{text.asOf}</th>
          </tr>
        </thead>
        <tbody>
          {claim.figures.map((figure) => (
            <FigureRow key={figure.label} figure={figure} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** One claim: its word, the sentence that states the finding, the figures, what is missing, and where it comes from. */
export function TriedClaimView({ claim }: { readonly claim: TriedClaim }): ReactElement {
  const { language } = useText();
  const text = claimText[language];
  const heading = `claim-${claim.id}`;
  return (
    <article className="claim" aria-labelledby={heading}>
      <h2 id={heading}>
        <span className="claim-id">{claim.id}</span> {claim.claim}
      </h2>
      <p className="claim-word">
        <WordMark word={claim.word} /> <b>{claim.wordText}</b>
      </p>
      <p className="claim-finding">{claim.finding}</p>
      <Figures claim={claim} />
      {claim.missing.length === 0 ? null : (
        <>
          <h3 className="small-head">{text.missingHeading}</h3>
          <ul className="claim-missing">
            {claim.missing.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
      {claim.links.length === 0 ? null : (
        <nav aria-label={`${claim.id}: ${text.linksHeading}`}>
          <h3 className="small-head">{text.linksHeading}</h3>
          <ul className="claim-links">
            {claim.links.map((link) => (
              <li key={`${link.kind}.${link.id}`}>
                <button type="button" className="link" onClick={() => void show(screenOf(link))}>
                  {link.label}
                </button>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </article>
  );
}
