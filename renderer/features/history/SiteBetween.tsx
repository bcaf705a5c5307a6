import { useEffect, useState, type ReactElement } from 'react';
import { changeSentences } from '../../../shared/changes/changeSentences.ts';
import type { PortfolioChanges, Span } from '../../../shared/domain/portfolioChanges.ts';
import type { SiteChanges } from '../../../shared/engine/changes/siteChanges.ts';
import { isUnchanged } from '../../../shared/engine/changes/siteDifference.ts';
import { portfolioChangesText } from '../../../shared/text/portfolioChangesText.ts';
import { siteBetween } from '../../flows/compareMoments.ts';
import { useText } from '../../ui/useText.ts';
import { SiteChangesView } from '../briefings/SiteChangesView.tsx';

type Found = SiteChanges | 'computing' | 'failed';

function SiteAnswer({ span, siteId }: { readonly span: Span; readonly siteId: string }): ReactElement {
  const { language } = useText();
  const t = portfolioChangesText[language];
  const [found, setFound] = useState<Found>('computing');
  useEffect(() => {
    let isLatest = true;
    void siteBetween(span, siteId).then((changes) => {
      if (isLatest) setFound(changes ?? 'failed');
    });
    return () => {
      isLatest = false;
    };
  }, [span, siteId]);
  if (typeof found === 'string') return <p role="status">{found === 'computing' ? t.comparing : t.failed}</p>;
  if (isUnchanged(found)) return <p>{t.siteUnchanged}</p>;
  return (
    <>
      <p>{changeSentences(found, '', language).join(' ')}</p>
      <SiteChangesView changes={found} heads={{ before: t.before, after: t.after }} />
    </>
  );
}

/** R5.19 What the changes of a span do to the results of one of the sites they reach. */
export function SiteBetween({
  span,
  sites,
  round,
}: {
  readonly span: Span;
  readonly sites: PortfolioChanges['sites'];
  readonly round: number;
}): ReactElement {
  const { language } = useText();
  const t = portfolioChangesText[language];
  const [siteId, setSiteId] = useState('');
  const chosen = sites.find(({ id }) => id === siteId);
  return (
    <section className="site-between" aria-label={t.results}>
      <label>
        {t.results}
        <select value={chosen?.id ?? ''} onChange={(event) => setSiteId(event.target.value)}>
          <option value="">{t.noSite}</option>
          {sites.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {chosen ? (
        <SiteAnswer key={JSON.stringify([span, chosen.id, round])} span={span} siteId={chosen.id} />
      ) : null}
    </section>
  );
}
