import type { ReactElement } from 'react';
import type { ScenarioScope } from '../../../shared/engine/scenario/scenario.ts';
import { scenarioScreenText } from '../../../shared/text/scenario/scenarioScreenText.ts';
import type { ScopeNames } from '../../../shared/text/scenario/shockText.ts';
import { fill } from '../../../shared/text/screenText.ts';
import { useApp } from '../../store/appStore.ts';
import { useText } from '../../ui/useText.ts';

/** Names for scopes: of the portfolio's companies and sites, by their ids where they are gone. */
export function useScopeNames(): ScopeNames {
  const companies = useApp((state) => state.companies);
  const sites = useApp((state) => state.sites);
  return {
    companyName: (id) => companies.find((company) => company.id === id)?.name ?? id,
    siteName: (id) => sites.find((site) => site.id === id)?.name ?? id,
  };
}

/** R7.3 For which sites a change or a shock holds. */
export function ScopeChoice({
  scope,
  onChange,
}: {
  readonly scope: ScenarioScope;
  readonly onChange: (scope: ScenarioScope) => void;
}): ReactElement {
  const { language } = useText();
  const t = scenarioScreenText[language];
  const companies = useApp((state) => state.companies);
  const sites = useApp((state) => state.sites);
  const grids = [...new Set(sites.flatMap(({ gridOperator }) => gridOperator ?? []))].toSorted();
  const scopes: readonly { readonly label: string; readonly scope: ScenarioScope }[] = [
    { label: t.all, scope: { of: 'all' } },
    ...grids.map((name) => ({
      label: fill(t.gridOf, { name }),
      scope: { of: 'grid' as const, gridOperator: name },
    })),
    ...companies.map(({ id, name }) => ({
      label: fill(t.companyOf, { name }),
      scope: { of: 'company' as const, companyId: id },
    })),
    ...sites.map(({ id, name, companyName }) => ({
      label: fill(t.siteOf, { name: `${name} (${companyName})` }),
      scope: { of: 'site' as const, siteId: id },
    })),
  ];
  const current = scopes.findIndex((one) => JSON.stringify(one.scope) === JSON.stringify(scope));
  return (
    <label className="field-row">
      <span>{t.scope}</span>
      <select
        value={Math.max(0, current)}
        onChange={({ target }) => onChange(scopes[Number(target.value)]?.scope ?? { of: 'all' })}
      >
        {scopes.map(({ label }, index) => (
          <option key={label} value={index}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}
