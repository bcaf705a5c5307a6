import type { ReactElement } from 'react';
import type { SiteRow } from '../../../shared/domain/site.ts';
import { dataWord } from '../../../shared/text/fieldLabels.ts';
import { show } from '../../flows/navigation.ts';
import { FigureButton } from '../../ui/FigureButton.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { useText } from '../../ui/useText.ts';

/** A site at a glance: where it is, what it does, its power and hash rate. */
export function SitePreview({
  site,
  onClose,
}: {
  readonly site: SiteRow;
  readonly onClose: () => void;
}): ReactElement {
  const { language, text } = useText();
  const words = [
    [text.company, site.companyName],
    [text.place, [site.cityRegion, site.country].filter((part) => part !== null).join(', ')],
    [text.gridOperator, site.gridOperator ?? ''],
    [text.status, dataWord(site.status, language)],
    [text.use, dataWord(site.currentUse, language)],
    [text.cooling, dataWord(site.cooling, language)],
  ] as const;
  const figures = [
    [text.requested, site.requestedMw, text.gridMw],
    [text.secured, site.contractedMw, text.gridMw],
    [text.energised, site.energisedMw, text.gridMw],
    [text.ai, site.aiItMw, text.criticalMw],
    [text.hashrate, site.hashrateEhS, 'EH/s'],
  ] as const;
  return (
    <SidePanel
      title={site.name}
      note={null}
      onClose={onClose}
      onOpen={() => void show({ name: 'site', id: site.id })}
    >
      <dl className="rows">
        {words.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value === '' ? <span className="miss">{text.missing}</span> : value}</dd>
          </div>
        ))}
        {figures.map(([name, figure, unit]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <FigureButton figure={figure} title={`${site.name}, ${name}`} />
              <span className="u">{unit}</span>
            </dd>
          </div>
        ))}
      </dl>
    </SidePanel>
  );
}
