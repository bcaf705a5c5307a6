import type { ReactElement } from 'react';
import type { CompanyRow } from '../../../shared/domain/company.ts';
import { dataWord } from '../../../shared/text/fieldLabels.ts';
import { formatPercent } from '../../../shared/format/number.ts';
import { measureWord } from '../../../shared/text/identityWords.ts';
import { show } from '../../flows/navigation.ts';
import { useApp } from '../../store/appStore.ts';
import { FigureButton } from '../../ui/FigureButton.tsx';
import { ShareBar } from '../../ui/ShareBar.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { useText } from '../../ui/useText.ts';

function Measures({ company }: { readonly company: CompanyRow }): ReactElement {
  const { language, text } = useText();
  return (
    <dl className="rows">
      {company.identity.measures.map(({ measure, aiShare }) => (
        <div key={measure}>
          <dt>{measureWord(measure, language)}</dt>
          <dd>
            <ShareBar aiShare={aiShare} />
            <span className="num">
              {aiShare === null ? (
                <span className="miss">{text.missing}</span>
              ) : (
                `${formatPercent(aiShare, language, 0)}\u00a0%`
              )}
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A company at a glance: its identity by measure, its megawatts by rung, its sites. */
export function CompanyPreview({
  company,
  onClose,
}: {
  readonly company: CompanyRow;
  readonly onClose: () => void;
}): ReactElement {
  const { language, text } = useText();
  const sites = useApp((state) => state.sites).filter((site) => site.companyId === company.id);
  const { ladder } = company;
  const rungs = [
    [text.pipeline, ladder.pipelineMw, text.gridMw],
    [text.secured, ladder.securedMw, text.gridMw],
    [text.energised, ladder.energisedMw, text.gridMw],
    [text.contracted, ladder.contractedItMw, text.criticalMw],
    [text.billing, ladder.billingItMw, text.criticalMw],
  ] as const;
  return (
    <SidePanel
      title={company.name}
      note={company.ticker}
      onClose={onClose}
      onOpen={() => void show({ name: 'company', id: company.id })}
    >
      <h3>{text.shareByMeasure}</h3>
      <Measures company={company} />
      <h3>{text.ladder}</h3>
      <dl className="rows">
        {rungs.map(([name, figure, basis]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <FigureButton figure={figure} title={`${company.name}, ${name}`} />
              <span className="u">{basis}</span>
            </dd>
          </div>
        ))}
      </dl>
      <h3>{`${text.sites} (${sites.length})`}</h3>
      <dl className="rows">
        {sites.map((site) => (
          <div key={site.id}>
            <dt>
              <button type="button" className="link" onClick={() => void show({ name: 'site', id: site.id })}>
                {site.name}
              </button>
            </dt>
            <dd>
              <FigureButton figure={site.energisedMw} title={`${site.name}, ${text.energised}`} />
              <span className="u">{`MW · ${dataWord(site.currentUse, language)}`}</span>
            </dd>
          </div>
        ))}
      </dl>
    </SidePanel>
  );
}
