import { useCallback, useState, type ReactElement } from 'react';
import type { PlanRef } from '../../../shared/engine/analysis/planFlows.ts';
import { formatPlain } from '../../../shared/format/number.ts';
import { dataWord } from '../../../shared/text/fieldLabels.ts';
import { fleetText } from '../../../shared/text/fleetText.ts';
import { allianceText } from '../../../shared/text/allianceText.ts';
import { riskText } from '../../../shared/text/riskText.ts';
import { planText } from '../../../shared/text/planText.ts';
import { show } from '../../flows/navigation.ts';
import { useApp } from '../../store/appStore.ts';
import { entryText } from '../../../shared/text/entryText.ts';
import { openEntry } from '../../flows/editRecord.ts';
import { RecordMenu } from '../../ui/RecordMenu.tsx';
import { ExportMenu } from '../../ui/ExportMenu.tsx';
import { Editable } from '../grid/Editable.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { useLetterKey } from '../../ui/useLetterKey.ts';
import { useText } from '../../ui/useText.ts';
import { BriefingDialog } from '../../ui/BriefingDialog.tsx';
import { ContractTable, FigureTable } from '../../ui/FactTables.tsx';
import { RiskTab } from '../risk/RiskTab.tsx';
import { AlliancePanel } from './alliance/AlliancePanel.tsx';
import { CashFlowPanel } from './CashFlowPanel.tsx';
import { FleetTable } from './FleetTable.tsx';
import { InputsPanel } from './InputsPanel.tsx';
import { ScenarioNote } from './ScenarioNote.tsx';
import { ComparePanel } from './ComparePanel.tsx';
import { strategyPlan } from './planRefs.ts';
import { PlansPanel } from './plans/PlansPanel.tsx';
import { StrategiesPanel } from './StrategiesPanel.tsx';

function lowerFirst(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

function SiteMenu({
  id,
  companyId,
  name,
}: {
  readonly id: string;
  readonly companyId: string;
  readonly name: string;
}): ReactElement {
  const { language } = useText();
  const t = entryText[language];
  return (
    <RecordMenu kind="site" id={id} name={name}>
      {[
        {
          label: t.newFigure,
          act: () => openEntry({ what: 'figure', subjectKind: 'site', subjectId: id, figure: null }),
        },
        {
          label: t.newFleet,
          act: () => openEntry({ what: 'record', kind: 'fleet', id: null, companyId: null, siteId: id }),
        },
        {
          label: t.newContract,
          act: () => openEntry({ what: 'record', kind: 'contract', id: null, companyId, siteId: id }),
        },
      ]}
    </RecordMenu>
  );
}

interface Compared {
  readonly a: PlanRef;
  readonly b: PlanRef;
}

export function SiteScreen(): ReactElement {
  const { language, text } = useText();
  const site = useApp((state) => state.site);
  const analysis = useApp((state) => state.analysis);
  const sought = useApp((state) => state.soughtInput);
  const [chosenTab, setChosenTab] = useState('strategies');
  const tab = sought === null ? chosenTab : 'inputs';
  const setTab = (id: string) => {
    useApp.getState().set({ soughtInput: null });
    setChosenTab(id);
  };
  const [opened, setOpened] = useState<PlanRef | null>(null);
  const [compared, setCompared] = useState<Compared | null>(null);
  const [planId, setPlanId] = useState<string | null>(null);
  const [asks, setAsks] = useState(false);
  const ask = useCallback(() => setAsks(true), []);
  useLetterKey('b', ask);
  if (!site || !analysis)
    return (
      <p className="pad" role="status">
        {text.computing}
      </p>
    );
  const plans = planText[language];
  const keepMining = strategyPlan('keepMining');
  const best = strategyPlan(analysis.verdict.best ?? 'keepMining');
  const open = (plan: PlanRef) => {
    setOpened(plan);
    setTab('cashFlow');
  };
  const { row } = site;
  const { energisedMw, contractedMw } = row;
  const facts = [
    row.cityRegion,
    row.gridOperator,
    energisedMw?.value == null
      ? null
      : `${formatPlain(energisedMw.value, language)} ${text.gridMw} ${lowerFirst(text.energised)}`,
    contractedMw?.value == null
      ? null
      : `${formatPlain(contractedMw.value, language)} MW ${lowerFirst(text.secured)}`,
    dataWord(row.cooling, language),
    dataWord(row.currentUse, language),
  ].filter((part) => part !== null && part !== '');
  return (
    <>
      <div className="head">
        <div>
          <div className="crumb">
            <button type="button" className="link" onClick={() => void show({ name: 'portfolio' })}>
              {text.portfolio}
            </button>{' '}
            /{' '}
            <button
              type="button"
              className="link"
              onClick={() => void show({ name: 'company', id: row.companyId })}
            >
              {row.companyName}
            </button>{' '}
            / {text.site}
          </div>
          <h1>{row.name}</h1>
          <p className="sub">{facts.join(' · ')}</p>
        </div>
        <span className="grow" />
        <SiteMenu id={row.id} companyId={row.companyId} name={row.name} />
        <ExportMenu />
        <button type="button" className="btn primary" onClick={ask}>
          {text.briefing}
        </button>
      </div>
      <ScenarioNote analysis={analysis} />
      <Tabs
        label={row.name}
        current={tab}
        onChange={setTab}
        tabs={[
          ['strategies', text.strategies],
          ['plans', `${plans.plans} (${analysis.ownPlans?.length ?? 0})`],
          ['cashFlow', text.cashFlow],
          ['alliance', allianceText[language].tab],
          ['compare', plans.compare],
          ['risk', riskText[language].tab],
          ['inputs', `${text.inputs} (${analysis.inputs.length})`],
          ['facts', `${text.facts} (${site.figures.length})`],
          ['contracts', `${text.contracts} (${site.contracts.length})`],
        ]}
      />
      {tab === 'strategies' ? (
        <StrategiesPanel
          analysis={analysis}
          onShowInputs={() => setTab('inputs')}
          onShowAlliance={() => setTab('alliance')}
          onOpen={open}
        />
      ) : null}
      {tab === 'cashFlow' ? <CashFlowPanel plan={opened ?? best} onChoose={setOpened} /> : null}
      {tab === 'plans' ? (
        <PlansPanel
          analysis={analysis}
          selected={planId}
          onSelect={setPlanId}
          onOpen={open}
          onCompare={(a) => {
            setCompared({ a, b: keepMining });
            setTab('compare');
          }}
        />
      ) : null}
      {tab === 'alliance' ? <AlliancePanel siteId={row.id} analysis={analysis} /> : null}
      {tab === 'compare' ? (
        <ComparePanel
          a={compared?.a ?? best}
          b={compared?.b ?? keepMining}
          onChoose={(a, b) => setCompared({ a, b })}
        />
      ) : null}
      {tab === 'risk' ? <RiskTab analysis={analysis} /> : null}
      {tab === 'inputs' ? <InputsPanel key={sought} siteId={row.id} analysis={analysis} /> : null}
      {tab === 'facts' ? (
        <div className="scroll" role="region" aria-label={fleetText[language].withFacts} tabIndex={0}>
          <Editable key="facts" subject={{ kind: 'figure', companyId: row.companyId, siteId: row.id }}>
            <FigureTable figures={site.figures} subject={row.name} owner={{ kind: 'site', id: row.id }} />
          </Editable>
          <Editable key="fleets" subject={{ kind: 'fleet', companyId: row.companyId, siteId: row.id }}>
            <FleetTable siteId={row.id} fleets={site.fleets} />
          </Editable>
        </div>
      ) : null}
      {tab === 'contracts' ? (
        <Editable key="contracts" subject={{ kind: 'contract', companyId: row.companyId, siteId: row.id }}>
          <ContractTable contracts={site.contracts} />
        </Editable>
      ) : null}
      {asks ? <BriefingDialog onClose={() => setAsks(false)} assumptions={analysis.counts.preset} /> : null}
    </>
  );
}
