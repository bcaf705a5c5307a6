import { useCallback, useState, type ReactElement } from 'react';
import { identitySentence } from '../../../shared/text/identityWords.ts';
import { show } from '../../flows/navigation.ts';
import { useApp } from '../../store/appStore.ts';
import { ContractTable, FigureTable } from '../../ui/FactTables.tsx';
import { entryText } from '../../../shared/text/entryText.ts';
import { openEntry } from '../../flows/editRecord.ts';
import { RecordMenu } from '../../ui/RecordMenu.tsx';
import { ExportMenu } from '../../ui/ExportMenu.tsx';
import { SiteTable } from '../../ui/SiteTable.tsx';
import { Editable } from '../grid/Editable.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { useLetterKey } from '../../ui/useLetterKey.ts';
import { useText } from '../../ui/useText.ts';
import { BriefingDialog } from '../../ui/BriefingDialog.tsx';
import { CompanyStrategies } from './CompanyStrategies.tsx';
import { DebtTable } from './DebtTable.tsx';
import { RungTable } from './RungTable.tsx';
import { IdentityTable } from './IdentityTable.tsx';

function CompanyMenu({ id, name }: { readonly id: string; readonly name: string }): ReactElement {
  const { language } = useText();
  const t = entryText[language];
  const newRecord = (kind: 'site' | 'contract' | 'instrument' | 'identity') => () =>
    openEntry({ what: 'record', kind, id: null, companyId: id, siteId: null });
  return (
    <RecordMenu kind="company" id={id} name={name}>
      {[
        { label: t.newSite, act: newRecord('site') },
        { label: t.newContract, act: newRecord('contract') },
        { label: t.newInstrument, act: newRecord('instrument') },
        { label: t.newIdentity, act: newRecord('identity') },
        {
          label: t.newFigure,
          act: () => openEntry({ what: 'figure', subjectKind: 'company', subjectId: id, figure: null }),
        },
      ]}
    </RecordMenu>
  );
}

export function CompanyScreen(): ReactElement {
  const { language, text } = useText();
  const company = useApp((state) => state.company);
  const figures = useApp((state) => state.companyFigures);
  const [tab, setTab] = useState('sites');
  const [asks, setAsks] = useState(false);
  const ask = useCallback(() => setAsks(true), []);
  useLetterKey('b', ask);
  if (!company)
    return (
      <p className="pad" role="status">
        {text.computing}
      </p>
    );
  const { row } = company;
  const list = { companyId: row.id, siteId: null };
  return (
    <>
      <div className="head">
        <div>
          <div className="crumb">
            <button type="button" className="link" onClick={() => void show({ name: 'portfolio' })}>
              {text.portfolio}
            </button>{' '}
            / {text.company}
          </div>
          <h1>
            {row.name} <span className="t">{row.ticker}</span>
          </h1>
          <p className="sub">{identitySentence(row.identity, language)}</p>
        </div>
        <span className="grow" />
        <CompanyMenu id={row.id} name={row.name} />
        <ExportMenu />
        <button type="button" className="btn primary" onClick={ask}>
          {text.briefing}
        </button>
      </div>
      <Tabs
        label={row.name}
        current={tab}
        onChange={setTab}
        tabs={[
          ['sites', `${text.sites} (${company.sites.length})`],
          ['strategies', text.strategies],
          ['facts', `${text.facts} (${company.figures.length})`],
          ['contracts', `${text.contracts} (${company.contracts.length})`],
          ['debt', `${text.debt} (${company.debt.length})`],
          ['identity', text.identity],
        ]}
      />
      {tab === 'sites' ? (
        <Editable key="sites" subject={{ ...list, kind: 'site' }}>
          <SiteTable sites={company.sites} />
        </Editable>
      ) : null}
      {tab === 'strategies' ? (
        figures ? (
          <CompanyStrategies figures={figures} />
        ) : (
          <p className="pad" role="status">
            {text.computing}
          </p>
        )
      ) : null}
      {tab === 'facts' ? (
        <Editable key="facts" subject={{ ...list, kind: 'figure' }}>
          <FigureTable figures={company.figures} subject={row.name} owner={{ kind: 'company', id: row.id }} />
        </Editable>
      ) : null}
      {tab === 'contracts' ? (
        <Editable key="contracts" subject={{ ...list, kind: 'contract' }}>
          <div className="scroll" role="region" aria-label={text.contracts} tabIndex={0}>
            <RungTable company={company} />
            <ContractTable contracts={company.contracts} />
          </div>
        </Editable>
      ) : null}
      {tab === 'debt' ? (
        <Editable key="debt" subject={{ ...list, kind: 'instrument' }}>
          <DebtTable debt={company.debt} />
        </Editable>
      ) : null}
      {tab === 'identity' ? (
        <Editable key="identity" subject={{ ...list, kind: 'identity' }}>
          <IdentityTable company={company} />
        </Editable>
      ) : null}
      {asks ? <BriefingDialog onClose={() => setAsks(false)} assumptions={null} /> : null}
    </>
  );
}
