import { useEffect, useRef, useState, type ReactElement } from 'react';
import { changeSentences, issuedDate } from '../../../shared/changes/changeSentences.ts';
import { companySentences, isCompanyUnchanged } from '../../../shared/changes/companySentences.ts';
import type { Comparison } from '../../../shared/changes/comparison.ts';
import type { BriefingSummary } from '../../../shared/domain/briefing.ts';
import type { Language } from '../../../shared/format/number.ts';
import { changesText } from '../../../shared/text/changesText.ts';
import { fill } from '../../../shared/text/screenText.ts';
import { compareWithToday } from '../../flows/compareBriefing.ts';
import { show } from '../../flows/navigation.ts';
import { useApp } from '../../store/appStore.ts';
import { useText } from '../../ui/useText.ts';
import { CompanyChangesView } from './CompanyChangesView.tsx';
import { SiteChangesView } from './SiteChangesView.tsx';

function sentencesOf(comparison: Comparison, language: Language): string[] {
  const { issuedAt } = comparison;
  if (comparison.kind === 'company') return companySentences(comparison.sites, issuedAt, language);
  if (comparison.changes) return changeSentences(comparison.changes, issuedAt, language);
  return [fill(changesText[language].unreadable, { date: issuedDate(issuedAt, language) })];
}

function Result({ comparison }: { readonly comparison: Comparison }): ReactElement {
  const { language } = useText();
  const [first, ...rest] = sentencesOf(comparison, language);
  return (
    <>
      <p className="comparison-answer">{first}</p>
      {rest.length === 0 ? null : <p className="comparison-more">{rest.join(' ')}</p>}
      {comparison.kind === 'site' && comparison.changes ? (
        <SiteChangesView changes={comparison.changes} />
      ) : null}
      {comparison.kind === 'company' &&
      comparison.sites.length > 0 &&
      !isCompanyUnchanged(comparison.sites) ? (
        <CompanyChangesView sites={comparison.sites} />
      ) : null}
    </>
  );
}

function SubjectLink({ briefing }: { readonly briefing: BriefingSummary }): ReactElement {
  const { language } = useText();
  const { openSite, openCompany } = changesText[language];
  const { subject, subjectId, subjectKind } = briefing;
  return (
    <button type="button" className="link" onClick={() => void show({ name: subjectKind, id: subjectId })}>
      {fill(subjectKind === 'site' ? openSite : openCompany, { name: subject })}
    </button>
  );
}

type Found = Comparison | 'computing' | 'failed';

/** Compares anew when an edit is taken back or done again while the comparison is shown. */
function useComparison(briefing: BriefingSummary): Found {
  const [found, setFound] = useState<Found>('computing');
  useEffect(() => {
    let latest = 0;
    const compare = async () => {
      latest += 1;
      const own = latest;
      const comparison = await compareWithToday(briefing);
      if (own === latest) setFound(comparison ?? 'failed');
    };
    void compare();
    const stop = useApp.subscribe((state, before) => {
      if (state.history !== before.history) void compare();
    });
    return () => {
      latest = Infinity;
      stop();
    };
  }, [briefing]);
  return found;
}

/** P44 An issued briefing beside today: the sentence first, then what explains it. */
export function ComparisonView({ briefing }: { readonly briefing: BriefingSummary }): ReactElement {
  const { language } = useText();
  const t = changesText[language];
  const found = useComparison(briefing);
  const region = useRef<HTMLElement>(null);
  useEffect(() => region.current?.focus(), []);
  return (
    <section className="comparison" aria-label={t.comparison} tabIndex={0} ref={region}>
      <h2>{fill(t.heading, { date: issuedDate(briefing.issuedAt, language) })}</h2>
      <SubjectLink briefing={briefing} />
      {found === 'computing' || found === 'failed' ? (
        <p className="comparison-more" role="status">
          {found === 'computing' ? t.comparing : t.failed}
        </p>
      ) : (
        <Result comparison={found} />
      )}
    </section>
  );
}
