import { useEffect, useMemo, type ReactElement } from 'react';
import { untried } from '../../../shared/claims/claimContext.ts';
import { composeClaims } from '../../../shared/claims/composeClaims.ts';
import type { ClaimsPage, OpenClaim } from '../../../shared/claims/claimsPage.ts';
import { claimText, claimWords } from '../../../shared/text/claimText.ts';
import { fill } from '../../../shared/text/screenText.ts';
import { resumeClaims, stopClaims } from '../../flows/loadClaims.ts';
import { useApp, type ClaimsRun } from '../../store/appStore.ts';
import { useText } from '../../ui/useText.ts';
import { TriedClaimView } from './TriedClaimView.tsx';
import { WordMark } from './WordMark.tsx';

/** Escape stops the run; what is computed stays. */
function useStopKey(isRunning: boolean): void {
  useEffect(() => {
    if (!isRunning) return undefined;
    const onKey = (event: KeyboardEvent) => {
      const isModal = document.querySelector('dialog[open]') !== null;
      const isStop = event.key === 'Escape' || (event.key === '.' && (event.metaKey || event.ctrlKey));
      if (isStop && !isModal) stopClaims();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [isRunning]);
}

function Progress({ run }: { readonly run: ClaimsRun }): ReactElement | null {
  const { language, text } = useText();
  const words = claimText[language];
  const counts = { done: run.trials.length, all: run.siteIds.length };
  if (run.state === 'done') return null;
  return (
    <div className="claims-progress">
      <p role="status">{fill(run.state === 'running' ? words.progress : words.cancelled, counts)}</p>
      {run.state === 'running' ? (
        <>
          <progress value={counts.done} max={counts.all} aria-label={words.progressLabel} />
          <button type="button" className="btn" onClick={stopClaims}>
            {text.cancel}
          </button>
        </>
      ) : (
        <button type="button" className="btn" onClick={() => void resumeClaims()}>
          {words.resume}
        </button>
      )}
    </div>
  );
}

function Untried({ claims }: { readonly claims: readonly OpenClaim[] }): ReactElement {
  const { language } = useText();
  const words = claimText[language];
  return (
    <section className="claim" aria-labelledby="claims-untried">
      <h2 id="claims-untried">{words.untriedHeading}</h2>
      <dl className="untried">
        {claims.map(({ id, claim, reason }) => (
          <div key={id}>
            <dt>
              <span className="claim-id">{id}</span> {claim}
            </dt>
            <dd>
              <span className="untried-word">
                <WordMark word="open" /> {claimWords[language].open}
              </span>
              {fill(words.needed, { what: reason })}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function usePage(run: ClaimsRun | null): ClaimsPage | null {
  const { language } = useText();
  const companies = useApp((state) => state.companies);
  const rows = useApp((state) => state.sites);
  return useMemo(() => {
    if (!run) return null;
    const { facts, trials } = run;
    const computed = new Set(trials.map(({ siteId }) => siteId));
    const sites = [...trials, ...rows.filter(({ id }) => !computed.has(id)).map(untried)];
    return composeClaims({ subject: 'portfolio', sites, companies, language, ...facts });
  }, [run, companies, rows, language]);
}

/** P61 The claims of the market commentary, each beside what this portfolio's figures say. */
export function ClaimsScreen(): ReactElement {
  const { language, text } = useText();
  const run = useApp((state) => state.claims);
  const page = usePage(run);
  useStopKey(run?.state === 'running');
  return (
    <>
      <div className="head">
        <div>
          <h1>{text.claims}</h1>
          <p className="sub">{claimText[language].sub}</p>
        </div>
      </div>
      {run && page ? (
        <div className="scroll claims" role="region" aria-label={text.claims} tabIndex={0}>
          <Progress run={run} />
          {page.tried.map((claim) => (
            <TriedClaimView key={claim.id} claim={claim} />
          ))}
          <Untried claims={page.untried} />
          <p className="note">{claimText[language].ruleNote}</p>
        </div>
      ) : (
        <p className="pad" role="status">
          {text.computing}
        </p>
      )}
    </>
  );
}
